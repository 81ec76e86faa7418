/** Files that are made to fill the memory, the disk or the time of whoever reads them: each is refused by a clear line, or read in bounds. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultPart, FaultReport } from '../fault-report.ts';
import { foundIn, tooMuchOf } from './fuzz.ts';
import { hostileFiles } from './hostile-files.ts';
import type { HostileFile } from './hostile-files.ts';
import { watched } from './watched.ts';
import type { Answer } from './watched.ts';

/** Tries each hostile file once: what ends it is no chance. */
export const hostileSizes: FaultPart = async ({ folder, say }): Promise<readonly FaultReport[]> => {
  const answers: Answer[] = [];
  const failures: string[] = [];
  for (const hostile of hostileFiles) {
    const answer = await answerTo(hostile, folder);
    answers.push(answer);
    const wrong = [...answer.wrong, ...tooMuchOf(answer)];
    if (answer.ended !== hostile.ends) wrong.push(`it ended with ${JSON.stringify(answer.ended)}`);
    if (wrong.length > 0) failures.push(`${hostile.what}: ${wrong.join('; ')}`);
    say(`${hostile.what}: ${Math.round(answer.milliseconds)} ms, ${Math.round(answer.megabytes)} MB`);
  }
  const tried = hostileFiles.length;
  return [{ what: 'a file of hostile size', tried, held: tried - failures.length, found: foundIn(answers), failures }];
};

/** In a process of its own, so that each tells its own memory. */
async function answerTo({ file, make }: HostileFile, folder: string): Promise<Answer> {
  const exportsDir = join(folder, 'exports');
  const process = watched(new URL('answer-hostile.ts', import.meta.url), {});
  try {
    await mkdir(exportsDir, { recursive: true });
    await make(join(exportsDir, file));
    const reads = file.endsWith('.xlsx') ? file : 'Lead.csv';
    return await process.ask({ exportsDir, database: join(folder, 'records.db'), reads });
  } finally {
    process.end();
    await rm(exportsDir, { recursive: true, force: true });
  }
}

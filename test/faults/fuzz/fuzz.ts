/** Exports that are damaged in every way that is known: each is read in full, with an account that adds up, or refused in words that help. */
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import type { FaultPart, FaultTask } from '../fault-report.ts';
import { damagedCompany } from './damaged-company.ts';
import { allSeeds } from './seeds.ts';
import { watched } from './watched.ts';
import type { Answer } from './watched.ts';

/** Milliseconds of the processor that a file may take, whatever it holds. */
const mostMilliseconds = 10_000;

/** Megabytes that a process may take in all, whatever it reads. */
const mostMegabytes = 400;

/** Damages as many files as are asked for, and ingests each in a small company. */
export const fuzz: FaultPart = async (task) => {
  const answers = await answersTo(task);
  const seeds = await allSeeds();
  const failures: string[] = [];
  for (const [nth, answer] of answers.entries()) {
    const wrong = [...answer.wrong, ...tooMuchOf(answer)];
    if (wrong.length === 0) continue;
    const { done } = damagedCompany(seeds, task.seed, nth);
    failures.push(`damaged file ${nth} of seed ${task.seed} (${done}), ${answer.ended}: ${wrong.join('; ').slice(0, 1000)}`); // prettier-ignore
  }
  const held = task.times - failures.length;
  return [{ what: 'a damaged file', tried: task.times, held, found: foundIn(answers), failures }];
};

/** Each number's answer, from as many processes as there are cores. */
async function answersTo({ seed, times, folder, say }: FaultTask): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const work = async (worker: number): Promise<void> => {
    const script = new URL('answer-companies.ts', import.meta.url);
    const process = watched(script, { FUZZ_FOLDER: join(folder, String(worker)) });
    for (let nth = next++; nth < times; nth = next++) {
      answers[nth] = await process.ask({ seed, nth });
      if ((nth + 1) % 1000 === 0) say(`${(nth + 1).toLocaleString('en-GB')} files`);
    }
    process.end();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, (_, worker) => work(worker)));
  return answers;
}

/** The time or memory that was more than any file may take. */
export function tooMuchOf({ milliseconds, megabytes }: Answer): readonly string[] {
  const slow = milliseconds > mostMilliseconds ? [`it took ${Math.round(milliseconds)} ms`] : [];
  const large = megabytes > mostMegabytes ? [`the process took ${Math.round(megabytes)} MB`] : [];
  return [...slow, ...large];
}

/** How many ended how, and the most that any took. */
export function foundIn(answers: readonly Answer[]): string {
  const isLoaded = ({ ended }: Answer): boolean => /^(?:loaded|\d+ rows?)$/.test(ended);
  const loaded = answers.filter(isLoaded).length;
  const kinds = new Set(answers.filter((answer) => !isLoaded(answer)).map(({ ended }) => ended));
  const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds));
  const largest = Math.max(...answers.map(({ megabytes }) => megabytes));
  const refused = `${answers.length - loaded} refused for ${kinds.size} reasons`;
  return `${loaded} read in full, ${refused}; at most ${Math.round(slowest)} ms of CPU and ${Math.round(largest)} MB`;
}

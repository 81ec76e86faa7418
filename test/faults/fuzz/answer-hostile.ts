/** Ingests a folder with one file, in a process that may be killed: see `watched`. */
import { ingest } from '../../../src/records/ingest.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { company } from '../../unit/berlin-company.ts';
import { wrongIn } from './judge.ts';
import { spending } from './spent.ts';

interface Question {
  readonly exportsDir: string;
  readonly database: string;
  readonly reads: string;
}

async function endOf({ exportsDir, database, reads }: Question): Promise<{ ended: string; wrong: readonly string[] }> {
  const text = `reads: ${reads}\nkey: Id\nas of: 2026-10-01T00:00:00Z\ngives:\n  - record: lead\n    columns: { source: Source }\n`;
  const { sources } = readSources([{ path: 'sources/lead.yml', text }]);
  const task = { sources, exportsDir, database, company, now: 1_794_200_000, progress: (): void => undefined };
  try {
    const { account, problems } = await ingest(task);
    const rows = account.files.reduce((sum, file) => sum + file.rows, 0);
    return { ended: problems[0]?.says ?? `${rows} row${rows === 1 ? '' : 's'}`, wrong: problems.flatMap(wrongIn) };
  } catch (error) {
    return { ended: String(error), wrong: ['it threw'] };
  }
}

process.on('message', (question: Question) => {
  const spent = spending();
  void endOf(question).then((end) => {
    process.send?.({ ...end, ...spent() });
  });
});

/** What the exports of a company hold, found out in a database of its own: the company's is not touched. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOfNumber, daySeconds } from '../../src/calendar/local-date.ts';
import type { Examined } from '../../src/publish/doctor/examined.ts';
import { clockOf } from '../../src/records/forms/moment.ts';
import type { AnyTables } from '../../src/store/bulk.ts';
import { emptyOf, readFullness, type Fullness } from '../../src/store/fullness.ts';
import { openStore } from '../../src/store/open.ts';
import type { Kysely } from 'kysely';
import type { Company } from './read-company.ts';
import { ingestStep, measureStep, type Measured } from './steps.ts';
import type { Task } from './task.ts';

/**
 * Reads the exports by today's sources and computes what was agreed. A database that is there may be of other sources or of last week's exports, so it
 * is not asked.
 * @throws Faults where a file, or too many of its rows, can't be read.
 */
export function examine(task: Task, company: Company): Promise<Examined> {
  return aside(task, async (own) => {
    const { links } = (await ingestStep(own, company)).account;
    const measured = await measureStep(own, company);
    const { agreement, sources, catalogue } = company;
    const clock = clockOf(agreement.company.timeZone);
    const dayOf = (moment: number | string): string =>
      typeof moment === 'string' ? moment : dayOfNumber(Math.floor(clock.local(moment) / daySeconds));
    const fullness = await fullnessIn(own.database, company);
    return { agreement, sources, catalogue, fullness, links, foundNone: foundNone(company, measured), dayOf };
  });
}

/**
 * Fields that are mapped and that no record of the exports has, and kinds without a record; null where there are no exports.
 * @throws Faults where a file, or too many of its rows, can't be read.
 */
export async function examineEmpty(task: Task, company: Company): Promise<ReadonlySet<string> | null> {
  const files = await readdir(task.exports).catch(() => []);
  if (!files.some((file) => !file.startsWith('.'))) return null;
  return aside(task, async (own) => {
    await ingestStep(own, company);
    return emptyOf(await fullnessIn(own.database, company), company.catalogue);
  });
}

/** Does something with a database of its own, which is removed again. */
async function aside<T>(task: Task, run: (own: Task) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-doctor-'));
  try {
    return await run({ ...task, database: join(folder, 'doctor.db'), fixesMarks: false, said: {} });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fullnessIn(database: string, { catalogue }: Company): Promise<Fullness> {
  const db = openStore(database, { readonly: true });
  try {
    return await readFullness(db as unknown as Kysely<AnyTables>, catalogue);
  } finally {
    await db.destroy();
  }
}

/** Metrics that count records, and have values in which there are none. */
function foundNone({ agreement }: Company, { values }: Measured): ReadonlySet<string> {
  const some = new Set(values.filter(({ records }) => records > 0).map(({ metric }) => metric));
  const all = new Set(values.map(({ metric }) => metric));
  const counting = agreement.metrics.filter(
    ({ slug, wordings: [{ measure }] }) =>
      all.has(slug) && measure.measure !== 'ratio' && measure.measure !== 'difference',
  );
  return new Set(counting.map(({ slug }) => slug).filter((slug) => !some.has(slug)));
}

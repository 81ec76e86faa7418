import type { Ingested } from '../../../src/records/ingest.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import type { Problem } from '../../../src/values/problem.ts';
import type { FileAccount } from '../../../src/values/rows.ts';
import type { DamagedCompany } from './damaged-company.ts';
import { naiveRows } from './naive-rows.ts';

/** How a company ended, and what should not have been: nothing, as a rule. */
export interface Verdict {
  /** `loaded`, or the fault's words without what was read. */
  readonly ended: string;
  readonly wrong: readonly string[];
}

/** What an ingest left. */
export interface Left {
  /** Whether the database is, byte for byte, what it was before. */
  readonly isAsBefore: boolean;
  /** Rows of the files that its records were made of, as the database itself tells; null where there is none. */
  readonly records: number | null;
}

/** Judges what an ingest said by what it left. */
export function judged(company: DamagedCompany, { account, problems }: Ingested, left: Left): Verdict {
  const wrong = problems.flatMap(wrongIn);
  const fault = problems.find(({ level }) => level === 'fault');
  if (fault) {
    if (account.files.length > 0) wrong.push('there is an account, and a fault');
    if (!left.isAsBefore) wrong.push('the database is another one, and there is a fault');
    return { ended: kindOf(fault), wrong };
  }
  for (const file of account.files) wrong.push(...wrongCount(company, file));
  const gave = account.files.reduce((sum, file) => sum + file.gaveRecords, 0);
  if (left.records !== gave)
    wrong.push(`${gave} rows gave a record by the account, and ${left.records} by the database`);
  return { ended: 'loaded', wrong };
}

function wrongCount(company: DamagedCompany, account: FileAccount): string[] {
  const { file, rows, gaveRecords, merged, repeats, leftOut, superseded, deleted, rejected } = account;
  const fates = gaveRecords + merged + repeats + leftOut + superseded + deleted + rejected;
  const wrong = fates === rows ? [] : [`${file}: ${rows} rows, and ${fates} are accounted for`];
  const { sources } = readSources(company.sources);
  const source = sources.find(({ name }) => name === account.source);
  if (source?.is !== 'file') return [...wrong, `${file}: there is no source ${account.source}`];
  const may = naiveRows(company.files, file, source);
  if (!may.includes(rows)) wrong.push(`${file}: ${rows} rows were read, and it has ${may.join(' or ')}`);
  return wrong;
}

/** What a person could not use of a problem. */
export function wrongIn(problem: Problem): string[] {
  const { file, line, column, says, fix } = problem;
  const all = `${says} ${fix}`;
  const wrong: string[] = [];
  if (file === '' || !Number.isInteger(line) || line < 1 || !Number.isInteger(column) || column < 1)
    wrong.push('no place');
  if (says.trim() === '' || (fix.trim() === '' && problem.level === 'fault')) wrong.push('no words, or no mend');
  if (/[\n\r]/.test(all)) wrong.push('a line break');
  if (all.length > 1500) wrong.push(`${all.length} letters`);
  if (/\b(?:[A-Z]\w*Error|undefined|NaN|SQLITE_\w+)\b|\[object|\.[jt]s:\d+|node:/.test(all.replaceAll(/"[^"]*"/g, ''))) wrong.push("a programmer's words"); // prettier-ignore
  return wrong.map((what) => `${what} in ${JSON.stringify(problem)}`);
}

/** A fault's words, without what was read. */
function kindOf({ says }: Problem): string {
  return says
    .replaceAll(/"[^"]*(?:"|$)/g, '"…"')
    .replaceAll(/[“”][^“”]*[“”]/g, '"…"')
    .replaceAll(/\b\d[\d,.%]*/g, '#')
    .replace(/; the first is .*/, '')
    .slice(0, 90);
}

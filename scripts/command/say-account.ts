import type { IngestAccount } from '../../src/values/rows.ts';

/** What an ingest came to. */
export interface IngestedStep {
  readonly account: IngestAccount;
  /** When the exports were read, seconds since 1970, where nothing has changed since; null: they were read now. */
  readonly readAt: number | null;
}

/** What became of the rows, in a line. */
export function sayAccount({ account: { files, rejected }, readAt }: IngestedStep): string {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const said = `${count(rows, 'row')} of ${count(files.length, 'file')} read, ${count(rejected.length, 'row')} turned away.`;
  return readAt === null ? said : `Nothing new: the exports are those of ${sayInstant(readAt)}. ${said}`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}

function sayInstant(instant: number): string {
  return new Date(instant * 1000).toISOString().replace('.000Z', 'Z');
}

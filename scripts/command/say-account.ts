import type { IngestAccount } from '../../src/values/rows.ts';

/** What became of the rows, in a line. */
export function sayAccount({ files, rejected }: IngestAccount): string {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  return `${count(rows, 'row')} of ${count(files.length, 'file')} read, ${count(rejected.length, 'row')} turned away.`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}

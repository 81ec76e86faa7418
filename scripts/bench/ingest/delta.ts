/** What changed in a made-up company within a day: one row in a hundred of its leads, deals and tasks, and as much new history. */

/** The instant of the change, as Salesforce writes it, and that of the export which tells it; both after the sample's own export. */
export const changedAt = '2026-11-09T12:00:00.000Z';
export const deltaAsOf = '2026-11-10T05:40:00Z';

type Cells = Readonly<Record<string, string>>;

interface Changing {
  /** What another version of a row says otherwise. */
  readonly changed: (row: Cells) => Cells;
  /** What a new row says otherwise than the one that it is made after. */
  readonly added: Cells;
  /** Rows of history are never changed: all are new. */
  readonly onlyAdds: boolean;
}

const withMore = (text = '', more: number): string => (text === '' ? '' : `${Number(text) + more}.0`);

const unconverted = {
  IsConverted: 'false',
  Status: 'New',
  ConvertedDate: '',
  ConvertedAccountId: '',
  ConvertedContactId: '',
  ConvertedOpportunityId: '',
};

/** The files that a day changes. */
export const changing = {
  Lead: { changed: (row) => ({ Score__c: withMore(row['Score__c'], 1) }), added: unconverted, onlyAdds: false },
  LeadHistory: { changed: () => ({}), added: {}, onlyAdds: true },
  Opportunity: { changed: (row) => ({ Amount: withMore(row['Amount'], 1000) }), added: {}, onlyAdds: false },
  OpportunityHistory: { changed: () => ({}), added: {}, onlyAdds: true },
  Task: { changed: () => ({ Subject: 'Call, once more' }), added: { Subject: 'Call' }, onlyAdds: false },
} as const satisfies Readonly<Record<string, Changing>>;
export type ChangingFile = keyof typeof changing;

/** One row in so many is in the delta; of these one in so many is new, and the others are newer versions. */
const oneIn = 100;
const newOneIn = 10;

/** Whether a day changes the row of a number, from 0. */
export function isChanged(number: number): boolean {
  return number % oneIn === oneIn / 2;
}

/** What a day makes of such a row: its newer version, or a new one made after it. `header`: the file's columns; `values`: those of the row. */
export function rowAfterADay(
  file: ChangingFile,
  header: readonly string[],
  values: readonly string[],
  number: number,
): string[] {
  const { changed, added, onlyAdds }: Changing = changing[file];
  const row: Cells = Object.fromEntries(header.map((column, index) => [column, values[index] ?? '']));
  const isNew = onlyAdds || Math.floor(number / oneIn) % newOneIn === 0;
  const otherwise: Cells = isNew ? { ...added, Id: newId(row['Id'] ?? ''), CreatedDate: changedAt } : changed(row);
  const now: Cells = { ...row, ...otherwise, LastModifiedDate: changedAt, SystemModstamp: changedAt };
  return header.map((column) => now[column] ?? '');
}

/** An id that no row of the sample has. It has its capitals where the old one has them: the last three letters, which tell them, stay true. */
function newId(id: string): string {
  return id.replace('Hw', 'Hx');
}

/** A row as the sample writes it: every value in quotes. */
export function textOf(values: readonly string[]): string {
  return values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
}

/** English: how whole and how fresh the data is, and what is to be mended where it is entered. */
import type { HealthSort } from '../../../values/health.ts';
import { counted, plainNumber } from './forms.ts';

export const dataHealth = {
  lead: 'Below stands what to mend in the CRM, then what became of every row of every file.',
  well: 'All is well: nothing is to be mended',
  noRow: 'No row has been read yet',
  name: 'Faults of the exports',
  none: 'Nothing. Every row could be read, every link leads somewhere, and every record has its date.',
  rows: 'See the rows',
  links: 'See which',
  files: 'See all files',
  pulls: 'See the pulls',
  metrics: 'See the number',
} as const;

/** Where rows turned away matter most: `19 of 22,200 rows were turned away`. */
export const turnedAway = (rejected: number, rows: number): string =>
  `${plainNumber(rejected)} of ${counted(rows, 'row', 'rows')} ${rejected === 1 ? 'was' : 'were'} turned away`;

/** What to mend before all else: `Mend first: 1,204 opportunities without an entry for amount`. */
export const mendFirst = (count: number, says: string): string => `Mend first: ${plainNumber(count)} ${says}`;

/** Faults that one who works with the record can't mend alone. */
const operations: readonly (HealthSort | 'operations')[] = [
  'operations', 'before 1971', 'below zero', 'same person', 'same name', 'owner gone', 'owner unknown',
  'stage is not where it last moved', 'won without a stage of won deals', 'converted by its status only',
]; // prettier-ignore

/** Who mends it: goes before what to do. */
export const whoseMove = (sort: HealthSort | 'operations'): string =>
  operations.includes(sort) ? 'For operations' : 'For the records’ owners';

/** `reason`: what is said of a value, 'is no day of the calendar'. */
export const turnedAwayFor = (count: number, reason: string) =>
  `${count === 1 ? 'row' : 'rows'} turned away: a value ${reason}`;
export const linksNowhere = (count: number) => `${count === 1 ? 'link leads' : 'links lead'} nowhere`;
export const pullsCutShort = (count: number) => `${count === 1 ? 'pull' : 'pulls'} did not come through`;
export const filesBehind = (count: number) => `${count === 1 ? 'file is' : 'files are'} older than the newest one`;
export const notCountable = (count: number) =>
  `${count === 1 ? 'number can’t' : 'numbers can’t'} be counted: a field is missing`;
export const without = (records: string) => `${records} without a date`;

/** Where it is: a name, and how many of them lie there. */
export const manyAt = (where: string, count: number) => `${where} (${plainNumber(count)})`;
/** `lead of activities`, of a kind of records and its field. */
export const fieldOf = (plural: string, field: string) => `${field} of ${plural}`;

/** What to do about it, an imperative without a number. */
export const mendBy = {
  rejected: 'Correct the value in the CRM, or in what writes the export. The next pull takes the row in.',
  undated: 'Fill in the date. Until then they stand in no month.',
  links: 'Look for records that were deleted or merged. What names them still counts.',
  files: 'See whether its last pull failed.',
  pulls: 'Mend what it says, or wait for the next pull: it goes on where this one stopped.',
  missing: 'Map the field in the source’s file.',
} as const;

/** What each sort of fault is called in few words, beside how many there are. */
export const mendSorts: Readonly<Record<keyof typeof mendBy, string>> = {
  rejected: 'Rows turned away',
  undated: 'Records without a date',
  missing: 'Numbers that lack a field',
  links: 'Links that lead nowhere',
  files: 'Files older than the newest',
  pulls: 'Pulls that did not come through',
};

/** The table of pulls. */
export const pullNames = {
  title: 'How the last pulls ended',
  about: 'When each place was asked last for what is new, and when all of it came.',
  from: 'From',
  last: 'Last pull',
  ended: 'How it ended',
  complete: 'Last complete',
  agreed: 'Agreed',
  never: 'never',
  notAgreed: 'not agreed',
  every: (span: string) => `every ${span}`,
  outcomes: { complete: 'all came', partial: 'part came', failed: 'nothing came' },
} as const;

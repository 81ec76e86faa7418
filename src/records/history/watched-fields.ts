import { presence } from './observed-line.ts';

/** Which fields of a record are watched from export to export where nobody keeps its history, by kind. */
const watched: ReadonlyMap<string, readonly string[]> = new Map([
  ['opportunity', ['stage', 'amount', 'closed', 'forecast category', 'probability']],
  ['lead', ['status', 'owner']],
]);

/** What a line of the file may tell of a kind. */
export const watchedFields: ReadonlyMap<string, readonly string[]> = new Map(
  [...watched].map(([kind, fields]) => [kind, [...fields, presence]]),
);

/** The kind that holds the history of a watched one. */
export const historyOf: ReadonlyMap<string, string> = new Map([
  ['opportunity', 'stage change'],
  ['lead', 'field change'],
]);

/** Where a row of the history holds a watched field, where it has another name. */
export const heldAs: ReadonlyMap<string, string> = new Map([
  ['stage', 'to'],
  ['closed', 'close date'],
]);

export function fieldsWatched(kind: string): readonly string[] {
  return watched.get(kind) ?? [];
}

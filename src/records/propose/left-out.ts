import { stageDatesOf } from './extra-gifts.ts';
import { canBeNamed, isPersonal } from './columns-of.ts';
import type { Column } from './columns-of.ts';
import { knownFor } from './known/known-for.ts';
import type { LeftOut, ProposedGift, ProposedKey } from './proposal.ts';

/** Columns that the source reads or offers. */
export function usedColumns(keys: readonly ProposedKey[], gives: readonly ProposedGift[]): ReadonlySet<string> {
  const ofKeys = keys.flatMap(({ value }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value)
      : [value].flat().map(String),
  );
  const ofFields = gives
    .flatMap(({ fields, offered }) => [...fields, ...offered])
    .flatMap(({ column, says }) => {
      const tested = typeof says === 'string' ? [] : Object.keys(says.when ?? {});
      return column === null ? tested : [column, ...tested];
    });
  return new Set([...ofKeys, ...ofFields]);
}

const reasons: Readonly<Partial<Record<Column['profile']['looks'], string>>> = {
  empty: 'empty',
  id: 'ids',
  'Salesforce id': 'ids',
  'damaged id': 'ids that a spreadsheet has damaged',
  link: 'addresses of pages',
  'e-mail': 'e-mails',
  phone: 'phone numbers',
  address: 'addresses',
  person: 'names of people',
  'free text': 'free text, in which anybody may be named',
};

/** Every column that is neither read nor offered, with why. */
export function leftOutOf(
  columns: readonly Column[],
  keys: readonly ProposedKey[],
  gives: readonly ProposedGift[],
): readonly LeftOut[] {
  const used = new Set([...usedColumns(keys, gives), ...(stageDatesOf(columns)?.columns ?? [])]);
  return columns.flatMap((column) => {
    if (used.has(column.name)) return [];
    if (isWhenChanged(column.name)) return [{ column: column.name, why: 'when the row was changed last' }];
    if (!canBeNamed(column)) return [{ column: column.name, why: 'a name with braces, which no source can name' }];
    const why = reasons[column.profile.looks] ?? (isPersonal(column) ? "persons' data" : 'not read');
    return [{ column: column.name, why }];
  });
}

/** Whether a column says when its row was changed: the file's `modified` reads one of these. */
export function isWhenChanged(header: string): boolean {
  return knownFor(header).some(({ field }) => field === 'modified');
}

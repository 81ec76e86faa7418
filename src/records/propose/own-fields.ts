import { canonicalKinds } from '../kinds.ts';
import type { About } from './about.ts';
import { canBeNamed, isPersonal } from './columns-of.ts';
import type { Column } from './columns-of.ts';
import { fieldNameOf } from './gifts-of.ts';
import { stageDatesOf } from './extra-gifts.ts';
import { isWhenChanged, usedColumns } from './left-out.ts';
import type { ProposedField, ProposedGift } from './proposal.ts';

/** Types of a field of a company's own, by what its column looks like. */
const types: Readonly<Partial<Record<Column['profile']['looks'], string>>> = {
  day: 'day',
  instant: 'instant',
  number: 'number',
  money: 'money',
  duration: 'number',
  'yes-no': 'yes-no',
  choice: 'text',
  list: 'text',
  text: 'text',
};

/** The first record with every column offered that nothing reads and that holds no person's data. */
export function withOwnFields({ columns, keys, gives }: About): readonly ProposedGift[] {
  const [first, ...others] = gives;
  if (!first) return [];
  const used = new Set([...usedColumns(keys, gives), ...(stageDatesOf(columns)?.columns ?? [])]);
  const taken = new Set(
    (canonicalKinds.find(({ name }) => name === first.record)?.fields ?? []).map(({ name }) => name),
  );
  const own: ProposedField[] = [];
  for (const column of columns) {
    const is = types[column.profile.looks];
    if (
      is === undefined ||
      isWhenChanged(column.name) ||
      used.has(column.name) ||
      isPersonal(column) ||
      !canBeNamed(column)
    )
      continue;
    const field = freeName(fieldNameOf(column.name), taken);
    taken.add(field);
    const says = {
      from: column.name,
      is,
      means: column.name,
      ...(column.profile.looks === 'duration' ? { 'lasts in': 'minutes' as const } : {}),
    };
    own.push({ field, says, column: column.name, confidence: 'likely', why: `looks like ${is}` });
  }
  return [{ ...first, offered: [...first.offered, ...own] }, ...others];
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}

import type { TableSample } from '../files/sample-of.ts';
import { profileOf } from './profile.ts';
import type { Profile } from './profile.ts';

/** A column of a sample: its header, its values row by row, and what they look like. */
export interface Column {
  readonly name: string;
  readonly values: readonly string[];
  readonly profile: Profile;
}

/** The columns of a sample that have a header; a second one of the same name is none, as it could not be told from the first. */
export function columnsOf({ header, rows }: TableSample): readonly Column[] {
  return header.flatMap((name, index) => {
    if (name === '' || header.indexOf(name) < index) return [];
    const values = rows.map((row) => row[index] ?? '');
    return [{ name, values, profile: profileOf(name, values) }];
  });
}

/** A header as a source names it; null where its braces would be taken for a column inside a text. */
export function canBeNamed({ name }: Column): boolean {
  return !/[{}]/.test(name);
}

const personal: readonly Profile['looks'][] = ['e-mail', 'phone', 'address', 'person', 'free text'];

/** Whether its values are persons' data, or texts in which any may stand. */
export function isPersonal({ profile }: Column): boolean {
  return personal.includes(profile.looks);
}

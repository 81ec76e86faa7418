import type { FieldType } from '../../values/catalogue.ts';
import { formsOfDates } from '../forms/tell-forms.ts';
import type { FieldSpec } from '../schema/field.ts';
import type { Column } from './columns-of.ts';

/** What a source would say of a field that a column fills; or why the column can't. */
export type SpecTold = { readonly says: string | FieldSpec } | { readonly cannot: string };

/** By the type of the field and by what the column's values look like. */
export function specOf(type: FieldType, column: Column): SpecTold {
  if (column.profile.looks === 'empty') return { says: column.name };
  switch (type.is) {
    case 'moment':
      return momentOf(type.precision, column);
    case 'yes-no':
      return isYesNo(column) ? { says: column.name } : { cannot: 'its values are neither yes nor no' };
    case 'number':
    case 'money':
      return numberOf(type.is, column);
    case 'link':
      return linkOf(type.to, column);
    case 'text':
      return { says: column.name };
  }
}

function momentOf(precision: 'day' | 'instant', column: Column): SpecTold {
  const [best] = formsOfDates(column.values);
  if (!best || best.fits * 2 < best.of) return { cannot: 'its values are no dates' };
  if (precision === 'instant' && !best.hasTime) return { says: { from: column.name, is: 'day' } };
  return { says: column.name };
}

function isYesNo({ profile, values }: Column): boolean {
  return profile.looks === 'yes-no' || values.every((value) => /^(?:1|0|true|false|yes|no|)$/i.test(value.trim()));
}

const numeric = /^[^\p{L}\d]*(?:[A-Z]{3}\s?)?[-+(]?[^\p{L}\d]*\d/u;

function numberOf(is: 'number' | 'money', column: Column): SpecTold {
  const { name, profile, values } = column;
  if (is === 'number' && profile.looks === 'duration') return { says: { from: name, 'lasts in': 'minutes' } };
  const filled = values
    .map((value) => value.trim())
    .filter((value) => value !== '' && !profile.emptyWords.includes(value));
  const numbers = filled.filter((value) => numeric.test(value));
  if (numbers.length < filled.length || profile.looks === 'day' || profile.looks === 'instant')
    return { cannot: 'its values are no numbers' };
  if (is === 'number' && /\bseconds?\b|InSeconds/.test(name)) return { says: { from: name, 'divided by': '60' } };
  return { says: name };
}

/** A person who owns a record is known by a number where the file knows only a name. */
function linkOf(to: string, { name, profile }: Column): SpecTold {
  const byName = ['person', 'e-mail', 'text', 'choice', 'free text'].includes(profile.looks);
  // Of several none is guessed.
  if (profile.looks === 'list') return { says: { from: name, when: { [name]: { not: '*;*' } } } };
  if (!byName) return { says: name };
  if (to === 'user') return { says: { from: name, hidden: 'yes' } };
  return { cannot: `it holds names: { from: ${name}, by: name } links them once another file gives each ${to}'s name` };
}

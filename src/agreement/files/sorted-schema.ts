import { z } from 'zod';
import { notRecorded } from '../../values/breakdown.ts';
import { conditionsSchema } from '../read-conditions.ts';
import { text } from '../schema-words.ts';

/** What a figure that sorts records says. */
interface SaidSorting {
  readonly 'is the'?: string | undefined;
  readonly 'is the first of'?: Readonly<Record<string, unknown>> | undefined;
  readonly 'or else'?: string | undefined;
}

/** What does not go together in a figure, and at which of its keys. */
export interface SortingMisfit {
  readonly path: readonly string[];
  readonly says: string;
}

/** `is the first of:` names, each with the conditions under which a record has it. */
export const casesSchema = z.record(text, conditionsSchema);

/** What does not go together: two values in one figure, no case at all, or one name twice. */
export function sortingMisfits(said: SaidSorting): SortingMisfit[] {
  const cases = said['is the first of'];
  const others = said['or else'];
  if (cases === undefined)
    return others === undefined ? [] : [{ path: ['or else'], says: '"or else:" goes with "is the first of:" only' }];
  const names = Object.keys(cases);
  return [
    ...(said['is the'] === undefined
      ? []
      : [{ path: ['is the first of'], says: 'a figure has "is the:" or "is the first of:", and not both' }]),
    ...(names.length === 0
      ? [{ path: ['is the first of'], says: 'there is no case in it; write each as a name with its conditions' }]
      : []),
    ...names.flatMap((name, index) => nameMisfit(name, names.slice(0, index), ['is the first of', name])),
    ...(others === undefined ? [] : nameMisfit(others, names, ['or else'])),
  ];
}

function nameMisfit(name: string, before: readonly string[], path: readonly string[]): SortingMisfit[] {
  if (name === notRecorded)
    return [
      { path, says: `"${notRecorded}" is what has no value at all; take another name, or leave "or else:" away` },
    ];
  // A whole number would lose its place: keys that are numbers come before all others.
  if (/^\d+$/.test(name)) return [{ path, says: `"${name}" is a number and no name; add a word to it` }];
  const same = before.find((one) => one.toLowerCase() === name.toLowerCase());
  return same === undefined ? [] : [{ path, says: `"${same}" is the name of a case already; take another one` }];
}

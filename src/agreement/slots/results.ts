import type { Value } from '../../values/tree.ts';
import {
  andThen,
  anotherValue,
  readName,
  readWords,
  reading,
  type Asking,
  type Misfit,
  type Reading,
} from '../reading.ts';

type Result = Extract<Value, { readonly value: 'result' }>;

/** Reads `the result of usual-ready-time`: what another metric, named by its file, came to in the last complete year. */
export function readResult(asking: Asking, from: number): Reading<Result>[] {
  const next = readWords(asking, from, ['the', 'result', 'of'], anotherValue);
  if (next === null) return [];
  const { names } = asking;
  const named = names.metrics.map((is) => ({ is, forms: [is.slug] }));
  return andThen(readName(asking, next, named, 'a metric'), ({ slug, type }, end) => {
    const found = type(names);
    const misfits: Misfit[] =
      found === null
        ? [
            {
              says: `"${slug}" has no number for a year`,
              fix: 'name a metric of numbers by period',
              from: next,
              to: end,
            },
          ]
        : [];
    return [reading<Result>({ value: 'result', metric: slug, type: found ?? { is: 'number' } }, end, misfits)];
  });
}

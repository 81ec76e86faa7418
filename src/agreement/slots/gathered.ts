import type { RecordKind } from '../../values/catalogue.ts';
import { gatherings, type Value } from '../../values/tree.ts';
import { gatheredMisfit } from '../fits.ts';
import { kindOf } from '../names.ts';
import { andThen, anotherValue, readWords, reading, type Asking, type Reading } from '../reading.ts';
import { readSteps } from './paths.ts';
import { readRecords } from './records.ts';

type NumberOf = Extract<Value, { readonly value: 'number of' }>;
type Gathered = Extract<Value, { readonly value: 'gathered' }>;

/** Reads `the number of touches where kind is call`. */
export function readNumberOf(asking: Asking, from: number): Reading<NumberOf>[] {
  const next = readWords(asking, from, ['the', 'number', 'of'], anotherValue);
  if (next === null) return [];
  return andThen(readRecords(asking, next), (records, end) => [reading({ value: 'number of', records }, end)]);
}

/** Reads `the total amount of opportunities where won is yes`. */
export function readGathered(asking: Asking, from: number): Reading<Gathered>[] {
  return gatherings.flatMap((how) => {
    const next = readWords(asking, from, ['the', how], anotherValue);
    if (next === null) return [];
    return relatedKinds(asking).flatMap((kind) =>
      andThen(readSteps(asking, kind, next), (of, afterPath) => {
        const start = readWords(asking, afterPath, ['of']);
        if (start === null) return [];
        return andThen(readRecords(asking, start), (records, end) => {
          if (records.kind !== kind.name) return [];
          const misfit = gatheredMisfit(of, how);
          return [
            reading(
              { value: 'gathered', how, of, records },
              end,
              misfit ? [{ ...misfit, from: next, to: afterPath }] : [],
            ),
          ];
        });
      }),
    );
  });
}

/** The kinds whose records belong to one of the asking kind. */
export function relatedKinds({ kind, names }: Asking): readonly RecordKind[] {
  const related = new Set(kind.related.map((relation) => relation.kind));
  return [...related].flatMap((name) => kindOf(names, name) ?? []);
}

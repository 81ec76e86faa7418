import type { Field, RecordKind } from '../../values/catalogue.ts';
import type { FieldPath, Pick, Records, Told } from '../../values/tree.ts';
import { withArticle } from '../plural.ts';
import {
  andThen,
  isWord,
  readName,
  readWords,
  reading,
  tooDeep,
  type Asking,
  type Misfit,
  type Reading,
} from '../reading.ts';
import { relatedKinds } from './gathered.ts';
import { readSteps } from './paths.ts';
import { readRecords, readRecordsName } from './records.ts';

type Picked = Extract<Told, { readonly value: 'picked' }>;

const whiches = ['first', 'last', 'previous', 'next'] as const satisfies readonly Pick['which'][];

/**
 * Reads a value of one of the related records: `its first touch's completed`; or, where more is said of the records, with the
 * value first: `the amount of its last stage change where to is Proposal by entry`. So their conditions end the sentence's part.
 */
export function readPicked(asking: Asking, from: number): Reading<Picked>[] {
  return [...readShort(asking, from), ...readLong(asking, from)];
}

function readShort(asking: Asking, from: number): Reading<Picked>[] {
  return andThen(readWhich(asking, from), (which, afterWhich) =>
    andThen(readRecordsName(asking, afterWhich), ({ kind, term }, afterName) => {
      const next = readWords(asking, afterName, ["'s"]);
      if (next === null) return [];
      const records = { kind: kind.name, term, when: null, where: [] };
      return andThen(readSteps(asking, kind, next), (path, end) => [
        reading(
          picked(which, records, null, path),
          end,
          misfits(asking, which, kind, { from: afterWhich, to: afterName }),
        ),
      ]);
    }),
  );
}

function readLong(asking: Asking, from: number): Reading<Picked>[] {
  if (!isWord(asking, from, 'the')) return [];
  return relatedKinds(asking).flatMap((kind) =>
    andThen(readSteps(asking, kind, from + 1), (path, afterPath) => {
      const of = readWords(asking, afterPath, ['of']);
      if (of === null) return [];
      return andThen(readWhich(asking, of), (which, afterWhich) =>
        andThen(readRecords(asking, afterWhich), (records, afterRecords) =>
          records.kind !== kind.name
            ? []
            : andThen(readBy(asking, kind, afterRecords), (by, end) => [
                reading(
                  picked(which, records, by, path),
                  end,
                  misfits(asking, which, kind, { from: afterWhich, to: afterRecords }),
                ),
              ]),
        ),
      );
    }),
  );
}

function readWhich(asking: Asking, from: number): Reading<Pick['which']>[] {
  const next = readWords(asking, from, ['its']);
  if (next === null) return [];
  return whiches.flatMap((which) => {
    const end = readWords(asking, next, [which]);
    return end === null ? [] : [reading(which, end)];
  });
}

function readBy(asking: Asking, kind: RecordKind, from: number): Reading<string | null>[] {
  const none = reading<string | null>(null, from);
  if (!isWord(asking, from, 'by')) return [none];
  const fields = kind.fields.map((field) => ({ is: field, forms: [field.name] }));
  const by = andThen(readName(asking, from + 1, fields, `a field of ${withArticle(kind.name)}`), (field, end) => {
    const misfits = byMisfits(asking, field).map((misfit): Misfit => ({ ...misfit, from, to: end }));
    return [reading<string | null>(field.name, end, misfits)];
  });
  return [none, ...by];
}

/** Behind a `where`, it could be the order of what the condition speaks of as well as of what it is a condition of. */
function byMisfits(asking: Asking, { name, type }: Field): { readonly says: string; readonly fix: string }[] {
  if (asking.nested) return [{ says: 'the conditions behind "where" take no "by"', ...tooDeep }];
  if (type.is === 'moment' || type.is === 'number' || type.is === 'money') return [];
  return [{ says: `"${name}" puts records in no order`, fix: 'take a moment, a number or an amount' }];
}

function picked(which: Pick['which'], records: Records, by: string | null, path: FieldPath): Picked {
  return { value: 'picked', pick: { which, records, by }, path };
}

/** `previous` and `next` are of the record's fellows; the others are related to it. */
function misfits(
  asking: Asking,
  which: Pick['which'],
  kind: RecordKind,
  where: { readonly from: number; readonly to: number },
): Misfit[] {
  if ((which !== 'previous' && which !== 'next') || kind.name === asking.kind.name) return [];
  const says = `the ${which} of ${kind.plural} is not known to ${withArticle(asking.kind.name)}`;
  const instead = which === 'next' ? '"its first" with what it is after' : '"its last" with what it is before';
  return [{ ...where, says, fix: `only among its own kind there is a ${which} one; say ${instead}` }];
}

import type { RecordKind } from '../values/catalogue.ts';
import type { Test } from '../values/tree.ts';
import { canonical } from './canonical.ts';
import { misread, misfitting, twoReadings, type SentenceProblem } from './misread.ts';
import type { Names } from './names.ts';
import { readPattern } from './pattern.ts';
import { mistakable, phrases, type PhraseTable } from './phrases.ts';
import type { Asking, Hope, Misfit, Reader, Reading } from './reading.ts';
import { tokensOf } from './tokens.ts';

/** What a sentence means, or why it has no one meaning. */
export type Understood<T> =
  { readonly value: T; readonly problem: null } | { readonly value: null; readonly problem: SentenceProblem };

/** Reads a sentence that is true or false of a record of a kind. The test says `said` and stands nowhere yet: the caller knows the place. */
export function readTest(
  sentence: string,
  kind: RecordKind,
  names: Names,
  table: PhraseTable = phrases,
): Understood<Test> {
  return readWhole(sentence, kind, names, testReader(table), table);
}

/** Reads a whole sentence by a reader: exactly one reading must fit. */
export function readWhole<T>(
  sentence: string,
  kind: RecordKind,
  names: Names,
  read: Reader<T>,
  table: PhraseTable = phrases,
): Understood<T> {
  const hopes: Hope[] = [];
  const tokens = tokensOf(sentence);
  const asking: Asking = { sentence, tokens, names, kind, test: testReader(table), mistakable, nested: false, hopes };
  const readings = read(asking, 0);
  const whole = readings.filter((found) => found.next === tokens.length);
  const fitting = whole.filter((found) => found.misfits.length === 0);
  const [best, ...others] = leastBare(fitting.length > 0 ? fitting : whole);
  if (best === undefined)
    return { value: null, problem: misread(asking, Math.max(0, ...readings.map((found) => found.next))) };
  const [misfit] = best.misfits;
  if (misfit) return { value: null, problem: misfitting(asking, misfit) };
  const different = others.find((other) => canonical(other.value) !== canonical(best.value));
  if (different) return { value: null, problem: twoReadings(asking, best.value, different.value) };
  return { value: best.value, problem: null };
}

/** Of all readings those that take the fewest words for plain text. */
function leastBare<T>(readings: readonly Reading<T>[]): Reading<T>[] {
  const least = Math.min(...readings.map((found) => found.bare));
  return readings.filter((found) => found.bare === least);
}

/** Reads by every phrase of the table. */
function testReader(table: PhraseTable): Reader<Test> {
  return (asking, from) =>
    Object.entries(table).flatMap(([name, row]) =>
      row.parts.flatMap((parts) =>
        readPattern(asking, from, parts).map((found): Reading<Test> => {
          const { filled, spans } = found.value;
          const misfit = row.fits(filled, asking);
          const misfits: Misfit[] = misfit
            ? [{ ...(spans[misfit.at] ?? { from, to: found.next }), says: misfit.says, fix: misfit.fix }]
            : [];
          const test: Test = {
            is: 'test',
            phrase: name,
            slots: filled,
            said: said(asking, from, found.next),
            at: nowhere,
          };
          return { ...found, value: test, misfits: [...found.misfits, ...misfits] };
        }),
      ),
    );
}

const nowhere = { file: '', line: 0, column: 0 };

function said(asking: Asking, from: number, to: number): string {
  return asking.sentence.slice(asking.tokens[from]?.start, asking.tokens[to - 1]?.end);
}

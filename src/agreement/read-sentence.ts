import type { RecordKind } from '../values/catalogue.ts';
import type { Place } from '../values/problem.ts';
import type { Test } from '../values/tree.ts';
import { canonical } from './canonical.ts';
import { doubtful, misfitting, misread, twoReadings, type SentenceProblem } from './misread.ts';
import type { Names } from './names.ts';
import { readPattern } from './pattern.ts';
import { mistakable, phrases, type PhraseTable } from './phrases.ts';
import { readOnce, type Asking, type Hope, type Misfit, type Reader, type Reading } from './reading.ts';
import { readStep } from './slots/steps.ts';
import { readTold } from './slots/told.ts';
import { tokensOf } from './tokens.ts';

/** A sentence of the agreement, and what it is said of. */
export interface Sentence {
  readonly text: string;
  /** The records that it speaks of. */
  readonly of: RecordKind;
  readonly names: Names;
  readonly at: Place;
}

/** What a sentence means, or null where it has no one meaning; with all that is wrong with it. */
export interface Understood<T> {
  readonly value: T | null;
  readonly problems: readonly SentenceProblem[];
}

/** Reads a sentence that is true or false of a record. */
export function readTest(sentence: Sentence, table: PhraseTable = phrases): Understood<Test> {
  return readWhole(sentence, testReader(table), table);
}

/** Reads a whole sentence by a reader: exactly one reading must fit. */
export function readWhole<T>(sentence: Sentence, read: Reader<T>, table: PhraseTable = phrases): Understood<T> {
  const asking = askingOf(sentence, table, null);
  const whole = read(asking, 0).filter((found) => found.next === asking.tokens.length);
  const fitting = whole.filter((found) => found.misfits.length === 0);
  const [best, ...others] = leastBare(fitting.length > 0 ? fitting : whole);
  if (best === undefined) return { value: null, problems: [whereItStops(sentence, read, table)] };
  const [misfit] = best.misfits;
  if (misfit) return { value: null, problems: [misfitting(asking, misfit)] };
  const different = others.find((other) => canonical(other.value) !== canonical(best.value));
  if (different) return { value: null, problems: [twoReadings(asking, best.value, different.value, table)] };
  return { value: best.value, problems: best.bare > 0 ? asking.doubts.map((doubt) => doubtful(asking, doubt)) : [] };
}

/** Reads once more what could not be read, now with what each reader hoped for. */
function whereItStops<T>(sentence: Sentence, read: Reader<T>, table: PhraseTable): SentenceProblem {
  const asking = askingOf(sentence, table, []);
  return misread(asking, Math.max(0, ...read(asking, 0).map((found) => found.next)));
}

function askingOf({ text, of, names, at }: Sentence, table: PhraseTable, hopes: Hope[] | null): Asking {
  return {
    sentence: text,
    tokens: tokensOf(text),
    names,
    kind: of,
    at,
    test: (asking, from) => [...readOnce(asking, from, 'a test', testReader(table))],
    told: readTold,
    step: readStep,
    mistakable,
    nested: false,
    hopes,
    doubts: [],
    before: new Map(),
  };
}

/** Of all readings those that take the fewest words for plain text. */
function leastBare<T>(readings: readonly Reading<T>[]): Reading<T>[] {
  const least = Math.min(...readings.map((found) => found.bare));
  return readings.filter((found) => found.bare === least);
}

/** Reads by every phrase of the table. */
export function testReader(table: PhraseTable): Reader<Test> {
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
            at: asking.at,
          };
          return { ...found, value: test, misfits: [...found.misfits, ...misfits] };
        }),
      ),
    );
}

function said(asking: Asking, from: number, to: number): string {
  return asking.sentence.slice(asking.tokens[from]?.start, asking.tokens[to - 1]?.end);
}

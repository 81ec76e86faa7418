import { calculations, type Value } from '../../values/tree.ts';
import {
  aStep,
  andThen,
  isWord,
  readWords,
  reading,
  tooDeep,
  type Asking,
  type Misfit,
  type Reading,
} from '../reading.ts';
import { calculationMisfit, elseMisfit } from '../step-fits.ts';
import { readOperandPart } from './parts.ts';

const oneStep = {
  says: 'a value takes one step',
  fix: 'name what comes first in vocabulary.yml, with "is the:", and go on with its name',
};

/** Reads a value and, where the sentence has one, the step that it takes: `amount minus recurring amount`, `paid on, or else due on`. */
export function withStep(asking: Asking, firsts: readonly Reading<Value>[]): Reading<Value>[] {
  return andThen(firsts, (first, next) => [reading(first, next), ...readStep(asking, first, next)]);
}

/** Reads the step that a value takes. A second one is understood, and told of. */
export function readStep(asking: Asking, first: Value, from: number): Reading<Value>[] {
  const steps = [...readCalculation(asking, first, from), ...readElse(asking, first, from)].map((found) => {
    const misfit: Misfit = { ...tooDeep, says: 'the conditions behind "where" take no steps', from, to: found.next };
    return asking.nested ? { ...found, misfits: [...found.misfits, misfit] } : found;
  });
  const second = andThen(steps, (step, next) =>
    readStep(asking, step, next).map((found) => ({ ...found, misfits: [{ ...oneStep, from: next, to: found.next }] })),
  );
  return [...steps, ...second];
}

function readCalculation(asking: Asking, left: Value, from: number): Reading<Value>[] {
  return calculations.flatMap((how) => {
    const next = readWords(asking, from, how.split(' '), aStep);
    if (next === null) return [];
    return andThen(readOperandPart(asking, next), (right, end) => {
      const misfit = calculationMisfit(how, left, right);
      const misfits = misfit ? [{ ...misfit, from: next, to: end }] : [];
      return [reading<Value>({ value: 'calculated', how, left, right }, end, misfits)];
    });
  });
}

function readElse(asking: Asking, first: Value, from: number): Reading<Value>[] {
  const next = first.value === 'literal' ? null : afterElse(asking, from);
  if (next === null) return [];
  return andThen(readOperandPart(asking, next), (second, end) => {
    const misfit = elseMisfit(first, second);
    return [
      reading<Value>({ value: 'or else', first, second }, end, misfit ? [{ ...misfit, from: next, to: end }] : []),
    ];
  });
}

/** Behind `, or else`; the comma may be missing. */
function afterElse(asking: Asking, from: number): number | null {
  if (asking.tokens[from]?.is === 'comma') return readWords(asking, from + 1, ['or', 'else'], aStep);
  return isWord(asking, from, 'or') && isWord(asking, from + 1, 'else') ? from + 2 : null;
}

/** Who gets the credit for a record: whole pieces that add up to all of it, what remains to the earliest touch. */
import { inOrder } from './plain-fields.ts';
import { nameOf } from './plain-members.ts';
import { related } from './plain-related.ts';
import type { Standing, Answer } from './plain-world.ts';
import { creditDimension } from '../../src/agreement/credit-words.ts';
import type { Measure } from '../../src/values/agreement.ts';
import type { Breakdown, CreditModel } from '../../src/values/breakdown.ts';

/** A part of a record's credit, in pieces; null where there is nothing to give. */
export interface Share {
  readonly dimension: string;
  readonly member: string;
  readonly pieces: number | null;
}

/** Money is split to the minor unit, anything else to the millionth. */
export const piecesOf = (measure: Measure): number =>
  'of' in measure && typeof measure.of !== 'string' && measure.of.type.is === 'money' ? 1 : 1_000_000;

/** The members that get credit for a record, by the agreed model and by those shown beside it. `recorded`: whom the record names. */
export function creditFor(
  at: Standing,
  { dimension, credit }: Breakdown,
  measure: Measure,
  amount: Answer['known'],
  recorded: string,
): Share[] {
  if (!credit) return [];
  const touches = inOrder(related(at, credit.touches).records).map((touch) => nameOf(touch, credit.path));
  const number = 'of' in measure ? amount : 1;
  const whole = number === null ? null : Math.floor(Number(number) * piecesOf(measure) + 0.5);
  const models = [
    { dimension, model: credit.agreed },
    ...credit.beside.map((model) => ({ dimension: creditDimension(dimension, model), model })),
  ];
  return models.flatMap(({ dimension, model }) => {
    if (model.model === 'recorded' || touches.length === 0) return [{ dimension, member: recorded, pieces: whole }];
    if (whole === null) return touches.map((member) => ({ dimension, member, pieces: null }));
    const pieces = split(whole, touches.length, model);
    const given = touches.map((member, index) => ({ dimension, member, pieces: pieces[index] ?? 0 }));
    return given.filter(({ pieces }) => pieces !== 0 || whole === 0);
  });
}

/** The whole by touches, the earliest first. */
function split(whole: number, touches: number, model: CreditModel): number[] {
  const weights = weightsOf(model, touches);
  const all = weights.reduce((sum, one) => sum + one, 0);
  const others = weights.slice(1).map((weight) => Math.trunc((whole * weight) / all));
  return [whole - others.reduce((sum, one) => sum + one, 0), ...others];
}

function weightsOf(model: CreditModel, touches: number): number[] {
  const each = (weight: (index: number) => number): number[] =>
    Array.from({ length: touches }, (_, index) => weight(index));
  const last = touches - 1;
  switch (model.model) {
    case 'recorded':
    case 'first touch':
      return each((index) => (index === 0 ? 1 : 0));
    case 'last touch':
      return each((index) => (index === last ? 1 : 0));
    case 'even':
      return each(() => 1);
    case 'by position': {
      if (touches === 1) return [1];
      if (touches === 2) return model.first + model.last === 0 ? [1, 1] : [model.first, model.last];
      const ends = (percent: number): number => Math.round(percent * 1000) * (touches - 2);
      return each((index) =>
        index === 0 ? ends(model.first) : index === last ? ends(model.last) : Math.round(model.between * 1000),
      );
    }
  }
}

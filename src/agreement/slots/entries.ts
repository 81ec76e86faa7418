import type { MomentType } from '../../values/catalogue.ts';
import type { Told } from '../../values/tree.ts';
import { closestWord } from '../closest-word.ts';
import { kindOf } from '../names.ts';
import { withArticle } from '../plural.ts';
import { andThen, anotherValue, readWords, reading, type Asking, type Misfit, type Reading } from '../reading.ts';
import { readText } from './literals.ts';

type Entered = Extract<Told, { readonly value: 'entered' }>;

const instant: MomentType = { is: 'moment', precision: 'instant', may: 'be a fact' };

/** Reads when a record got to be what it is, by its history: `entered Proposal`, `last entered "Closed Won"`. */
export function readEntered(asking: Asking, from: number): Reading<Entered>[] {
  return (['first', 'last'] as const).flatMap((which) => {
    const next = readWords(asking, from, which === 'first' ? ['entered'] : ['last', 'entered'], anotherValue);
    if (next === null) return [];
    return andThen(readText(asking, next), (choice, end) => {
      const misfits = misfitsOf(asking, choice).map((misfit): Misfit => ({ ...misfit, from: next, to: end }));
      return [reading<Entered>({ value: 'entered', which, choice, type: typeOf(asking) }, end, misfits)];
    });
  });
}

/** A row's moment is when the entry was. */
function typeOf(asking: Asking): MomentType {
  const rows = asking.kind.history && kindOf(asking.names, asking.kind.history.kind);
  const happens = rows?.fields.find((field) => field.name === rows.happens)?.type;
  return happens?.is === 'moment' ? happens : instant;
}

function misfitsOf({ kind, names }: Asking, choice: string): { readonly says: string; readonly fix: string }[] {
  const { history } = kind;
  if (history === null) return [{ says: `${withArticle(kind.name)} has no history of what it entered`, fix: '' }];
  const choices = names.orders.find((order) =>
    order.fields.some((one) => one.kind === kind.name && one.field === history.field),
  )?.choices;
  if (choices === undefined || choices.includes(choice)) return [];
  const meant = closestWord(choice, choices);
  const fix = meant === null ? `it has ${choices.join(', ')}` : `did you mean "${meant}"?`;
  return [{ says: `no ${history.field} is called "${choice}"`, fix }];
}

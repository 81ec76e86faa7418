import type { Agreement } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Problem } from '../../values/problem.ts';
import { closestWord } from '../closest-word.ts';
import { comparedTexts } from '../compared-texts.ts';

/**
 * A warning for each text that a field is compared with and that is nearly, and not quite, a choice of the order that the field is in. An order
 * need not name every choice (a lost deal has left the way of those that are won), so a text that is like none of them is left to measuring,
 * which knows what records have.
 */
export function nearChoices(agreement: Agreement, catalogue: Catalogue): Problem[] {
  return comparedTexts(agreement, catalogue).flatMap(({ kind, field, text, at }): Problem[] => {
    const order = agreement.orders.find(({ fields }) =>
      fields.some((one) => one.kind === kind.name && one.field === field.name),
    );
    if (!order || order.choices.includes(text)) return [];
    const meant = order.choices.find((choice) => isNear(text, choice));
    if (meant === undefined) return [];
    const says = `the order "${order.name}" has no "${text}"`;
    return [{ ...at, level: 'warning', says, fix: `did you mean "${meant}"?` }];
  });
}

/** Word by word: "Closed Lost" is no slip for "Closed Won", however many letters they share. */
function isNear(text: string, choice: string): boolean {
  const [one, other] = [wordsOf(text), wordsOf(choice)];
  return one.length === other.length && one.every((word, index) => closestWord(word, [other[index] ?? '']) !== null);
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

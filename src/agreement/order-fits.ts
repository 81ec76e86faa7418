import type { ChoiceOrder } from '../values/agreement.ts';
import type { Value } from '../values/tree.ts';
import { closestWord } from './closest-word.ts';
import { nameOf, type Misfitting } from './fits.ts';
import { kindAlong, type Names } from './names.ts';

/** `comes before` and `comes after`: both sides are of one declared order, and a choice that is written out is in it. */
export function inOneOrder(value: Value, other: Value, names: Names): Misfitting | null {
  const order = orderOf(value, names);
  if (order === null) {
    return {
      says: `${nameOf(value)} is in no order that the vocabulary declares`,
      fix: 'declare one in vocabulary.yml with "orders:" and "in order:"',
    };
  }
  const list = order.choices.join(', ');
  if (other.value === 'literal' && other.literal.literal === 'text') {
    const { text } = other.literal;
    if (order.choices.includes(text)) return null;
    const meant = closestWord(text, order.choices);
    const says = `"${text}" is not in the order "${order.name}"`;
    return { says, fix: meant === null ? `it has ${list}` : `did you mean "${meant}"?` };
  }
  if (orderOf(other, names)?.name === order.name) return null;
  return { says: `${nameOf(other)} is not in the order "${order.name}"`, fix: `compare with one of ${list}` };
}

/** The order of a value's choices: that of its field, of what its figure is, or of both sides of an `or else`. */
function orderOf(value: Value, names: Names): ChoiceOrder | null {
  if (value.value === 'or else') {
    const [one, other] = [orderOf(value.first, names), orderOf(value.second, names)];
    return one === other ? one : null;
  }
  if (value.value !== 'field' && value.value !== 'picked') return null;
  const { from, links, field, figure } = value.path;
  const kind = kindAlong(names, from, links)?.name;
  if (figure) {
    const is = names.figures.find((one) => one.kind === kind && one.name === field)?.is();
    return is ? orderOf(is, names) : null;
  }
  return names.orders.find((order) => order.fields.some((one) => one.kind === kind && one.field === field)) ?? null;
}

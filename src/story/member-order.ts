/** In which order the members of a breakdown stand, where the agreement tells it. */
import type { Agreement } from '../values/agreement.ts';
import { inNoBand, notRecorded, type Breakdown } from '../values/breakdown.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Value } from '../values/tree.ts';
import { kindOfPath } from './kind-of-path.ts';

/** Members in the order that was agreed: bands and cases as they were written, choices as the vocabulary orders them; empty where none was. */
export function agreedOrder(
  { cut }: Pick<Breakdown, 'cut'>,
  { orders, figures }: Pick<Agreement, 'orders' | 'figures'>,
  catalogue: Catalogue,
): readonly string[] {
  if (cut.cut === 'bands') return [...cut.bands.map(({ name }) => name), inNoBand];
  if (cut.cut === 'test') return [];
  const kind = kindOfPath(cut.path, catalogue);
  if (cut.path.figure) {
    const is = figures.find((figure) => figure.kind === kind && figure.name === cut.path.field)?.is;
    return is?.value === 'sorted' ? namesOf(is) : [];
  }
  const isOf = (field: { readonly kind: string; readonly field: string }) =>
    field.kind === kind && field.field === cut.path.field;
  return orders.find(({ fields }) => fields.some(isOf))?.choices ?? [];
}

/** The names that a figure sorts records under, in the order in which they are looked through; the others come last. */
function namesOf({ cases, others }: Value & { value: 'sorted' }): readonly string[] {
  return [...cases.map(({ name }) => name), ...(others === null ? [] : [others])];
}

/** A member's place among others, to sort by: as the list has them, then all that are not in it, last what is not recorded. */
export function placeAmong(members: readonly string[]): (member: string) => number {
  const places = new Map(members.map((member, index) => [member, index]));
  return (member) => (member === notRecorded ? members.length + 1 : (places.get(member) ?? members.length));
}

/** In which order the members of a breakdown stand, where the agreement tells it. */
import type { Agreement } from '../values/agreement.ts';
import { inNoBand, notRecorded, type Breakdown } from '../values/breakdown.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { kindOfPath } from './kind-of-path.ts';

/** Members in the order that was agreed: bands as they were written, choices as the vocabulary orders them; empty where none was. */
export function agreedOrder(
  { cut }: Pick<Breakdown, 'cut'>,
  { orders }: Pick<Agreement, 'orders'>,
  catalogue: Catalogue,
): readonly string[] {
  if (cut.cut === 'bands') return [...cut.bands.map(({ name }) => name), inNoBand];
  if (cut.cut === 'test') return [];
  const kind = kindOfPath(cut.path, catalogue);
  const isOf = (field: { readonly kind: string; readonly field: string }) =>
    field.kind === kind && field.field === cut.path.field;
  return orders.find(({ fields }) => fields.some(isOf))?.choices ?? [];
}

/** A member's place among others, to sort by: as the list has them, then all that are not in it, last what is not recorded. */
export function placeAmong(members: readonly string[]): (member: string) => number {
  const places = new Map(members.map((member, index) => [member, index]));
  return (member) => (member === notRecorded ? members.length + 1 : (places.get(member) ?? members.length));
}

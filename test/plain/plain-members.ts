/** Into which member of a breakdown a record falls. */
import { asDay } from './plain-answer.ts';
import { allHold } from './plain-record.ts';
import { ofPath } from './plain-values.ts';
import type { Standing } from './plain-world.ts';
import type { Band, Cut } from '../../src/values/breakdown.ts';
import type { FieldPath } from '../../src/values/tree.ts';

export function memberOf(at: Standing, cut: Cut): string {
  switch (cut.cut) {
    case 'value':
      return nameOf(at, cut.path);
    case 'touch':
      return 'Not recorded';
    case 'bands': {
      const { known } = ofPath(at, cut.path);
      if (known === null) return 'Not recorded';
      return cut.bands.find((band) => isIn(band, Number(known)))?.name ?? 'In no band';
    }
    case 'test':
      return allHold(at, [cut.test]).holds ? cut.holds : cut.others;
  }
}

/** A value as the name of a member: a moment by its local date. */
export function nameOf(at: Standing, path: FieldPath): string {
  const found = ofPath(at, path);
  const known = found.type.is === 'moment' ? asDay(at.sight, found) : found.known;
  if (known === null || known === '') return 'Not recorded';
  return typeof known === 'boolean' ? (known ? 'yes' : 'no') : String(known);
}

function isIn({ from, to }: Band, value: number): boolean {
  const isFrom = from === null || value > from.at || (from.inside && value === from.at);
  const isTo = to === null || value < to.at || (to.inside && value === to.at);
  return isFrom && isTo;
}

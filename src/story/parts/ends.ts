import type { Fact } from '../../values/statement.ts';
import type { PublishedValue } from '../../values/value.ts';
import { compares, hasFew } from '../figures/compared-period.ts';
import type { Direction } from '../locale/en/reading.ts';
import { when } from '../statements/backed.ts';
import type { Facts, StatementKind } from '../statements/statement-kind.ts';
import type { Subject } from '../subject.ts';
import { isOfRecords } from '../traits.ts';
import { isNamed, type Parts } from './breakdown-parts.ts';

/** Whether a member has records enough, and a number, to stand beside others. */
export const hasEnough = (subject: Subject, row: PublishedValue): boolean =>
  row.value !== null && compares(subject, row) && !hasFew(subject, row);

/** Whether a member's records are enough and half of them are not over yet, so that its number lies beyond every known one. */
const isNotReached = (subject: Subject, row: PublishedValue): boolean =>
  row.value === null && row.denominator === null && compares(subject, row);

interface Ends {
  readonly lowest: PublishedValue | null;
  readonly highest: PublishedValue | null;
  /** Whether one with too few records lies beyond them, so that they are the ends only of those with enough. */
  readonly among: boolean;
}

/**
 * The members with the least and the greatest number, of those given; null where several share it, or where what stands for no member lies
 * as far out, such as what is not recorded.
 */
export function endsOf(subject: Subject, { rows }: Parts, compared: readonly PublishedValue[]): Ends {
  const enough = rows.filter((row) => hasEnough(subject, row) && (compared.includes(row) || !isNamed(row.member)));
  const few = rows.filter((row) => !enough.includes(row));
  const endless = few.some((row) => isNotReached(subject, row));
  const at = ({ value }: PublishedValue) => value ?? Number.NaN;
  const end = (side: 1 | -1) => {
    const [first, second] = enough.toSorted((one, other) => side * (at(one) - at(other)));
    return first && compared.includes(first) && (!second || at(first) !== at(second)) ? first : null;
  };
  const [lowest, highest] = [end(1), endless ? null : end(-1)];
  const beyond = (row: PublishedValue) =>
    row.value !== null &&
    ((lowest !== null && row.value <= at(lowest)) || (highest !== null && row.value >= at(highest)));
  return { lowest, highest, among: few.some(beyond) };
}

/** What the numbers of ends are numbers of, as `endFacts` tells them. */
export const endNumbers = {
  lowestValue: 'own', lowestPart: 'count', lowestOf: 'count', highestValue: 'own', highestPart: 'count', highestOf: 'count',
} as const satisfies StatementKind['numbers']; // prettier-ignore

export const endDirections = ({ lowest, highest }: Facts): readonly Direction[] => [
  ...when(typeof lowest === 'string', 'record low'),
  ...when(typeof highest === 'string', 'record high'),
];

/** An end as facts. `name`: `lowest`, `highest`. */
export function endFacts(
  { metric }: Subject,
  name: 'lowest' | 'highest',
  row: PublishedValue | null,
): Record<string, Fact> {
  if (!row) return { [name]: null };
  const counts = isOfRecords(metric) && Number.isInteger(row.numerator) && Number.isInteger(row.denominator);
  return {
    [name]: row.member,
    [`${name}Value`]: row.value,
    [`${name}Part`]: counts ? row.numerator : null,
    [`${name}Of`]: counts ? row.denominator : null,
  };
}

/** The number that says why leads were turned down, wherever a page holds one: it is told by its reasons. */
import { sortedAcross } from '../story/statements/sorted-across.ts';
import { isWouldBeGood, wouldBeGood } from '../story/statements/would-be-good.ts';
import { isOfRecords } from '../story/traits.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { acrossTold } from './across-told.ts';

/** A breakdown, and what is said of it. */
export interface ToldBreakdown {
  readonly breakdown: Breakdown;
  readonly says: Statement | null;
}

export interface TurnedDown {
  readonly one: MetricEdition;
  /** By the reason that was given, and by what the teams sort reasons under; in the order of the agreement. */
  readonly reasons: readonly ToldBreakdown[];
  /** By what would make them good; null where nobody asks. */
  readonly wouldBe: ToldBreakdown | null;
}

/** Whether a breakdown is by the reason of a handover, or by a figure of the counted record itself, such as the kind of its reason. */
const isReason = ({ cut }: Breakdown): boolean =>
  cut.cut === 'value' && cut.path.links.length === 0 && (cut.path.figure || cut.path.field === 'rejection reason');

const isByReason = ({ cut }: Breakdown): boolean =>
  cut.cut === 'value' && cut.path.links.length === 0 && cut.path.field === 'rejection reason';

/** The first of the metrics that counts records by the reason for which they were turned down; null where there is none. */
export function turnedDown(edition: Edition, metrics: readonly MetricEdition[]): TurnedDown | null {
  const one = metrics.find(({ metric }) => metric.adds.members && metric.breakdowns.some(isByReason));
  if (!one || one.metric.missing.length > 0) return null;
  const { breakdowns } = one.metric;
  const wouldBe = breakdowns.find(isWouldBeGood);
  return {
    one,
    reasons: breakdowns
      .filter(isReason)
      .map((breakdown) => ({ breakdown, says: acrossTold(edition, one, sortedAcross, breakdown.dimension) })),
    wouldBe: wouldBe ? { breakdown: wouldBe, says: acrossTold(edition, one, wouldBeGood, wouldBe.dimension) } : null,
  };
}

/** Shares of the same records: how many of those that were turned down are explained, or should not have been passed on. */
export const sharesOfThem = ({ one }: TurnedDown, metrics: readonly MetricEdition[]): MetricEdition[] =>
  metrics.filter(({ metric }) => isOfRecords(metric) && metric.wordings[0].term === one.metric.wordings[0].term);

/** The finding of a page that holds such a number: under which reasons most were turned down. */
export const whyTurnedDown = (found: TurnedDown | null): Statement | null =>
  found?.reasons.find(({ says }) => says !== null)?.says ?? null;

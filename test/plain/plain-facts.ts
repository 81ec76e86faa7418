/** What each record is to a metric: whether it counts, is kept or waits, on which day, and what is taken of it. */
import { asDay } from './plain-answer.ts';
import { creditFor, type Share } from './plain-credit.ts';
import { dayDeadline, deadline } from './plain-deadline.ts';
import { existed, fieldAnswer } from './plain-fields.ts';
import { allHold, belongs, isOfTerm, noneHolds } from './plain-record.ts';
import { momentAnswer, ofPath } from './plain-values.ts';
import { follow, recordsOf, type Horizon, type Sight, type Standing, type Answer } from './plain-world.ts';
import { memberOf } from './plain-members.ts';
import type { Measure, Metric, Wording } from '../../src/values/agreement.ts';
import type { Day } from '../../src/values/period.ts';
import type { Verdict } from '../../src/values/plain.ts';
import type { FieldPath } from '../../src/values/tree.ts';

export interface Fact {
  readonly at: Standing;
  readonly wording: Wording;
  /** Local date of the `by` moment; null: undated. */
  readonly day: Day | null;
  readonly kept: boolean;
  readonly waits: boolean;
  /** What is summed, averaged, told apart or counted in. */
  readonly amount: Answer['known'];
  /** A stretch of time that has begun and is not over. */
  readonly open: boolean;
  /** There is an amount, and no rate for it. */
  readonly unpriced: boolean;
  /** Of each breakdown, in their order. */
  readonly members: readonly string[];
  /** Of the breakdowns that give credit, who gets how much. */
  readonly credit: readonly Share[];
}

/** The records that count, or may yet. They are judged by the wordings of their days, or all by the one that is given. */
export function factsOf(metric: Metric, sight: Sight, inForce: Wording | null = null): Fact[] {
  const kinds = new Set(metric.wordings.map(({ kind }) => kind));
  return [...kinds]
    .flatMap((kind) => recordsOf(sight, kind).filter(existed))
    .flatMap((at) => factOf(metric, at, inForce) ?? []);
}

export function factOf(metric: Metric, bare: Standing, inForce: Wording | null): Fact | null {
  const by = metric.by && ofPath(bare, metric.by);
  const day = by && asDay(bare.sight, by);
  // Without a day of its own an amount is changed at the rate of the day on which its record happened.
  const rateDay = metric.rateOn
    ? asDay(bare.sight, ofPath(bare, metric.rateOn))
    : metric.by
      ? day
      : asDay(bare.sight, fieldAnswer(bare, bare.kind.happens));
  const at = { ...bare, sight: { ...bare.sight, rateDay } };
  const wording = inForce ?? metric.wordings.find((one) => holdsOn(one, day, metric));
  if (!wording || wording.kind !== at.kind.name) return null;
  const member = membership(wording, at);
  if (!member.holds && !member.waits) return null;
  const { judged } = bare.sight;
  const outcome = outcomeOf(wording, judged ? { ...bare, sight: { ...judged, rateDay } } : at, by);
  const amount = amountOf(wording.measure, at);
  const members = metric.breakdowns.map(({ cut }) => memberOf(at, cut));
  return {
    at,
    wording,
    day,
    kept: outcome.holds,
    waits: member.waits || outcome.waits || amount.waits,
    amount: amount.known,
    open: amount.open,
    unpriced: amount.unpriced,
    members,
    credit: metric.breakdowns.flatMap((one, index) =>
      creditFor(at, one, wording.measure, amount.known, members[index] ?? ''),
    ),
  };
}

/** The wordings' stretches part the days; the newest takes the undated. */
export function holdsOn({ from, until }: Wording, day: Day | null, metric: Metric): boolean {
  if (day === null) return metric.wordings[0].from === from && metric.wordings[0].until === until;
  return (from === null || from <= day) && (until === null || day <= until);
}

export const hasOutcome = ({ measure }: Measure): boolean => measure === 'share' || measure === 'conversion';

/** Whether the record is counted. Measures without an outcome count what is kept. */
export function membership(wording: Wording, at: Standing): Verdict {
  return belongs([
    ...(wording.term === null ? [] : [isOfTerm(at, wording.term)]),
    noneHolds(at, wording.exceptWhen),
    ...(hasOutcome(wording.measure) ? [] : [judged(wording, at)]),
  ]);
}

/** By the first of `instead` whose test holds, else by `kept when`. Who is asked a test that waits, waits. */
function judged({ keptWhen, instead }: Wording, at: Standing): Verdict {
  let waits = false;
  for (const one of instead) {
    const test = allHold(at, [one.when]);
    waits ||= test.waits;
    if (test.holds) {
      const verdict = allHold(at, one.keptWhen);
      return { holds: verdict.holds, waits: waits || verdict.waits };
    }
  }
  const verdict = allHold(at, keptWhen);
  return { holds: verdict.holds, waits: waits || verdict.waits };
}

/** Whether a counted record is kept. In a conversion only what happened within its window counts, and it waits until that is over. */
export function outcomeOf(wording: Wording, at: Standing, by: Answer | null): Verdict {
  const { measure } = wording;
  if (!hasOutcome(measure)) return { holds: true, waits: false };
  if (measure.measure !== 'conversion' || by === null) return judged(wording, at);
  const horizon = horizonOf(at.sight, by, measure.within);
  const verdict = judged(wording, { ...at, sight: { ...at.sight, horizon } });
  const open = horizon.byDay
    ? horizon.day !== null && horizon.day >= at.sight.asOfDay
    : horizon.instant !== null && horizon.instant > at.sight.asOf;
  return { holds: verdict.holds, waits: verdict.waits || open };
}

function horizonOf(sight: Sight, by: Answer, within: (Measure & { measure: 'conversion' })['within']): Horizon {
  const day = asDay(sight, by);
  const byDay = by.type.is === 'moment' && by.type.precision === 'day';
  return {
    byDay,
    day: day === null ? null : dayDeadline(sight.clock, day, within, 'after'),
    instant: byDay || by.known === null ? null : deadline(sight.clock, Number(by.known), within, 'after'),
  };
}

/** What a measure takes of each record, or counts it in. */
export function amountPath(measure: Measure): FieldPath | null {
  if ('countedIn' in measure) return measure.countedIn;
  return 'of' in measure && typeof measure.of !== 'string' ? measure.of : null;
}

function amountOf(measure: Measure, at: Standing): Pick<Fact, 'amount' | 'open' | 'unpriced' | 'waits'> & Answer {
  const path = amountPath(measure);
  const none = { amount: null, open: false, unpriced: false };
  if (path === null) return { ...none, known: null, waits: false, type: { is: 'number' } };
  const found = ofPath(at, path);
  const known = path.type.is === 'moment' ? asDay(at.sight, found) : found.known;
  return {
    ...found,
    known,
    amount: known,
    open: isOpen(at, path),
    unpriced: path.type.is === 'money' && found.unpriced === true,
  };
}

/** Whether a figure that is a distance between two moments knows where it starts, and not yet where it ends. */
function isOpen(start: Standing, path: FieldPath): boolean {
  const at = follow(start, path.links);
  const figure = path.figure
    ? at.sight.world.agreement.figures.find(({ name, kind }) => name === path.field && kind === at.kind.name)
    : undefined;
  if (!figure || (figure.term !== null && !isOfTerm(at, figure.term).holds)) return false;
  if (figure.is.value === 'field') return isOpen(at, figure.is.path);
  if (figure.is.value !== 'distance') return false;
  return momentAnswer(at, figure.is.from).known !== null && momentAnswer(at, figure.is.to).known === null;
}

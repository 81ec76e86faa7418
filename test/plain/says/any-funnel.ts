/** A funnel drawn by chance, whose stages follow the records of one cohort: so many came, and which part of them came further. */
import type { Agreement, Metric, Stage } from '../../../src/values/agreement.ts';
import type { Day, Grain } from '../../../src/values/period.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { place } from '../../unit/story/made-up.ts';
import { periodBefore, rowOf, type PeriodOf } from './any-values.ts';
import { made, records } from './made-metrics.ts';
import type { Random } from './random.ts';

/** A metric that counts a stage, with all its values. */
export interface Counted {
  readonly metric: Metric;
  readonly values: readonly PublishedValue[];
}

export interface AnyFunnel {
  readonly stages: Agreement['funnel'];
  /** One for each stage that is counted, the first one's first. */
  readonly counted: readonly Counted[];
}

/** What came to each stage in a month: of those whose time is over, and for how many it is not. */
interface Month extends PeriodOf {
  readonly cohort: number;
  readonly steps: readonly { readonly came: number; readonly waiting: number; readonly records: number }[];
}

const named = [
  ['Inquiry', 'inbound lead'], ['Qualified lead', 'qualified lead'], ['Deal', 'inbound deal'], ['Customer', 'customer'], ['Closed Won', 'inbound win'],
] as const; // prettier-ignore

const stageOf = (name: string, term: string, countedBy: string | null): Stage => ({
  name, ownedBy: 'sales', term, kind: 'handover', entersWhen: [], leavesWhen: [], atMost: null, countedBy, took: null, at: place,
}); // prettier-ignore

const { metric: first } = made('count', ['funnel-0', 'Inbound leads', '{value} inbound leads came in {period}'],
  { unit: records('inbound lead', 'inbound leads'), adds: { periods: true, members: true }, finest: 'month' }, { measure: { measure: 'count' } }); // prettier-ignore

function conversion(at: number, days: number, finest: 'month' | 'quarter'): Metric {
  const within = { amount: days, unit: 'days' } as const;
  const words = [`funnel-${at}`, `Inbound leads at stage ${'BCDEF'[at - 1] ?? ''}`, `{value} of the inbound leads of {period} came to stage ${'BCDEF'[at - 1] ?? ''} within ${days} days`] as const;
  return made('share', words, { unit: { unit: 'share' }, finest }, { measure: { measure: 'conversion', within, countedIn: null } }).metric;
} // prettier-ignore

/** The newest month runs, and for some before it time is not over; now and then stages do not follow one cohort. */
function anyMonths(today: Day, stages: number, random: Random): Month[] {
  const size = random.one([1, 6, 30, 120, 4000]);
  const parts = Array.from({ length: stages - 1 }, () => 0.2 + 0.8 * random.part());
  const ripening = random.whole(0, 5);
  return Array.from({ length: random.one([2, 7, 14, 26, 40]) }, (_, index) => index).toReversed().map((back): Month => {
    const cohort = random.often(4) ? 0 : Math.round(size * (0.6 + 0.8 * random.part()));
    let before = cohort;
    const steps = parts.map((part, stage) => {
      const waiting = back < ripening + stage ? random.whole(0, cohort) : 0;
      const wrong = random.often(1);
      const came = Math.min(cohort - waiting, wrong ? cohort : Math.round(before * part));
      before = came;
      return { came, waiting, records: cohort + (random.often(1) ? 1 : 0) };
    });
    return { ...periodBefore(today, 'month', back), cohort, steps };
  });
} // prettier-ignore

const yearOf = (day: Day): PeriodOf => {
  const year = day.slice(0, 4);
  return { grain: 'year', period: `FY${year}`, from: `${year}-01-01`, to: `${year}-12-31` };
};

/** The months of each longer period put together. */
function longer(months: readonly Month[], of: (day: Day) => PeriodOf): Month[] {
  const groups = Map.groupBy(months, ({ from }) => of(from).period);
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    const sum = (number: (month: Month) => number) => group.reduce((total, month) => total + number(month), 0);
    if (!one) return [];
    const steps = one.steps.map((_, at) => ({
      came: sum(({ steps: all }) => all[at]?.came ?? 0),
      waiting: sum(({ steps: all }) => all[at]?.waiting ?? 0),
      records: sum(({ steps: all }) => all[at]?.records ?? 0),
    }));
    return [{ ...of(one.from), cohort: sum(({ cohort }) => cohort), steps }];
  });
}

/** Of the first stage how many came, of the others the part of those whose time is over. */
function valueOf(metric: Metric, month: Month, at: number, today: Day): PublishedValue {
  const runs = month.to >= today;
  const step = month.steps[at - 1];
  if (!step) {
    const numbers = { value: month.cohort, numerator: null, denominator: null, waiting: 0, records: month.cohort };
    return rowOf(metric, placeOf(month), numbers, { status: runs ? 'so far' : 'complete' });
  }
  const { came: numerator, waiting, records: all } = step;
  const denominator = all - waiting;
  const value = denominator === 0 ? null : numerator / denominator;
  const status = runs ? 'so far' : waiting > 0 ? 'maturing' : 'complete';
  return rowOf(metric, placeOf(month), { value, numerator, denominator, waiting, records: all }, { status });
}

const placeOf = ({ grain, period, from, to }: PeriodOf): PeriodOf => ({ grain, period, from, to });

const isIn = (metric: Metric, grain: Grain) => metric.finest === 'month' || grain !== 'month';

/** None for a company in four. */
export function anyFunnel(today: Day, random: Random): AnyFunnel {
  if (random.often(25)) return { stages: [], counted: [] };
  const later = random.whole(1, named.length - 1);
  const metrics = [first, ...Array.from({ length: later }, (_, index) => conversion(index + 1, 30 * (index + 1), random.often(10) ? 'quarter' : 'month'))];
  const months = anyMonths(today, metrics.length, random);
  const all = [...months, ...longer(months, (day) => periodBefore(day, 'quarter', 0)), ...longer(months, yearOf)];
  const counted = metrics.map((metric, at): Counted => ({
    metric,
    values: all.filter(({ grain }) => isIn(metric, grain)).map((month) => valueOf(metric, month, at, today)),
  }));
  const stages = named.map(([name, term], at) => stageOf(name, term, metrics[at]?.slug ?? null));
  return { stages, counted };
} // prettier-ignore

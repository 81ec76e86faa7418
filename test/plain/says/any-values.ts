/** Values of one metric over up to forty periods, as measuring would write them: whatever a company's numbers may come to. */
import type { Metric } from '../../../src/values/agreement.ts';
import type { Day, Grain } from '../../../src/values/period.ts';
import type { MetricValue, PublishedValue, ValueStatus } from '../../../src/values/value.ts';
import { plainMark } from '../plain-marks.ts';
import type { Made } from './made-metrics.ts';
import type { Random } from './random.ts';

export interface PeriodOf {
  readonly grain: Grain;
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
}

const two = (number: number) => String(number).padStart(2, '0');
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The month, or the calendar quarter, that lies so many before that of a day. */
export function periodBefore(day: Day, grain: 'month' | 'quarter', back: number): PeriodOf {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const step = grain === 'month' ? 1 : 3;
  const index = Math.floor((year * 12 + month - 1) / step) - back;
  const [y, m] = [Math.floor((index * step) / 12), ((index * step) % 12) + 1];
  const period = grain === 'month' ? `${y}-${two(m)}` : `FY${y}-Q${Math.ceil(m / 3)}`;
  return { grain, period, from: `${y}-${two(m)}-01`, to: lastOf(y, m + step - 1) };
}

/** How large the numbers of one metric are, and how they go on. */
interface Course {
  readonly size: number;
  readonly wobble: number;
  readonly trend: number;
  readonly jumpAt: number;
  readonly jump: number;
  readonly negative: boolean;
}

const sizes = {
  share: [8, 30, 60, 400], amounts: [5000, 2e7, 9e9], count: [0, 1, 4, 20, 250, 3800, 1_250_000], money: [0, 900, 45_000, 2_400_000, 78_000_000, 5_000_000_000, 7e12],
  duration: [0.2, 0.9, 4, 26, 260, 4100], times: [0.05, 0.9, 3, 40], balance: [900_000, 160_000_000, 8e10], number: [0.4, 3, 55, 12_345], day: [1, 1],
} as const satisfies Record<Made['nature'], readonly number[]>; // prettier-ignore

export function anyCourse({ nature, metric }: Made, random: Random): Course {
  const of = sizes[nature];
  const isDifference = metric.wordings[0].measure.measure === 'difference';
  return {
    size: of[random.whole(0, of.length - 1)] ?? 1,
    wobble: random.one([0, 0.05, 0.2, 0.6]),
    trend: random.one([0, 0, 0.02, -0.02]),
    jumpAt: random.often(40) ? random.whole(0, 12) : -1,
    jump: random.one([0.1, 0.5, 2, 6]),
    negative: isDifference && random.often(60),
  };
}

/** A number at so many periods before the newest. */
function levelAt({ size, wobble, trend, jumpAt, jump, negative }: Course, back: number, random: Random): number {
  const level = size * (1 - trend * back) * (1 + wobble * (random.part() * 2 - 1)) * (back <= jumpAt ? jump : 1);
  return (negative && random.often(50) ? -1 : 1) * Math.max(level, 0);
}

type Numbers = Pick<MetricValue, 'value' | 'numerator' | 'denominator' | 'waiting' | 'records'>;
const noParts = { numerator: null, denominator: null };

const drawn: Record<Made['nature'], (level: number, random: Random, rate: number, to: Day) => Numbers> = {
  share(level, random, rate) {
    const records = random.often(6) ? 0 : Math.round(level);
    const waiting = 0;
    const numerator = random.often(8) ? records * random.whole(0, 1) : Math.min(records, Math.round(records * rate * (0.8 + random.part() * 0.4)));
    return { value: records === 0 ? null : numerator / records, numerator, denominator: records, waiting, records };
  },
  amounts(level, random, rate) {
    const denominator = random.often(5) ? 0 : Math.round(level);
    const numerator = Math.min(denominator, Math.round(denominator * rate * (0.7 + random.part() * 0.6)));
    return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator, waiting: 0, records: random.whole(1, 60) };
  },
  count: (level) => ({ value: Math.round(level), ...noParts, waiting: 0, records: Math.round(Math.abs(level)) }),
  money: (level, random) => ({ value: Math.round(level), ...noParts, waiting: 0, records: level === 0 ? 0 : random.whole(1, 300) }),
  balance: (level, random) => ({ value: Math.round(level), ...noParts, waiting: 0, records: random.whole(1, 300) }),
  duration(level, random) {
    const records = random.whole(3, 90);
    const value = random.often(4) ? null : random.often(20) ? Math.round(level) : level;
    const waiting = random.often(10) ? random.whole(1, 4) : 0;
    return { value, ...noParts, waiting, records: records + waiting };
  },
  times(level, random) {
    const denominator = random.often(4) ? 0 : random.whole(10_000, 9_000_000);
    const numerator = Math.round(denominator * level);
    return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator, waiting: 0, records: random.whole(0, 90) };
  },
  number: (level, random) => ({ value: random.often(3) ? null : level, ...noParts, waiting: 0, records: random.whole(5, 90) }),
  day(_, random, __, to) {
    const day = Math.floor(Date.parse(to) / 86_400_000) - random.whole(0, 27);
    return { value: random.often(10) ? null : day, ...noParts, waiting: 0, records: random.whole(1, 20) };
  },
}; // prettier-ignore

/** Records whose time is not up yet: of a share also such as were kept already. */
function withWaiting(numbers: Numbers, { nature, metric }: Made, random: Random): Numbers {
  const waits = nature === 'share' || (nature === 'count' && metric.adds.periods);
  if (!waits || !random.often(60)) return numbers;
  const waiting = random.whole(1, random.one([2, 9, 40]));
  return { ...numbers, waiting, records: numbers.records + waiting };
}

const wordingOn = ({ wordings }: Metric, day: Day) =>
  wordings.find(({ from }) => from === null || from <= day) ?? wordings[0];

function levelOf(
  target: { readonly level: { readonly level: string; readonly value?: number } } | null,
): number | null {
  return target?.level.level === 'one' ? (target.level.value ?? null) : null;
}

/** A row of the whole or of a member, with what was agreed for its period and its mark. */
export function rowOf(metric: Metric, at: PeriodOf, numbers: Numbers, over: Partial<MetricValue> = {}): PublishedValue {
  const [first, last] = [wordingOn(metric, at.from), wordingOn(metric, at.to)];
  const status: ValueStatus = over.status ?? (numbers.waiting > 0 ? 'waiting' : 'complete');
  const agreed = at.grain !== 'undated';
  const value: MetricValue = {
    metric: metric.slug, ...at, dimension: '', member: '', ...numbers, low: null, high: null,
    wording: first === last ? (first.from ?? 'the beginning') : null,
    target: agreed ? levelOf(last.target) : null, broken: agreed ? levelOf(last.broken) : null, ...over, status,
  }; // prettier-ignore
  return { ...value, mark: plainMark(metric, value), fixed: null };
}

/** Up to forty periods, the newest of them running, waiting or ripening as the metric allows. */
export function anyRows(made: Made, today: Day, random: Random): PublishedValue[] {
  const { metric, nature } = made;
  const course = anyCourse(made, random);
  const rate = random.part();
  const number = (back: number, to: Day) => drawn[nature](levelAt(course, back, random), random, rate, to);
  if (metric.finest === 'all') {
    const all = { grain: 'all', period: 'all', from: '2020-01-01', to: today } as const;
    return random.often(10) ? [] : [rowOf(metric, all, number(0, today), { status: 'so far' })];
  }
  const grain = metric.finest === 'quarter' ? 'quarter' : 'month';
  const periods = random.one([0, 1, 2, 5, 11, 12, 13, 14, 20, 25, 30, 40]);
  const ripening = metric.wordings[0].measure.measure === 'conversion' ? random.whole(0, 3) : 0;
  const rows: PublishedValue[] = [];
  for (let back = periods; back >= 1; back -= 1) {
    if (random.often(1)) continue;
    const at = periodBefore(today, grain, back);
    const numbers = number(back, at.to);
    const settled = back <= 2 ? withWaiting(numbers, made, random) : numbers;
    rows.push(rowOf(metric, at, settled, back <= ripening ? { status: 'maturing' } : {}));
  }
  if (random.often(80))
    rows.push(
      rowOf(metric, periodBefore(today, grain, 0), withWaiting(number(0, today), made, random), { status: 'so far' }),
    );
  if (random.often(10)) rows.push(rowOf(metric, periodBefore(today, grain, -1), number(0, today), { status: 'ahead' }));
  if (random.often(8))
    rows.push(rowOf(metric, { grain: 'undated', period: 'undated', from: '', to: '' }, number(0, today)));
  return rows;
}

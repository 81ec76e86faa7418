/** A company drawn by chance: its currency, the day of its data, a dozen metrics, and all values that sentences are made from. */
import type { Agreement, Metric } from '../../../src/values/agreement.ts';
import type { Bridge, BridgePeriod } from '../../../src/values/bridge.ts';
import type { Distribution } from '../../../src/values/distribution.ts';
import type { Stretch } from '../../../src/values/stretch.ts';
import type { MetricValue, PeriodTarget, PublishedValue } from '../../../src/values/value.ts';
import type { Material } from '../../../src/story/subject.ts';
import { plainMark } from '../plain-marks.ts';
import { agreement as madeUp } from '../../unit/story/made-up.ts';
import { withBefore } from './any-before.ts';
import { withDecisions } from './any-decisions.ts';
import { anyFunnel } from './any-funnel.ts';
import { anyMembers, breakdowns } from './any-members.ts';
import { anyPromise } from './any-promise.ts';
import { anyRisks } from './any-risks.ts';
import { topicBreakdowns, topicFigures, yearsOf } from './any-topics.ts';
import { anyRows } from './any-values.ts';
import { madeMetrics, type Made } from './made-metrics.ts';
import { randomOf, type Random } from './random.ts';

const days = ['2026-11-09', '2026-01-02', '2026-02-28', '2026-07-01', '2027-03-31'] as const;
const wordingsBegin = ['2026-01-01', '2025-07-01', '2026-05-15', '2024-01-01'] as const;

const term = (name: string, plural: string, alsoCalled: readonly string[] = []): Agreement['terms'][number] => ({
  ...(madeUp.terms[0] as Agreement['terms'][number]), name, plural, alsoCalled, slug: name.replaceAll(' ', '-'),
}); // prettier-ignore

export interface AnyCompany {
  readonly agreement: Agreement;
  readonly materials: readonly Material[];
  readonly today: string;
}

/** `number`: the company's; the same one is drawn each time. */
export function anyCompany(number: number): AnyCompany {
  const random = randomOf(number);
  const currency = random.one(['EUR', 'USD', 'JPY', 'GBP', 'CHF']);
  const today = random.one(days);
  const chosen = madeMetrics(currency).map((made): Made => ({
    ...made,
    metric: withPlace({ ...made, metric: anyPromise(made, random, wordingsBegin) }, random),
  }));
  // Each of these is drawn apart, so that the rest of a company stays as it was.
  const ofRisks = randomOf(number + 9_000_000);
  const risks = anyRisks(ofRisks).map((made) => ({ ...made, metric: anyPromise(made, ofRisks, wordingsBegin) }));
  const funnel = anyFunnel(today, randomOf(number + 10_000_000));
  const metrics = [...chosen, ...risks, ...funnel.counted].map(({ metric }) => metric);
  const agreement: Agreement = {
    ...madeUp,
    company: { ...madeUp.company, currency },
    terms: [
      term('qualified lead', 'qualified leads', ['MQL']), term('customer', 'customers'), term('inbound lead', 'inbound leads'),
      term('inbound deal', 'inbound deals'), term('inbound win', 'inbound wins'), term('open deal', 'open deals'),
    ],
    figures: topicFigures,
    funnel: funnel.stages,
    metrics,
  }; // prettier-ignore
  const told = chosen.filter(() => random.often(60));
  const materials = [
    ...told.map((made) => anyMaterial(made, agreement, today, random)),
    ...risks.map((made) => anyMaterial(made, agreement, today, ofRisks)),
    ...funnel.counted.map(({ metric, values }) => ({ metric, agreement, values, reading: readingOf(metric, today) })),
  ];
  // Drawn apart, so that a company stays who it was.
  const before = withBefore(materials, today, randomOf(number + 7_000_000));
  return { agreement, today, materials: withDecisions(before, randomOf(number + 8_000_000)) };
}

/** Some stand on the headline page, some are paired, some are broken down. */
function withPlace(made: Made, random: Random): Metric {
  const { metric } = made;
  const placed = {
    ...metric,
    headline: metric.promise && random.often(50) ? random.whole(1, 6) : null,
    pairedWith: random.often(40) ? 'accepted' : null,
    breakdowns: [...breakdowns.filter(() => random.often(15)), ...topicBreakdowns(made, random)],
  };
  return { ...placed, promise: withPause(placed) };
}

/** A promise of a share that is broken down says whom to pause. */
function withPause({ promise, breakdowns: [breakdown], unit }: Metric): Metric['promise'] {
  if (!promise || !breakdown || unit.unit !== 'share') return promise;
  const pause = {
    dimension: breakdown.dimension,
    below: 0.5,
    periods: 1,
    grain: 'month',
    said: 'below 50% for 1 month',
  } as const;
  return { ...promise, pause };
}

const readingOf = ({ slug, missing }: Metric, today: string): Material['reading'] => ({
  metric: slug, asOf: Date.parse(`${today}T05:40:00Z`) / 1000, missing, todays: [],
}); // prettier-ignore

function anyMaterial(made: Made, agreement: Agreement, today: string, random: Random): Material {
  const { metric } = made;
  const rows = metric.missing.length > 0 ? [] : anyRows(made, today, random);
  const stale = random.often(3);
  const wholes = rows
    .map((row) => closed(stale ? { ...row, mark: { mark: 'none', why: 'stale' } } : row, metric, today, random))
    .map((row) => bounded(row, made, random));
  const years = random.often(50) ? yearsOf(made, wholes, today) : [];
  const values = [...wholes, ...years, ...anyMembers(made, metric, [...wholes, ...years], random)];
  return {
    metric,
    agreement,
    // They may stand in any order.
    values: random.often(30) ? values.toReversed() : values,
    reading: readingOf(metric, today),
    stretches: stretchesOf(made, wholes, random),
    targets: targetsOf(metric, wholes, random),
    restated: restatedOf(metric, wholes, random),
    bridge: made.nature === 'balance' && random.often(80) ? bridgeOf(metric, wholes, random) : null,
    distribution: made.nature === 'duration' && random.often(60) ? lengthsOf(metric, wholes, random) : null,
  }; // prettier-ignore
}

/** Some periods closed at another number than today's, with the mark that this one had. */
function closed(row: PublishedValue, metric: Metric, today: string, random: Random): PublishedValue {
  const open = Date.parse(today) - Date.parse(row.to) < 20 * 86_400_000;
  if (open || row.value === null || row.status !== 'complete' || row.mark.why === 'stale' || !random.often(40)) return row;
  const part = random.one([1, 1, 0.9, 1.02, 1.5, 0.999]);
  const whole = metric.unit.unit !== 'share' && metric.unit.unit !== 'duration' && metric.unit.unit !== 'times' && metric.unit.unit !== 'number';
  const value = whole ? Math.round(row.value * part) : metric.unit.unit === 'share' ? Math.min(1, row.value * part) : row.value * part;
  const mark = plainMark(metric, { ...row, value, numerator: row.numerator, denominator: row.denominator });
  const was = metric.unit.unit === 'share' ? marked(metric, row, value) : mark;
  const { grain, period, target, broken, to } = row;
  const fixed = { metric: metric.slug, grain, period, closed: to, fixed: to, mark: was, value, target, broken, unit: '', seal: '' };
  return { ...row, mark: was, fixed };
} // prettier-ignore

/** The mark of a share that came to this, of as many records. */
function marked(metric: Metric, row: PublishedValue, value: number): PublishedValue['mark'] {
  const today = plainMark(metric, row);
  if (today.mark === 'none' || row.target === null) return today;
  const way = metric.wordings.find(({ from }) => from === null || from <= row.to)?.target?.way === 'at most' ? -1 : 1;
  if (way * (value - row.target) >= -1e-9) return { mark: 'kept', why: null };
  return { mark: way * (value - (row.broken ?? row.target)) >= -1e-9 ? 'slipping' : 'broken', why: null };
}

/** What some records lack makes it uncertain. */
function bounded(row: PublishedValue, { nature }: Made, random: Random): PublishedValue {
  if (row.value === null || (nature !== 'share' && nature !== 'count') || !random.often(10)) return row;
  const low = nature === 'share' ? row.value * 0.8 : Math.floor(row.value * 0.8);
  const high = nature === 'share' ? Math.min(1, row.value * 1.2 + 0.01) : Math.ceil(row.value * 1.2 + 1);
  return { ...row, low, high };
}

function stretchesOf({ nature, metric }: Made, rows: readonly PublishedValue[], random: Random): Stretch[] {
  const at = rows.findIndex(({ status, grain }) => status === 'so far' && grain !== 'all');
  const [running, earlier] = [rows[at], rows[at - 1]];
  if (!running || !earlier || random.often(30)) return [];
  const part = random.part();
  const denominator = earlier.denominator === null ? null : Math.round(earlier.denominator * part);
  const numerator = denominator === null ? null : Math.min(denominator, Math.round((earlier.numerator ?? 0) * part));
  const ofParts = nature === 'share' || nature === 'amounts' || nature === 'times';
  const ratio = denominator === null || numerator === null || denominator === 0 ? null : numerator / denominator;
  const whole = nature === 'count' || nature === 'money' || nature === 'balance' || nature === 'day';
  const value = ofParts ? ratio : earlier.value === null ? null : whole ? Math.round(earlier.value * part) : earlier.value * part;
  return [{ metric: metric.slug, grain: running.grain, running: running.period, earlier: earlier.period, until: 0, value, numerator, denominator, waiting: 0, records: earlier.records }];
} // prettier-ignore

const targetsOf = (metric: Metric, rows: readonly PublishedValue[], random: Random): PeriodTarget[] =>
  rows.flatMap(({ grain, period, target, broken, status, to }) => {
    if (target === null) return [];
    const way = metric.wordings.find(({ from }) => from === null || from <= to)?.target?.way ?? 'at least';
    const byNow = status === 'so far' && metric.adds.periods ? target * random.part() : null;
    return [{ metric: metric.slug, grain, period, way, target, broken, byNow, said: '', steps: [] }];
  });

/** By today's wording the periods before it came to other numbers. */
function restatedOf(metric: Metric, rows: readonly PublishedValue[], random: Random): MetricValue[] {
  const [{ from, exceptWhen }, before] = metric.wordings;
  if (from === null || !before || before.exceptWhen.length === exceptWhen.length || random.often(30)) return [];
  return rows.filter(({ dimension }) => dimension === '').map((row) => {
    if (row.from >= from || row.value === null) return row;
    const numerator = row.numerator === null ? null : Math.floor(row.numerator * 0.7);
    const value = row.denominator !== null && numerator !== null ? (row.denominator === 0 ? null : numerator / row.denominator) : Math.round(row.value * 0.7);
    return { ...row, value, numerator, wording: from };
  });
} // prettier-ignore

const movements = ['Opened', 'Raised', 'Lowered', 'Won', 'Lost', 'Reopened'] as const;

/** The way of a balance, each step by chance, the last one what is left to its end. */
function bridgeOf(metric: Metric, rows: readonly PublishedValue[], random: Random): Bridge {
  let opening: number | null = 0;
  const periods = rows.filter(({ status, grain }) => status !== 'ahead' && grain !== 'undated').map((row): BridgePeriod => {
    const { grain, period, from, to, status, value: closing } = row;
    const signs = [1, 1, -1, -1, -1, 1];
    const steps = signs.map((sign) => (random.often(20) ? 0 : sign * Math.round(random.part() * random.one([900, 4_000_000, 90_000_000]))));
    const other = steps.slice(1).reduce((sum, step) => sum + step, 0);
    const lost = random.often(5) ? 12_345 : 0;
    const first = opening === null || closing === null ? null : closing - opening - other - lost;
    const moved = [first, ...steps.slice(1)];
    const step = { grain, period, from, to, opening, moved, notExplained: first === null ? null : lost, closing, status };
    opening = closing;
    return step;
  });
  return { metric: `${metric.slug}-moves`, balance: metric.slug, unit: metric.unit, movements, periods };
} // prettier-ignore

/** Lengths of which the middle one is the number of the newest period that is over. */
function lengthsOf(metric: Metric, rows: readonly PublishedValue[], random: Random): Distribution | null {
  const row = rows.findLast(({ status, grain }) => grain !== 'undated' && (status === 'complete' || status === 'waiting'));
  if (!row || row.value === null) return null;
  const middle = row.value;
  const pairs = random.whole(2, 30);
  const open = random.one([0, 0, Math.min(3, pairs)]);
  const under = Array.from({ length: pairs }, () => middle * random.part());
  const over = Array.from({ length: pairs - open }, () => middle * (1 + 2 * random.part()));
  const all = [...under, middle, ...over];
  const width = random.one([0.1, 0.5, 1, 2, 5, 50].filter((one) => one * 24 > middle) as [number, ...number[]]) ?? Math.ceil(middle / 10);
  const bins = Array.from({ length: 24 }, (_, index) => {
    const [from, to] = [index * width, (index + 1) * width];
    return { from, to, records: all.filter((length) => from <= length && length < to).length };
  });
  const beyond = all.length - bins.reduce((sum, { records }) => sum + records, 0);
  const { grain, period, from, to } = row;
  return { metric: metric.slug, grain, period, from, to, bins, beyond, open };
} // prettier-ignore

import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { company } from '../berlin-company.ts';
import { metric, office, wording } from './company.ts';
import { periodNamed, periodsBetween } from '../../../src/calendar/periods.ts';
import { withTargets } from '../../../src/measure/period-targets.ts';
import type { Metric, Wording } from '../../../src/values/agreement.ts';
import type { Target, TargetLevel } from '../../../src/values/target.ts';
import type { Period } from '../../../src/values/period.ts';
import type { MetricValue } from '../../../src/values/value.ts';

const atLeast = (level: TargetLevel): Target => ({ way: 'at least', level, said: 'as agreed' });
const one = (value: number, grain: Period['grain'] | null = null, spread = false): Target =>
  atLeast({ level: 'one', value, grain, spread });
const listed = (periods: Readonly<Record<string, number>>): Target =>
  atLeast({ level: 'listed', periods: new Map(Object.entries(periods)) });

const counting = { adds: { periods: true, members: true } };
const euros = { unit: { unit: 'money', currency: 'EUR' } } as const;
const share = { adds: { periods: false, members: false }, unit: { unit: 'share' } } as const;

const leads = (target: Target, more: Partial<Metric> = {}, wordings: Partial<Wording> = {}): Metric =>
  metric('leads', [wording('lead', { target, ...wordings })], { ...counting, ...more });

const valueOf = (slug: string, period: Period, more: Partial<MetricValue> = {}): MetricValue => ({
  metric: slug,
  grain: period.grain,
  period: period.name,
  from: period.from,
  to: period.to,
  dimension: '',
  member: '',
  value: null,
  numerator: null,
  denominator: null,
  waiting: 0,
  records: 0,
  low: null,
  high: null,
  target: null,
  broken: null,
  wording: 'the beginning',
  status: 'complete',
  ...more,
});

const named = (name: string): Period => periodNamed(name, company)!;

function targeted(metrics: readonly Metric[], values: readonly MetricValue[], asOf = '2026-11-09') {
  return withTargets({ agreement: { company, calendars: [office], metrics }, values, asOfDay: () => asOf });
}

/** What one metric's target comes to in periods. */
const levels = (of: Metric, ...names: string[]): (number | null)[] =>
  targeted([of], names.map((name) => valueOf(of.slug, named(name)))).values.map(({ target }) => target); // prettier-ignore

describe('a level that holds for every period', () => {
  test('is that of each grain, and of the members of a share', () => {
    const promise = metric('promise', [wording('handover', { target: one(0.9), broken: one(0.8) })], share);
    const member = valueOf('promise', named('2026-10'), { dimension: 'team', member: 'North' });
    const all = valueOf('promise', { grain: 'all', name: 'all', from: '2026-01-01', to: '2026-11-09' });
    const { values, targets } = targeted([promise], [valueOf('promise', named('2026-10')), member, all]);
    expect(values.map(({ target, broken }) => [target, broken])).toEqual([
      [0.9, 0.8],
      [0.9, 0.8],
      [0.9, 0.8],
    ]);
    expect(targets.map(({ period, target, byNow }) => [period, target, byNow])).toEqual([
      ['2026-10', 0.9, null],
      ['all', 0.9, null],
    ]);
  });
});

describe('a level for a month', () => {
  test('is added up for quarters and years; weeks and days have none', () => {
    expect(levels(leads(one(100, 'month')), '2026-10', 'FY2026-Q4', 'FY2026', 'week-2026-10-05')).toEqual([
      100,
      300,
      1200,
      null,
    ]);
  });
  test('is that of the wording in force on the month’s last day', () => {
    const history = [
      wording('lead', { from: '2026-11-16', target: one(150, 'month') }),
      wording('lead', { until: '2026-11-15', target: one(100, 'month') }),
    ] as const;
    const of = metric('leads', history, counting);
    expect(levels(of, '2026-10', '2026-11', 'FY2026-Q4')).toEqual([100, 150, 400]);
  });
  test('has no parts for the members of what adds up', () => {
    const member = valueOf('leads', named('2026-10'), { dimension: 'source', member: 'Event' });
    expect(targeted([leads(one(100, 'month'))], [member]).values[0]?.target).toBeNull();
  });
});

describe('a level that is spread', () => {
  test('falls to shorter periods by business days: 3 and 10 October are Saturdays, so 22 working days', () => {
    const of = leads(one(220, 'month', true));
    // 5 to 9 October: five working days. 31 October and 1 November are a weekend.
    expect(levels(of, '2026-10', 'week-2026-10-05', '2026-10-05', '2026-10-10')).toEqual([220, 50, 10, 0]);
    // 28 September to 4 October: three of September's 22 days and two of October's 22.
    expect(levels(of, 'week-2026-09-28')).toEqual([50]);
  });
  test('of money gives whole cents that add up: 1.00 over 22 days is 5, 4, 5, 4 ... cents', () => {
    const of = leads(one(100, 'month', true), euros);
    expect(levels(of, '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06')).toEqual([5, 4, 5, 4]);
  });
  test('adds up to the whole, whatever the grain', () => {
    const amounts = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('day', 'month', 'quarter'), (whole, grain) => {
        const of = leads(one(whole, 'year', true), euros);
        const periods = periodsBetween(grain, '2026-01-01', '2026-12-31', company);
        const { values } = targeted([of], periods.map((period) => valueOf('leads', period))); // prettier-ignore
        expect(values.reduce((sum, { target }) => sum + (target ?? Number.NaN), 0)).toBe(whole);
      }),
      { numRuns: 30 },
    );
  });
});

describe('what runs on', () => {
  const runs = { running: 'quarter', adds: { periods: false, members: true } } as const;
  test('has the level of the time that it runs on in, and what is spread of it until a period’s end', () => {
    const of = leads(one(660, 'quarter', true), runs);
    // 66 working days from October to December, 22 of them in October and 21 in November.
    expect(levels(of, 'FY2026-Q4', '2026-10', '2026-11', '2026-12', 'FY2026')).toEqual([660, 220, 430, 660, null]);
  });
  test('has none for a shorter time than it takes in', () => {
    expect(levels(leads(one(100, 'month'), runs), '2026-11')).toEqual([null]);
  });
});

describe('a list of levels', () => {
  test('holds for the periods named, and for longer ones that they fill', () => {
    const of = leads(listed({ '2026-10': 120, '2026-11': 130, '2026-12': 150, 'FY2027-Q1': 400 }));
    expect(levels(of, '2026-10', 'FY2026-Q4', 'FY2027-Q1', '2027-01', 'FY2026', '2026-09')).toEqual([
      120,
      400,
      400,
      null,
      null,
      null,
    ]);
  });
  test('of a share holds inside the period that it is for', () => {
    const of = metric(
      'promise',
      [wording('handover', { target: listed({ 'FY2026-Q4': 0.9, '2026-12': 0.95 }) })],
      share,
    );
    expect(levels(of, 'FY2026-Q4', '2026-11', '2026-12', 'week-2026-12-07', 'FY2026', '2026-09')).toEqual([
      0.9,
      0.9,
      0.95,
      0.95,
      null,
      null,
    ]);
  });
});

describe('a target from other numbers', () => {
  const bookings = metric('bookings', [
    wording('opportunity', { target: listed({ '2027-01': 1_200_000_00, '2027-02': 900_000_00, '2027-03': 900_000_00 }) }),
  ], { ...counting, ...euros }); // prettier-ignore
  const derived: Target = atLeast({
    level: 'derived',
    plan: 'bookings',
    dividedBy: ['average-sale', 'win-rate'],
    times: [],
    earlierBy: { amount: 3, unit: 'months' },
  });
  const part: Target = atLeast({ level: 'part of target', part: 0.8 });
  const needed = leads(derived, {}, { broken: part });
  const sale = metric('average-sale', [wording('opportunity')], euros);
  const rate = metric('win-rate', [wording('opportunity')], share);
  const year = (slug: string, value: number | null): MetricValue => valueOf(slug, named('FY2025'), { value });
  const factors = [year('average-sale', 40_000_00), year('win-rate', 0.25)];
  const of = (values: readonly MetricValue[], ...names: string[]) =>
    targeted(
      [needed, bookings, sale, rate],
      [...values, ...names.map((name) => valueOf('leads', named(name)))],
    ).targets.filter(({ metric }) => metric === 'leads');

  test('1,200,000 euros in January, by sales of 40,000 of which one in four is won: 120 leads in October', () => {
    expect(of(factors, '2026-10')).toEqual([
      {
        metric: 'leads',
        grain: 'month',
        period: '2026-10',
        way: 'at least',
        target: 120,
        broken: 96,
        byNow: null,
        said: 'as agreed',
        steps: [
          { how: 'plan', metric: 'bookings', period: '2027-01', value: 1_200_000_00 },
          { how: 'divided by', metric: 'average-sale', period: 'FY2025', value: 40_000_00 },
          { how: 'divided by', metric: 'win-rate', period: 'FY2025', value: 0.25 },
        ],
      },
    ]);
  });
  test('is added up for a quarter', () => {
    expect(of(factors, 'FY2026-Q4').map(({ target }) => target)).toEqual([300]);
  });
  test('is none where a step is not known, or divides by nothing, and the steps say which', () => {
    const unknown = of([year('average-sale', 40_000_00), year('win-rate', null)], '2026-10');
    expect(unknown.map(({ target, broken }) => [target, broken])).toEqual([[null, null]]);
    expect(unknown[0]?.steps.at(-1)).toEqual({ how: 'divided by', metric: 'win-rate', period: 'FY2025', value: null });
    expect(of([year('average-sale', 0), year('win-rate', 0.25)], '2026-10')[0]?.target).toBeNull();
    expect(of(factors, '2027-01')[0]?.steps[0]).toEqual({
      how: 'plan',
      metric: 'bookings',
      period: '2027-04',
      value: null,
    });
  });
  test('is none where the plan knows no period of that length', () => {
    expect(of(factors, 'week-2026-10-05')).toEqual([]);
  });
});

describe('pace', () => {
  const running = valueOf('leads', named('2026-11'), { status: 'so far' });
  test('of 21 working days in November six have come by Monday the ninth, which counts whole', () => {
    expect(targeted([leads(one(210, 'month'))], [running]).targets[0]?.byNow).toBe(60);
  });
  test('does not move on a weekend', () => {
    const { targets } = targeted([leads(one(210, 'month'))], [running], '2026-11-08');
    expect(targets[0]?.byNow).toBe(50);
  });
  test('is for what adds up only', () => {
    expect(targeted([leads(one(0.9), share)], [running]).targets[0]?.byNow).toBeNull();
  });
});

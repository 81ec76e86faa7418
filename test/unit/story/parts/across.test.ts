import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../../../src/story/check/check-statement.ts';
import { acrossPeriod } from '../../../../src/story/figures/compared-period.ts';
import { creditApart } from '../../../../src/story/statements/credit-apart.ts';
import { partsAcross } from '../../../../src/story/statements/parts-across.ts';
import { sortedAcross } from '../../../../src/story/statements/sorted-across.ts';
import { state, type StatementKind } from '../../../../src/story/statements/statement-kind.ts';
import { wouldBeGood } from '../../../../src/story/statements/would-be-good.ts';
import { subjectOf, type Material } from '../../../../src/story/subject.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import { notRecorded, type Breakdown } from '../../../../src/values/breakdown.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { agreement, closed, delivered, place, reading, row } from '../made-up.ts';
import { byField, parted } from './by-source.ts';

const year = {
  grain: 'year',
  period: 'FY2026',
  from: '2026-01-01',
  to: '2026-12-31',
  status: 'so far',
  target: null,
  broken: null,
} as const;
const plain = (words: string | undefined) => words?.replaceAll('\u00a0', ' ');

/** The whole of the year that runs, and its members; and October, so that something is over. */
function inTheYear(metric: Metric, dimension: string, given: Readonly<Record<string, number>>): PublishedValue[] {
  const whole = Object.values(given).reduce((sum, one) => sum + one, 0);
  return [
    row(metric, '2026-10', whole),
    row(metric, '2026-10', whole, { ...year, records: 40 }),
    ...Object.entries(given).map(([member, of]) =>
      row(metric, '2026-10', of, { ...year, dimension, member, records: 20 }),
    ),
  ];
}

const kind = 'kind of rejection';
const cases = ['Not reached', 'Not ready', 'Not good'].map((name) => ({ name, when: [] }));
const sorted: Breakdown = {
  ...byField(kind),
  cut: { cut: 'value', path: { from: 'handover', links: [], field: kind, type: { is: 'text' }, figure: true } },
};
const rejected: Metric = { ...parted(delivered, 'would be good when', 'rejection reason'), slug: 'rejected' };
const bySort: Metric = { ...rejected, breakdowns: [sorted, ...rejected.breakdowns] };
const credited: Metric = {
  ...closed,
  breakdowns: [
    {
      ...byField('campaign'),
      credit: {
        agreed: { model: 'even' },
        touches: { kind: 'campaign member', term: null, when: [], where: [] } as never,
        path: { from: 'campaign member', links: [], field: 'name', type: { is: 'text' }, figure: false },
        beside: [{ model: 'recorded' }, { model: 'last touch' }],
      },
    },
  ],
};

const materialOf = (metric: Metric, values: readonly PublishedValue[]): Material => ({
  metric,
  agreement: {
    ...agreement,
    metrics: [metric],
    figures: [
      { name: kind, slug: kind, kind: 'handover', term: null, inWords: '', is: { value: 'sorted', cases, others: 'Not said' }, type: { is: 'text' }, at: place },
    ],
  },
  values,
  reading: reading(metric),
}); // prettier-ignore

/** What is said, which the checker must find true. */
function said(of: StatementKind, material: Material, dimension: string): string | undefined {
  const statement = state(of, subjectOf(material), dimension);
  if (statement) expect(checkStatement(statement, [material])).toEqual([]);
  return plain(statement?.words);
}

/** Whether the kind takes its own facts with these changes. */
function holds(of: StatementKind, material: Material, dimension: string, changes: Readonly<Record<string, unknown>>) {
  const subject = subjectOf(material);
  const facts = of.facts(subject, dimension);
  return facts !== null && of.holds({ ...facts, ...changes } as typeof facts, subject);
}

describe('why leads were turned down', () => {
  const material = materialOf(
    bySort,
    inTheYear(bySort, kind, { 'Not good': 37, 'Not ready': 12, 'Not reached': 10, 'Not said': 5 }),
  );

  test('is told by the three largest kinds, of all that there were in the year', () => {
    expect(said(sortedAcross, material, kind)).toBe(
      'Of 64 qualified leads so far in 2026, 37 are ‘Not good’, 12 ‘Not ready’ and 10 ‘Not reached’.',
    );
  });

  test('is not told of a few, nor of one kind alone, nor of plain reasons', () => {
    const few = inTheYear(bySort, kind, { 'Not good': 6, 'Not ready': 3 });
    expect(said(sortedAcross, materialOf(bySort, few), kind)).toBeUndefined();
    expect(said(sortedAcross, materialOf(bySort, inTheYear(bySort, kind, { 'Not good': 64 })), kind)).toBeUndefined();
    const reasons = inTheYear(bySort, 'rejection reason', { 'No need': 30, Student: 20 });
    expect(said(sortedAcross, materialOf(bySort, reasons), 'rejection reason')).toBeUndefined();
  });

  test('does not hold with another whole, another count or in another order', () => {
    expect(holds(sortedAcross, material, kind, {})).toBe(true);
    expect(holds(sortedAcross, material, kind, { whole: 65 })).toBe(false);
    expect(holds(sortedAcross, material, kind, { secondValue: 13 })).toBe(false);
    const swapped = { first: 'Not ready', firstValue: 12, second: 'Not good', secondValue: 37 };
    expect(holds(sortedAcross, material, kind, swapped)).toBe(false);
  });
});

describe('what would have made them good', () => {
  const dimension = 'would be good when';
  const of = (given: Readonly<Record<string, number>>) => materialOf(rejected, inTheYear(rejected, dimension, given));
  const some = of({ 'Next year': 4, 'The team has grown': 3, 'A new site': 2, [notRecorded]: 11 });

  test('is told with how many say so, and what most of them say', () => {
    expect(said(wouldBeGood, some, dimension)).toBe(
      'Of 20 qualified leads so far in 2026, 9 say what would make them good, 4 of them ‘Next year’.',
    );
  });

  test('names none where two are said as often, and says so where nobody does', () => {
    expect(said(wouldBeGood, of({ 'Next year': 3, 'A new site': 3, [notRecorded]: 14 }), dimension)).toBe(
      'Of 20 qualified leads so far in 2026, 6 say what would make them good.',
    );
    expect(said(wouldBeGood, of({ [notRecorded]: 20 }), dimension)).toBe(
      'Of 20 qualified leads so far in 2026, none says what would make them good.',
    );
    expect(said(wouldBeGood, of({ 'Next year': 1, [notRecorded]: 19 }), dimension)).toBe(
      'Of 20 qualified leads so far in 2026, 1 says what would make it good: ‘Next year’.',
    );
  });

  test('is told of this field only', () => {
    const other = inTheYear(rejected, 'rejection reason', { Student: 15, [notRecorded]: 5 });
    expect(said(wouldBeGood, materialOf(rejected, other), 'rejection reason')).toBeUndefined();
  });

  test('does not hold with more that say so, or another that is said most', () => {
    expect(holds(wouldBeGood, some, dimension, {})).toBe(true);
    expect(holds(wouldBeGood, some, dimension, { known: 10 })).toBe(false);
    expect(holds(wouldBeGood, some, dimension, { first: 'A new site', firstValue: 2 })).toBe(false);
    expect(holds(wouldBeGood, some, dimension, { whole: 21 })).toBe(false);
  });
});

describe('what other ways to give credit would say', () => {
  const by = (dimension: string, given: Readonly<Record<string, number>>) =>
    inTheYear(credited, dimension, given).filter((one) => one.dimension !== '');
  const agreed = { Search: 500_000_00, Fair: 300_000_00, Webinar: 0 };
  const of = (recorded: Readonly<Record<string, number>>, last: Readonly<Record<string, number>>) =>
    materialOf(credited, [
      ...inTheYear(credited, 'campaign', agreed),
      ...by('campaign, as recorded', recorded),
      ...by('campaign, by last touch', last),
    ]);
  // Recorded: 50,000 go from Search to the fair. Last touch: 100,000 of Search and 20,000 of the fair go to the webinar.
  const apart = of(
    { Search: 450_000_00, Fair: 350_000_00 },
    { Search: 400_000_00, Fair: 280_000_00, Webinar: 120_000_00 },
  );

  test('is told as the money that would go elsewhere, from the least to the most', () => {
    expect(said(creditApart, apart, 'campaign')).toBe(
      'So far in 2026, the other two ways to give credit would move from 50,000 euros to 120,000 of 800,000 euros to other campaigns.',
    );
  });

  test('where all other ways move as much, that is told once; where they move nothing, that they say the same', () => {
    const recorded = { Search: 450_000_00, Fair: 350_000_00 };
    expect(said(creditApart, of(recorded, recorded), 'campaign')).toBe(
      'So far in 2026, the other two ways to give credit would move 50,000 of 800,000 euros to other campaigns.',
    );
    expect(said(creditApart, of(agreed, agreed), 'campaign')).toBe(
      'So far in 2026, the other two ways to give credit would say the same.',
    );
  });

  test('does not hold with less or more money, or another number of ways', () => {
    expect(holds(creditApart, apart, 'campaign', {})).toBe(true);
    expect(holds(creditApart, apart, 'campaign', { most: 130_000_00 })).toBe(false);
    expect(holds(creditApart, apart, 'campaign', { least: 20_000_00 })).toBe(false);
    expect(holds(creditApart, apart, 'campaign', { models: 3 })).toBe(false);
    expect(holds(creditApart, apart, 'campaign', { whole: 900_000_00 })).toBe(false);
  });
});

describe('the period in which numbers stand side by side', () => {
  test('is the year that runs, and without one the period in which members compare', () => {
    const of = (values: readonly PublishedValue[]) => subjectOf(materialOf(rejected, values));
    const all = inTheYear(rejected, 'source', { Website: 30, Event: 12 });
    expect(acrossPeriod(of(all), 'source')?.period).toBe('FY2026');
    expect(acrossPeriod(of(all), 'region')?.period).toBe('2026-10');
    expect(acrossPeriod(of(all.filter(({ grain }) => grain === 'month')), 'source')?.period).toBe('2026-10');
  });

  test('is where the largest member is named', () => {
    const metric = parted(delivered, 'source');
    const values = inTheYear(metric, 'source', { Website: 30, Event: 12 });
    expect(said(partsAcross, materialOf(metric, values), 'source')).toBe(
      'So far in 2026, Website makes up 30 of 42 qualified leads, the most of any source.',
    );
    expect(holds(partsAcross, materialOf(metric, values), 'source', { together: 31 })).toBe(false);
  });
});

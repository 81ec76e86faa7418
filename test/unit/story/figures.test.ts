import { expect, test } from 'vitest';
import { multiplesFigure, rankedFigure } from '../../../src/story/figures/breakdown-figures.ts';
import { mainFigure, sharesOf } from '../../../src/story/figures/main-figure.ts';
import { shareScale } from '../../../src/story/figures/scale.ts';
import { subjectOf } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Breakdown } from '../../../src/values/breakdown.ts';
import type { MetricValue, PublishedValue } from '../../../src/values/value.ts';
import { agreement, closed, delivered, feedback, followedUp, monthly, published, reading, row } from './made-up.ts';

const about = (metric: Metric, values: readonly MetricValue[]) =>
  subjectOf({ metric, agreement, values: published(metric, values), reading: reading(metric) });
const year = (count: number) => Array.from({ length: count }, (): [number, number] => [17, 20]);
const member = (name: string, values: readonly PublishedValue[]): PublishedValue[] =>
  values.map((value) => ({ ...value, dimension: 'source', member: name }));

test('what adds up is drawn as columns from zero, a share as a line on the scale of all shares', () => {
  const counts = mainFigure(about(delivered, monthly(delivered, [19, 24], 6)), 'Title.');
  expect(counts).toMatchObject({
    figure: 'columns',
    title: 'Title.',
    scale: { from: 0 },
    ends: { value: '24', agreed: 'agreed: 22', soFar: '6 so far' },
  });
  const share = mainFigure(about(followedUp, monthly(followedUp, year(3))), 'Title.', [0.95]);
  expect(share).toMatchObject({
    figure: 'line',
    scale: { from: 0.5, to: 1 },
    ends: { value: '85%', agreed: 'agreed: 90%', soFar: '' },
  });
  expect(mainFigure(about(followedUp, monthly(followedUp, year(3))), 'Title.', [0.3]).scale.from).toBe(0.25);
});

test('a stretch of time is drawn as numbers alone: its unit stands once in the words above', () => {
  const waited = { ...followedUp, unit: { unit: 'duration', of: 'business hours' } } as const;
  const figure = mainFigure(about(waited, monthly(waited, [3.2, 5.3], 3.3)), 'Title.');
  expect(figure.scale.ticks.map(({ label }) => label)).toEqual(['0', '2', '4', '6']);
  expect(figure.ends).toMatchObject({ value: '5.3', soFar: '3.3 so far' });
  expect(figure.description).toContain('greatest 5.3\u00a0business hours');
});

test('a new wording fades what was before and names both; a new target only steps the level', () => {
  const figure = mainFigure(about(followedUp, monthly(followedUp, year(12))), 'Title.');
  expect(figure.points.map(({ old }) => old)).toEqual([true, true, ...Array<boolean>(10).fill(false)]);
  expect(figure.changes).toEqual([
    {
      on: '2026-01-01',
      before: 'within 2\u00a0business\u00a0days',
      after: 'within 1\u00a0business\u00a0day',
      since: 'since January\u00a02026',
    },
  ]);
  const stepped = mainFigure(about(delivered, monthly(delivered, Array<number>(24).fill(20))), 'Title.');
  expect(stepped.changes).toEqual([]);
  expect(stepped.levels.map(({ label, to }) => [label, to])).toEqual([
    ['agreed: 18', '2024-12-31'],
    ['agreed: 22', '2026-10-31'],
  ]);
});

test('a running share of under ten records is not drawn, and does not widen the scale', () => {
  const subject = about(followedUp, monthly(followedUp, year(3), [0, 4, 2]));
  expect(mainFigure(subject, 'Title.').points.at(-1)).toMatchObject({ state: 'so far', value: null });
  expect(Math.min(...sharesOf(subject))).toBeGreaterThan(0.7);
  const enough = about(followedUp, monthly(followedUp, year(3), [12, 16, 2]));
  expect(mainFigure(enough, 'Title.')).toMatchObject({ ends: { soFar: '75% so far' } });
});

test('a running period is drawn as so far, as it stands now, or as it began', () => {
  const drawn = (asOf: Metric['asOf']) => {
    const metric: Metric = { ...delivered, by: asOf ? null : delivered.by, asOf };
    const { ends, points } = mainFigure(about(metric, monthly(metric, [19, 24], 6)), 'Title.');
    return [ends.soFar, points.at(-1)?.says.replaceAll('\u00a0', ' ')];
  };
  expect(drawn(null)).toEqual(['6 so far', 'November 2026: 6 so far']);
  expect(drawn('period end')).toEqual(['6 now', 'November 2026: 6 now']);
  expect(drawn('period start')).toEqual(['6 in Nov', 'November 2026: 6']);
});

test('the months named below are the newest, then Januaries, then Julys', () => {
  const figure = mainFigure(about(delivered, monthly(delivered, Array<number>(24).fill(20), 3)), 'Title.');
  expect(figure.days.map(({ label, now }) => (now ? `[${label}]` : label))).toEqual([
    '[Oct]',
    'Jan 2026',
    'Jan 2025',
    'July',
    'July',
  ]);
});

test('a chart is told to who cannot see it', () => {
  expect(mainFigure(about(delivered, monthly(delivered, [19, 31, 24])), 'Title.').description).toBe(
    'Number of leads that became qualified. From August\u00a02026 to October\u00a02026: least 19 (August\u00a02026), greatest 31 (September\u00a02026), last 24; agreed: at least 22.',
  );
});

test('the usual range is drawn where there is room for it, and told: a period far off widens no scale', () => {
  const turns = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 18 : 22));
  const subject = about(delivered, monthly(delivered, [...turns, ...Array<number>(8).fill(23), 31]));
  expect(mainFigure(subject, 'Title.').usual).toBeNull();
  const figure = mainFigure(subject, 'Title.', [], true);
  expect(figure.usual).toMatchObject({
    from: '2024-10-01',
    to: '2026-10-31',
    centre: 20,
    outside: ['2026-10-01'],
    inRuns: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01'],
  }); // prettier-ignore
  expect(figure.description).toMatch(
    /; agreed: at least 22\. Usual range from 10 to 30: 1 outside it, 9 inside it in long runs on one side of its middle\.$/,
  );
  // Money that came in every other month only: 0 to 28.4 million, where the columns reach nine.
  const money = about(closed, monthly(closed, Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 0 : 9_000_000))));
  expect(mainFigure(money, 'Title.', [], true).scale.to).toBeLessThan(20_000_000);
}); // prettier-ignore

test('members stand from the greatest down, those with few records last', () => {
  const whole = monthly(followedUp, [[32, 41]]);
  const values = [
    ...whole,
    ...member('Event', monthly(followedUp, [[1, 1]])),
    ...member('Webinar', monthly(followedUp, [[15, 20]])),
    ...member('Website', monthly(followedUp, [[16, 20]])),
  ];
  const figure = rankedFigure(about(followedUp, values), values, 'source');
  expect(figure?.bars.map(({ name, label, detail, few }) => [name, label, detail, few])).toEqual([
    ['Website', '80%', '16 of 20', false],
    ['Webinar', '75%', '15 of 20', false],
    ['Event', '100%', '1 of 1', true],
  ]);
  expect(figure).toMatchObject({ to: 1, level: { value: 0.9 }, fewLabel: 'Too few to judge' });
});

test('bands stand in their own order, then what is in none; choices in the order that the vocabulary declares, others by size; last what is not recorded', () => {
  const bands = ['below 20', 'from 20 to below 200', 'at least 200'].map((name) => ({ name, from: null, to: null }));
  const path = { from: 'handover', links: ['lead'], field: 'size', type: { is: 'text' }, figure: false } as const;
  const lead = { is: 'link', to: 'lead' } as const;
  const catalogue = {
    kinds: [
      {
        name: 'handover', plural: 'handovers', table: 'handover', happens: 'qualified', related: [], sequence: null, history: null, means: '',
        fields: [{ name: 'lead', column: 'lead', type: lead, means: '', mapped: true }],
      },
    ],
  }; // prettier-ignore
  const orders = [
    { name: 'size', inWords: '', fields: [{ kind: 'lead', field: 'size' }], choices: ['S', 'M', 'L'], at: agreement.metrics[0]?.at ?? feedback.at },
  ]; // prettier-ignore
  const barsOf = (cut: Breakdown['cut'], ...names: readonly string[]) => {
    const metric = { ...delivered, breakdowns: [{ dimension: 'source', cut, credit: null, clauseOf: null }] };
    const rows = names.flatMap((name, index) => member(name, monthly(metric, [index + 10])));
    const values = published(metric, [...monthly(metric, [80]), ...rows]);
    const given = { metric, agreement: { ...agreement, orders }, values, reading: reading(metric), catalogue };
    return rankedFigure(subjectOf(given), values, 'source')?.bars.map(({ name }) => name);
  };
  expect(
    barsOf(
      { cut: 'bands', path, bands },
      'at least 200',
      'Not recorded',
      'below 20',
      'In no band',
      'from 20 to below 200',
    ),
  ).toEqual(['below 20', 'from 20 to below 200', 'at least 200', 'In no band', 'Not recorded']);
  expect(barsOf({ cut: 'value', path }, 'Not recorded', 'L', 'none', 'S', 'XL', 'M')).toEqual([
    'S',
    'M',
    'L',
    'XL',
    'none',
    'Not recorded',
  ]);
  expect(barsOf({ cut: 'value', path: { ...path, links: [] } }, 'S', 'M', 'Not recorded')).toEqual([
    'M',
    'S',
    'Not recorded',
  ]);
});

test('no heading stands over members with few records where others stand below them', () => {
  const values = [
    ...monthly(followedUp, [[32, 41]]),
    ...member('Event', monthly(followedUp, [[1, 1]])),
    ...member('Website', monthly(followedUp, [[16, 20]])),
    ...member('Not recorded', monthly(followedUp, [[18, 20]])),
  ];
  const figure = rankedFigure(about(followedUp, values), values, 'source');
  expect(figure?.bars.map(({ name, few }) => [name, few])).toEqual([
    ['Website', false],
    ['Event', true],
    ['Not recorded', false],
  ]);
  expect(figure?.fewLabel).toBe('');
});

test('teams are never ranked: they stand by name', () => {
  const team = {
    dimension: 'source',
    cut: {
      cut: 'value',
      path: { from: 'handover', links: ['owner'], field: 'team', type: { is: 'text' }, figure: false },
    },
    credit: null,
    clauseOf: null,
  } as const;
  const metric = { ...followedUp, breakdowns: [team] };
  const values = [
    ...monthly(metric, [[31, 40]]),
    ...member('B', monthly(metric, [[20, 20]])),
    ...member('A', monthly(metric, [[11, 20]])),
  ];
  expect(rankedFigure(about(metric, values), values, 'source')?.bars.map(({ name }) => name)).toEqual(['A', 'B']);
});

test('panels compare members by quarter where their months are too small, and only those with enough records', () => {
  const months = monthly(followedUp, year(6));
  const quarters = (of: [number, number]) =>
    ['FY2025-Q4', 'FY2026-Q1', 'FY2026-Q2', 'FY2026-Q3'].map((period) => row(followedUp, period, of));
  const values = [
    ...months, ...quarters([50, 60]), ...member('Website', [...monthly(followedUp, [[5, 6]]), ...quarters([24, 30])]),
    ...member('Webinar', quarters([18, 20])), ...member('Event', quarters([3, 4])),
  ]; // prettier-ignore
  const figure = multiplesFigure(about(followedUp, values), values, 'source');
  expect(figure?.panels.map(({ name, label, mark }) => [name, label, mark])).toEqual([
    ['Website', '80%', 'slipping'],
    ['Webinar', '90%', 'kept'],
  ]);
  expect(figure?.days.map(({ label }) => label)).toEqual(['Q3', 'Q4 2025']);
  expect(multiplesFigure(about(followedUp, months), months, 'source')).toBeNull();
});

test('one scale for all shares: from half, a quarter or nothing', () => {
  const say = String;
  expect(shareScale([0.6, 0.9], say).from).toBe(0.5);
  expect(shareScale([0.4], say).from).toBe(0.25);
  expect(shareScale([0.1], say).ticks).toHaveLength(5);
  expect(shareScale([], say).from).toBe(0.5);
});

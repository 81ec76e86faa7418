import { expect, test } from 'vitest';
import { orderTables } from '../../../src/publish/order-tables.ts';
import { topicPage, topicsOf } from '../../../src/publish/topic-pages.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Breakdown } from '../../../src/values/breakdown.ts';
import type { Edition } from '../../../src/values/edition.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { agreement, edition, metric, value } from './small-edition.ts';

const by = (dimension: string, field: string): Breakdown => ({
  dimension,
  credit: null,
  clauseOf: null,
  cut: { cut: 'value', path: { from: 'stage change', links: [], field, type: { is: 'text' }, figure: false } },
});
const stages = {
  name: 'sales stage',
  inWords: 'the way of a deal',
  fields: [{ kind: 'stage change', field: 'to' }],
  choices: ['Discovery', 'Proposal', 'Won'],
  at: { file: 'x.yml', line: 1, column: 1 },
};
const small = (metrics: readonly Metric[], values: readonly MetricValue[]): Edition => {
  const made = edition(metrics, values);
  return { ...made, agreement: { ...agreement(metrics), orders: [stages] } };
};
const member = (slug: string, dimension: string, name: string, over: Partial<MetricValue> = {}) =>
  value(slug, { dimension, member: name, ...over });

test('a topic has a page where a counted metric has it, in the order of the topics', () => {
  const metrics = [metric('a', { topic: 'records' }), metric('b', { topic: 'funnel' }), metric('c')];
  expect(topicsOf(small(metrics, []))).toEqual(['funnel', 'records']);
});

test('metrics that are broken down by the same ordered choices stand side by side, in the declared order', () => {
  const conversion = metric('moved-on', { topic: 'funnel', breakdowns: [by('stage', 'to')] });
  const time = metric('time', {
    topic: 'funnel',
    unit: { unit: 'duration', of: 'days' },
    breakdowns: [by('source', 'source'), by('step', 'to')],
  });
  const made = small(
    [conversion, time],
    [
      value('moved-on'),
      value('time', { value: 9.5 }),
      member('moved-on', 'stage', 'Proposal', { value: 0.5, numerator: 10, denominator: 20, records: 20 }),
      member('moved-on', 'stage', 'Discovery', { value: 0.75, numerator: 30, denominator: 40, records: 1200 }),
      member('time', 'step', 'Won', { value: null, records: 12 }),
      member('time', 'step', 'Discovery', { value: 4.26, records: 12 }),
      member('time', 'step', 'Elsewhere', { value: 1, records: 12 }),
    ],
  );
  const [table, ...others] = orderTables(made, made.metrics);
  expect(others).toEqual([]);
  expect(table?.metrics.map(({ one, period, unit }) => [one.metric.slug, period, unit])).toEqual([
    ['moved-on', 'October\u00a02026', ''],
    ['time', 'October\u00a02026', 'days'],
  ]);
  expect(
    table?.rows.map(({ head, cells }) => [head, ...cells.map((cell) => cell && [cell.records, cell.value])]),
  ).toEqual([
    ['Discovery', ['1,200', '75%'], ['12', '4.3']],
    ['Proposal', ['20', '50%'], null],
    ['Won', null, ['12', 'not known']],
    ['Elsewhere', null, ['12', '1']],
  ]);
});

test('one metric alone is no table, and keeps its list', () => {
  const alone = metric('moved-on', { topic: 'funnel', breakdowns: [by('stage', 'to')] });
  const made = small(
    [alone],
    [
      value('moved-on'),
      member('moved-on', 'stage', 'Discovery'),
      member('moved-on', 'stage', 'Proposal', { value: 0.5 }),
    ],
  );
  const page = topicPage(made, 'funnel');
  expect(page.orders).toEqual([]);
  expect(page.broken.map(({ one, breakdown }) => [one.metric.slug, breakdown.dimension])).toEqual([
    ['moved-on', 'stage'],
  ]);
  expect(page.lead?.metric.slug).toBe('moved-on');
  expect(page.finding).toBe(page.lead?.finding.title);
  expect(page.question).toBe('Where do leads and deals wait, and where do we lose them?');
});

test('a list that tells nothing is left out: one member, too few records, all or nothing', () => {
  const listed = (members: readonly Partial<MetricValue>[]) => {
    const made = small(
      [metric('a', { topic: 'deals', breakdowns: [by('source', 'source')] })],
      [value('a'), ...members.map((over, index) => member('a', 'source', `Source ${index}`, over))],
    );
    return topicPage(made, 'deals').broken.length;
  };
  expect(listed([{ value: 0.5 }, { value: 0.7 }])).toBe(1);
  expect(listed([{ value: 0.5 }])).toBe(0);
  expect(listed([{ value: 0.5 }, { value: 1, denominator: 3, records: 3 }])).toBe(0);
  expect(listed([{ value: 1 }, { value: 0 }])).toBe(0);
});

test('lists of what is off come first', () => {
  const breakdowns = [by('source', 'source')];
  const metrics = ['a', 'b'].map((slug) => metric(slug, { topic: 'deals', breakdowns }));
  const values = [
    value('a', { value: 0.95, numerator: 19 }),
    value('b', { value: 0.5, numerator: 10 }),
    ...['a', 'b'].flatMap((slug) => [member(slug, 'source', 'One', { value: 0.6 }), member(slug, 'source', 'Two')]),
  ];
  const page = topicPage(small(metrics, values), 'deals');
  expect(page.broken.map(({ one }) => one.metric.slug)).toEqual(['b', 'a']);
  expect(page.says.off?.words).toBe('‘Title of b’ is broken.');
  expect(page.says.title.words).toBe('None of these two numbers shows a real change.');
  expect(page.says.rest.map(({ words }) => words)).toEqual([
    'For two it is too early to say, or there are too few records.',
  ]);
});

test('nothing off, nothing said of it', () => {
  const made = small([metric('a', { topic: 'deals' })], [value('a', { value: 0.95, numerator: 19 })]);
  const { says } = topicPage(made, 'deals');
  expect([says.off, says.title.words, says.changes]).toEqual([null, 'This number shows no real change.', []]);
});

test('a topic with a balance that was moved begins with what moved it', () => {
  const money = { unit: { unit: 'money', currency: 'EUR' }, topic: 'pipeline' } as const;
  const balance = metric('open', { ...money, title: 'Open pipeline', asOf: 'period end', by: null });
  const moving = metric('moves', { ...money, moves: 'open', breakdowns: [by('movement', 'movement')] });
  const none = { target: null, broken: null, numerator: null, denominator: null };
  const page = topicPage(
    small(
      [balance, moving],
      [
        value('open', { ...none, value: 500_00 }),
        value('moves', { ...none, value: 500_00 }),
        member('moves', 'movement', 'Opened', { ...none, value: 700_00 }),
        member('moves', 'movement', 'Lost', { ...none, value: -200_00 }),
      ],
    ),
    'pipeline',
  );
  expect(page.finding.words).toBe('In October the open pipeline grew by 500 euros: 700 opened, less 200 lost.');
  expect(page.bridges.map(({ metric: slug }) => slug)).toEqual(['moves']);
  expect(page.broken).toEqual([]);
});

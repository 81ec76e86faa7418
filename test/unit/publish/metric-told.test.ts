import { expect, test } from 'vitest';
import { tellMetric } from '../../../src/publish/metric-told.ts';
import { textTable } from '../../../src/publish/text-table.ts';
import { edition, metric, value } from './small-edition.ts';

const source = {
  dimension: 'source',
  cut: {
    cut: 'value',
    path: { from: 'handover', links: [], field: 'source', type: { is: 'text' }, figure: false },
  },
  credit: null,
  clauseOf: null,
} as const;

const running = { period: '2026-11', from: '2026-11-01', to: '2026-11-30', status: 'so far' } as const;

test('a metric is told with its newest periods, and with the groups of the latest complete one', () => {
  const told = tellMetric(
    edition(
      [metric('a', { breakdowns: [source] })],
      [
        value('a'),
        value('a', { ...running, waiting: 4, records: 24 }),
        value('a', { dimension: 'source', member: 'Website', numerator: 12, denominator: 15, value: 0.8, records: 15 }),
        value('a', { dimension: 'source', member: 'Event', numerator: 3, denominator: 5, value: 0.6, records: 5 }),
        value('a', { ...running, dimension: 'source', member: 'Webinar' }),
      ],
    ),
    'a',
  );
  const lines = told!.split('\n');
  expect(lines[0]).toBe('Title of a');
  expect(lines.slice(lines.indexOf('') + 1)).toEqual([
    'Period                 Records  Kept it  Missed it  Waiting  Share  Agreed       Mark',
    'November 2026, so far       24       15          5        4    75%     90%  Too early',
    'October 2026                20       15          5        0    75%     90%     Broken',
    '',
    'October 2026, by source',
    'Source   Records  Kept it  Missed it  Share      Mark',
    'Event          5        3          2    60%   Too few',
    'Website       15       12          3    80%  Slipping',
  ]);
});

test('thirteen months are told, of more', () => {
  const months = Array.from({ length: 15 }, (_, index) => {
    const month = `${2025 + Math.floor((index + 7) / 12)}-${String(((index + 7) % 12) + 1).padStart(2, '0')}`;
    return value('a', { period: month, from: `${month}-01`, to: `${month}-28` });
  });
  const lines = tellMetric(edition([metric('a')], months), 'a')!.split('\n');
  const periods = lines.filter((line) => / \d{4} .*%/.test(line));
  expect(periods).toHaveLength(13);
  expect(periods[0]).toMatch(/^October 2026 /);
  expect(periods.at(-1)).toMatch(/^October 2025 /);
});

test('what no source can carry is said, without a table', () => {
  const one = metric('a', { missing: ["lead's score"] });
  expect(tellMetric(edition([one], []), 'a')).toMatch(/\nNo source maps lead's score\.$/);
});

test('a metric that there is not is none', () => {
  expect(tellMetric(edition([metric('a')], [value('a')]), 'b')).toBeNull();
});

test('cells end at the right, but the first begins at the left', () => {
  expect(
    textTable([
      ['Source', 'Number'],
      ['Web', '7'],
    ]),
  ).toEqual(['Source  Number', 'Web          7']);
});

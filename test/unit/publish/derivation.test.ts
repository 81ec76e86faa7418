import { expect, test } from 'vitest';
import { metricFile, restatedFile, restatedTable as restatedCsv } from '../../../src/publish/api.ts';
import { creditTable } from '../../../src/publish/credit-table.ts';
import { derivationOf } from '../../../src/publish/derivation.ts';
import { restatedTable } from '../../../src/publish/restated-table.ts';
import type { Breakdown } from '../../../src/values/breakdown.ts';
import type { Edition, MetricEdition } from '../../../src/values/edition.ts';
import type { PeriodTarget } from '../../../src/values/value.ts';
import { edition, metric, value } from './small-edition.ts';

const euros = { unit: 'money', currency: 'EUR' } as const;
const plan = metric('plan', { unit: euros });
const size = metric('size', { unit: euros });
const leads = metric('leads', { unit: { unit: 'records', kind: 'lead', noun: 'lead', nouns: 'leads' } });

function withPart(part: Partial<MetricEdition>, of = leads): [Edition, MetricEdition] {
  const all = edition([of, plan, size], [value(of.slug)]);
  const one = all.metrics.find((candidate) => candidate.metric.slug === of.slug);
  if (!one) throw new Error('The metric is in its edition.');
  return [all, { ...one, ...part }];
}

const target: PeriodTarget = {
  metric: 'leads', grain: 'month', period: '2026-10', way: 'at least', target: 40, broken: null, byNow: null, said: '', steps: [
    { how: 'plan', metric: 'plan', period: '2027-01', value: 40_000_000 },
    { how: 'divided by', metric: 'size', period: 'FY2025', value: 1_000_000 },
    { how: 'divided by', metric: 'gone', period: 'FY2025', value: null },
  ],
}; // prettier-ignore

test('a derived target is shown step by step, each number in the unit of its metric', () => {
  const [all, one] = withPart({ targets: [target] });
  const { period, steps, target: level } = derivationOf(all, one) ?? {};
  expect([period, level]).toEqual(['October\u00a02026', '40']);
  expect(steps?.map(({ how, title, period: of, number }) => [how, title, of, number])).toEqual([
    ['plan', 'Title of plan', 'January\u00a02027', '€400,000'],
    ['divided by', 'Title of size', '2025', '€10,000'],
    ['divided by', 'gone', '2025', 'not known'],
  ]);
});

test('a target that was said has no derivation', () => {
  const [all, one] = withPart({ targets: [{ ...target, steps: [] }] });
  expect(derivationOf(all, one)).toBeNull();
});

test('a restated series stands beside what was counted, in its own files and without marks', () => {
  const followed = metric('followed', {}, { from: '2026-01-01' });
  const restated = [value('followed', { value: 0.7, wording: '2026-01-01' })];
  const [all, one] = withPart({ restated }, followed);
  expect(restatedTable(all, one, 'month')).toEqual({
    columns: ['By the wording of its day', 'By today’s wording'],
    rows: [{ head: 'October\u00a02026', cells: ['75%', '70%'], old: true }],
  });
  expect(restatedTable(all, { ...one, restated: one.values }, 'month').rows).toEqual([]);
  expect(restatedFile(all, one).values).toMatchObject([{ value: 0.7, mark: null, why: null }]);
  expect(restatedCsv(all, one).split('\r\n')[1]).toContain(
    'month,2026-10,2026-10-01,2026-10-31,0.7,15,20,0,20,,,,,0.9,',
  );
});

test('the file of a metric tells what its marks were fixed by', () => {
  const [all, one] = withPart({});
  expect(metricFile(all, one).fixed).toEqual([
    { grain: 'month', period: '2026-10', closed: '2026-11-06', mark: 'broken', why: null, value: 0.75, target: 0.9 },
  ]);
});

test('the agreed way to give credit comes first, others beside it', () => {
  const type = { is: 'text' } as const;
  const path = { from: 'lead', links: [], field: 'campaign', type, figure: false };
  const breakdown: Breakdown = {
    dimension: 'campaign',
    cut: { cut: 'value', path },
    credit: { agreed: { model: 'even' }, touches: { kind: 'touch', term: null, when: null, where: [] }, path, beside: [{ model: 'first touch' }] },
    clauseOf: null,
  }; // prettier-ignore
  const [all, one] = withPart({});
  const [row] = one.values;
  if (!row) throw new Error('There is a value.');
  const member = (dimension: string, name: string, of: number) => ({ ...row, dimension, member: name, value: of });
  const values = [
    member('campaign', 'Fair', 4),
    member('campaign', 'Mail', 6),
    member('campaign, by first touch', 'Mail', 9),
    member('campaign, by first touch', 'Web', 1),
  ];
  const table = creditTable(all, { ...one, values }, breakdown, row, ['Mail', 'Fair']);
  expect(table.columns).toEqual(['Agreed', 'By first touch']);
  expect(table.rows.map(({ head, cells }) => [head, ...cells])).toEqual([
    ['Mail', '6', '9'],
    ['Fair', '4', '–'],
    ['Web', '–', '1'],
  ]);
});

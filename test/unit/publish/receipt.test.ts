import { expect, test } from 'vitest';
import { receiptOf } from '../../../src/publish/receipt.ts';
import { relatedOf } from '../../../src/publish/related.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import { edition, metric, value } from './small-edition.ts';

test('a share is told from the records of its period to the share', () => {
  const all = edition([metric('a')], [value('a')]);
  const receipt = all.metrics[0] ? receiptOf(all, all.metrics[0]) : null;
  expect(receipt?.steps.map((step) => `${step.says}: ${step.number}`)).toEqual([
    'Qualified leads of the period: 20',
    'kept it: 15',
    'missed it: 5',
    'still waiting, counted neither way: 0',
    '15 of 20: 75%',
  ]);
});

test('of a forecast it says when it was made and when it was judged', () => {
  const all = edition([metric('a', { by: null, asOf: 'period start' })], [value('a')]);
  const receipt = all.metrics[0] ? receiptOf(all, all.metrics[0]) : null;
  expect(receipt?.steps.slice(0, 3).map(({ says }) => says)).toEqual([
    'Qualified leads when the period began',
    'kept it by its end',
    'missed it by its end',
  ]);
});

test('where less is better, what the share counts is told as against it; where nothing is agreed, as part of it', () => {
  const open = { target: null, broken: null };
  const told = (better: 'higher' | 'lower', asOf: 'period start' | null) => {
    const all = edition([metric('a', { better, asOf }, open)], [value('a')]);
    return all.metrics[0] && receiptOf(all, all.metrics[0])?.steps.slice(1, 3);
  };
  const says = (better: 'higher' | 'lower', asOf: 'period start' | null) =>
    told(better, asOf)?.map((step) => `${step.says}: ${step.number}`);
  expect(says('lower', null)).toEqual(['against it: 15', 'the rest: 5']);
  expect(says('lower', 'period start')).toEqual(['against it by its end: 15', 'the rest: 5']);
  expect(says('higher', null)).toEqual(['part of it: 15', 'the rest: 5']);
});

test('it says which records it is told of', () => {
  const first = (changes: Partial<Metric>) => {
    const all = edition([metric('a', changes)], [value('a')]);
    return all.metrics[0] && receiptOf(all, all.metrics[0])?.steps[0]?.says;
  };
  expect(first({ by: null, asOf: 'period end' })).toBe('Qualified leads at the end of the period');
  expect(first({ by: null })).toBe('Qualified leads, all of them');
});

test('what waits is not called what it is not yet', () => {
  const count = { measure: { measure: 'count' as const }, target: null, broken: null };
  const records = { unit: { unit: 'records' as const, kind: 'handover', noun: 'lead', nouns: 'leads' } };
  const plain = { value: 1, numerator: null, denominator: null, records: 6, waiting: 5 };
  const all = edition([metric('a', records, count)], [value('a', plain)]);
  const receipt = all.metrics[0] ? receiptOf(all, all.metrics[0]) : null;
  expect(receipt?.steps.map((step) => `${step.says}: ${step.number}`)).toEqual([
    'Qualified leads of the period, with those that wait: 6',
    'still waiting, not counted yet: 5',
    'Counted: 1',
  ]);
});

test('a difference is told from the two to what remains', () => {
  const plain = { dimension: '', numerator: null, denominator: null };
  const number = { unit: { unit: 'number' as const } };
  const more = metric('more', number, {
    measure: { measure: 'difference', of: 'in', less: 'out' },
    target: null,
    broken: null,
  });
  const all = edition(
    [
      more,
      metric('in', number, { measure: { measure: 'count' } }),
      metric('out', number, { measure: { measure: 'count' } }),
    ],
    [value('more', { ...plain, value: -2 }), value('in', { ...plain, value: 3 }), value('out', { ...plain, value: 5 })],
  );
  const one = all.metrics.find((each) => each.metric.slug === 'more');
  const receipt = one && receiptOf(all, one);
  expect(receipt?.steps.map((step) => `${step.says}: ${step.number}`)).toEqual([
    'Title of in: 3',
    'Title of out: 5',
    'The first less the second: −2',
  ]);
});

test('a number that is not known has no receipt', () => {
  const all = edition([metric('a')], [value('a', { value: null })]);
  expect(all.metrics[0] && receiptOf(all, all.metrics[0])).toBeNull();
});

test('a metric is read together with its pair and with what it is a part of', () => {
  const ratio = metric('effect', {}, { measure: { measure: 'ratio', of: 'won', per: 'spent', perIs: 'value' } });
  const all = edition([ratio, metric('won', { pairedWith: 'spent' }), metric('spent')], []);
  const related = (slug: string) => {
    const one = all.metrics.find((each) => each.metric.slug === slug);
    return one ? relatedOf(all, one).map(({ other }) => other.metric.slug) : [];
  };
  expect(related('effect')).toEqual(['won', 'spent']);
  expect(related('won')).toEqual(['spent', 'effect']);
  expect(related('spent')).toEqual(['effect', 'won']);
});

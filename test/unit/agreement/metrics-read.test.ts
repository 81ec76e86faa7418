import { expect, test } from 'vitest';
import { inOrderOfNeed, metricsReadBy } from '../../../src/agreement/metrics-read.ts';
import { agreed, metricOf } from './agreed.ts';
import { catalogue, companyFile } from './fixtures.ts';

const head = (title: string) => `title: ${title}\nasks: Why?\nanswered by: sales\n`;
const words = companyFile('vocabulary.yml');

const agreement = agreed({
  'vocabulary.yml': `${words}\nsize of opportunity:\n  is the: amount divided by the result of a-usual\n  in words: how large a deal is\n`,
  'metrics/a-usual.yml': `${head('Usual')}median of: opportunity's amount\nby: created\n`,
  'metrics/a-size.yml': `${head('Size')}average of: opportunity's size\nby: created\n`,
  'metrics/a-plan.yml': `${head('Plan')}count of: opportunity\nby: created\ntarget: at least 20 a month\n`,
  'metrics/a-part.yml': `${head('Part')}count of: lead\nby: created\ntarget:\n  at least: a-plan\n  divided by: [a-size]\n`,
  'metrics/a-cover.yml': `${head('Cover')}ratio of: a-plan\nper: the target of a-part\n`,
});
const beside = { ...agreement, catalogue };
const readBy = (slug: string) => [...metricsReadBy(metricOf(agreement, slug), beside)].toSorted();

test('a metric reads those that it is made of, and those whose results its figures name', () => {
  expect(readBy('a-usual')).toEqual([]);
  expect(readBy('a-size')).toEqual(['a-usual']);
  expect(readBy('a-cover')).toEqual(['a-part', 'a-plan']);
});

test('its target reads the plan that it follows, and what that is divided by', () => {
  expect(readBy('a-part')).toEqual(['a-plan', 'a-size']);
});

test('each comes after those that it reads, and those that their targets read', () => {
  const order = inOrderOfNeed(agreement.metrics, beside).map(({ slug }) => slug);
  expect(order).toHaveLength(agreement.metrics.length);
  for (const [before, after] of [
    ['a-usual', 'a-size'],
    ['a-size', 'a-cover'],
    ['a-plan', 'a-cover'],
  ] as const)
    expect(order.indexOf(before), `${before} before ${after}`).toBeLessThan(order.indexOf(after));
});

import { expect, test } from 'vitest';
import { agreed, metricOf } from './agreed.ts';
import { companyFile } from './fixtures.ts';

const words = companyFile('vocabulary.yml');

test('a metric needs what it names and what its terms need, also through links, each once', () => {
  const vocabulary = words
    .replace('in words: someone who came to us', 'needs: [source, score]')
    .replace("in words: a lead good enough for a salesperson's time", "needs: [its lead's source]");
  const metric = [
    'title: X',
    'asks: X?',
    'answered by: sales',
    'count of: qualified lead',
    'by: qualified',
    'needs: [owner]',
    '',
  ].join('\n');
  const agreement = agreed({ 'vocabulary.yml': vocabulary, 'metrics/x.yml': metric });
  const needs = metricOf(agreement, 'x').needs.map(({ from, links, field }) => [from, ...links, field]);
  expect(needs).toEqual([
    ['handover', 'owner'],
    ['handover', 'lead', 'source'],
    ['handover', 'lead', 'score'],
  ]);
});

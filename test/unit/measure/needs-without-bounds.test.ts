import { expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { needsWithoutBounds } from '../../../src/measure/needs-without-bounds.ts';
import { catalogue, companyWith } from '../agreement/fixtures.ts';

function saidOf(lines: string, by = 'by: closed'): string[] {
  const text = `title: Worth\nasks: How much?\nanswered by: sales\n${by}\n${lines}\n`;
  const { agreement, problems } = parseAgreement(companyWith({ 'metrics/worth.yml': text }), catalogue);
  if (!agreement) throw new Error(problems.map(sayProblem).join('; '));
  const own = agreement.metrics.filter(({ slug }) => slug === 'worth');
  return needsWithoutBounds({ ...agreement, metrics: own }, catalogue).map(sayProblem);
}

test('a needed field that is added up has no bounds: it is warned of', () => {
  expect(saidOf("sum of: opportunity's amount\nneeds: [amount, type]")).toEqual([
    'agreement/metrics/worth.yml:1:1  warning: no bounds are told for "its amount": not every way to fill it can be tried; ' +
      'needed fields are compared with values, not calculated with or followed',
  ]);
});

test('what is counted at a start and judged at an end has none', () => {
  const share = 'share of: opportunity\nkept when: [won is yes]\nneeds: [type]';
  expect(saidOf(share, 'as of: period start')).toEqual([
    'agreement/metrics/worth.yml:1:1  warning: no bounds are told for "its type": it is read as of two times',
  ]);
  expect(saidOf('count of: opportunity\nneeds: [type]', 'as of: period start')).toEqual([]);
});

test('one that is compared with values has bounds', () => {
  expect(saidOf('count of: new business\nneeds: [type]')).toEqual([]);
});

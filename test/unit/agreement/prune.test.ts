import { describe, expect, test } from 'vitest';
import { switchedOff, uncarried } from '../../../src/agreement/prune.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import * as c from '../measure/company.ts';

const { agreementOf, catalogue, metric, wording } = c;

describe('what these records cannot carry', () => {
  const leads = metric('leads', [wording('lead')]);
  const missing = metric('spent', [wording('spend')], { missing: ['spend rows'] });
  const made = (slug: string, of: string) =>
    metric(slug, [wording('lead', { measure: { measure: 'difference', of, less: 'leads' } })]);

  test('is what no source fills, and what is made of that, over any number of steps', () => {
    const agreement = agreementOf({
      metrics: [made('left', 'cost'), leads, made('cost', 'spent'), missing],
    });
    expect(uncarried(agreement, catalogue).map(({ metric: { slug }, because }) => `${slug}: ${because}`)).toEqual([
      'left: it is made of cost',
      'cost: it is made of spent',
      'spent: no source maps spend rows',
    ]);
  });

  test('is nothing where all is mapped', () => {
    expect(uncarried(agreementOf({ metrics: [leads] }), catalogue)).toEqual([]);
  });
});

describe('what is mapped and always empty', () => {
  const scored = c.test('is at least', { value: c.field('lead', 'score'), least: c.number(60) });
  const because = (metric: Metric, ...empty: string[]): string[] =>
    uncarried(agreementOf({ metrics: [metric] }), catalogue, new Set(empty)).map((one) => one.because);

  test('carries nothing that counts by it', () => {
    const good = metric('good', [wording('lead', { keptWhen: [scored] })]);
    expect(because(good, "lead's score")).toEqual(["the exports hold no lead's score"]);
    expect(because(good, 'leads')).toEqual(['the exports hold no leads']);
    expect(because(good, "lead's source")).toEqual([]);
  });

  test('takes no record away where it is only asked for exceptions', () => {
    expect(because(metric('all', [wording('lead', { exceptWhen: [scored] })]), "lead's score")).toEqual([]);
  });
});

describe('switching off leaves all else of the file as it is', () => {
  test('below the question', () => {
    expect(
      switchedOff('title: Leads # all\nasks: How many?   # today\n\ncount of: lead\n', 'no source maps leads'),
    ).toBe('title: Leads # all\nasks: How many?   # today\ncounted: no # no source maps leads\n\ncount of: lead\n');
  });

  test('in place of a yes', () => {
    expect(switchedOff('asks: How many?\ncounted: yes # since May\ncount of: lead\n', 'no source maps leads')).toBe(
      'asks: How many?\ncounted: no # since May\ncount of: lead\n',
    );
  });

  test('at the end of a file that asks nothing', () => {
    expect(switchedOff('count of: lead', 'no source maps leads')).toBe(
      'count of: lead\ncounted: no # no source maps leads\n',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { metricIn, problemsIn, problemsOf } from '../agreed.ts';

const leads = ['count of: lead', 'by: created'];

describe('targets by period and from plans', () => {
  test('are listed by the names of periods, in the unit of the values', () => {
    const { wordings, finest } = metricIn([
      "sum of: opportunity's amount",
      'by: closed',
      'target:',
      '  at least:',
      '    2026-10: 60,000 EUR',
      '    FY2026-Q4: 200,000 EUR',
      '    week-2026-10-05: 9,999.50 EUR',
      'broken: below 80% of the target',
    ]);
    expect(finest).toBe('week');
    expect(wordings[0].target?.level).toEqual({
      level: 'listed',
      periods: new Map([
        ['2026-10', 6_000_000],
        ['FY2026-Q4', 20_000_000],
        ['week-2026-10-05', 999_950],
      ]),
    });
  });

  test('follow the plan for another metric, some time earlier', () => {
    const dealSize = "title: S\nasks: S?\nanswered by: sales\naverage of: inbound win's amount\nby: closed\n";
    const target = 'target: { at least: closed-from-inbound, divided by: deal-size, earlier by: 3 months }';
    const { wordings } = metricIn([...leads, target], { 'metrics/deal-size.yml': dealSize });
    expect(wordings[0].target).toEqual({
      way: 'at least',
      level: {
        level: 'derived',
        plan: 'closed-from-inbound',
        dividedBy: ['deal-size'],
        times: [],
        earlierBy: { amount: 3, unit: 'months' },
      },
      said: 'at least the plan for closed-from-inbound divided by deal-size, 3 months earlier',
    });
  });

  test('do not follow each other', () => {
    const following = (slug: string) =>
      ['title: X', 'asks: X?', 'answered by: sales', ...leads, `target: { at least: ${slug} }`, ''].join('\n');
    expect(problemsOf({ 'metrics/x.yml': following('y'), 'metrics/y.yml': following('x') })).toEqual([
      'agreement/metrics/x.yml:6:21  this target follows itself: "x" follows "y" follows "x"; agree on one of them as it is',
    ]);
  });
});

describe('targets that cannot be', () => {
  test.each<readonly [lines: string[], problems: string[]]>([
    [
      [
        'count of: lead',
        'by: created',
        'target: { at least: { 2026-13: 5, FY2026-Q5: 5, week-2026-10-06: 5, 2026-10: many } }',
      ],
      [
        '6:32  "2026-13" is no period; write it like 2026-10, FY2026-Q4, FY2026, week-2026-10-05 or 2026-10-05',
        '6:46  "FY2026-Q5" is no period; write it like 2026-10, FY2026-Q4, FY2026, week-2026-10-05 or 2026-10-05',
        '6:66  "week-2026-10-06" is no week: weeks start on Monday; did you mean "week-2026-10-05"?',
        '6:78  "many" has no unit that fits; write it like "22"',
      ],
    ],
    [
      ['count of: lead', 'by: created', 'finest: quarter', 'target: { at least: { 2026-10: 5 } }'],
      ['7:9  the target is for a month, and nothing finer than a quarter is counted; change "finest:"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at least: { 2026-10: 5 } }', 'broken: below 3 a month'],
      ['7:9  "below 3 a month" is one level, and the target has several; write it like "below 80% of the target"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at least: { 2026-10: 5 }, at most: { 2026-10: 5 } }'],
      ['6:9  a target is "at least:" or "at most:"; write one of them'],
    ],
    [
      ['count of: lead', 'by: created', 'target: { times: [campaign-wins] }'],
      ['6:9  a target is "at least:" or "at most:"; write one of them'],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at leest: closed-from-inbound }'],
      [`6:11  I don't know "at leest:"; did you mean "at least:"?`],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at least: { 2026-10: 5 }, times: [campaign-wins] }'],
      ['6:44  "times:" goes with the plan for another metric, not with a list'],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at least: closed-from-inbond, divided by: [campaign-win] }'],
      [
        '6:21  there is no metric "closed-from-inbond"; did you mean "closed-from-inbound"?',
        '6:54  there is no metric "campaign-win"; did you mean "campaign-wins"?',
      ],
    ],
    [
      [
        'count of: lead',
        'by: created',
        'target: { at least: closed-from-inbound, divided by: [campaign-wins], earlier by: 3 business days }',
      ],
      ['6:83  plans are moved by months, weeks or days; write it like "3 months"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at least: campaign-wins, divided by: [campaign-wins] }'],
      ['6:21  "campaign-wins" has no target; name a metric that has one'],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at least: closed-from-inbound }'],
      ['6:21  the units do not come out: money is left over; divide by a metric that is counted in money'],
    ],
    [
      [
        'count of: lead',
        'by: created',
        'target: { at least: closed-from-inbound, divided by: [campaign-wins, campaign-wins] }',
      ],
      ['6:21  the units do not come out: money is lacking; multiply with a metric that is counted in money'],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at least: x }'],
      ['6:21  this target follows itself: "x" follows "x"; agree on one of them as it is'],
    ],

    [
      ['count of: lead', 'by: created', 'target: [5]'],
      [
        '6:9  a target is a text such as "at least 90%", or "at least:" with amounts by period or with a metric whose plan it follows',
      ],
    ],
    [
      ['count of: lead', 'by: created', 'target: { at least: [5] }'],
      ['6:21  name a metric whose plan it follows, or give an amount for each period: "2026-10: 120"'],
    ],
  ])('%j', (lines, problems) => {
    expect(problemsIn('metric', lines)).toEqual(problems);
  });
});

import { describe, expect, test } from 'vitest';
import { metricIn, problemsIn } from './agreed.ts';

describe('what is measured', () => {
  test.each<readonly [measure: string, adds: [periods: boolean, members: boolean], unit: string]>([
    ['count of: opportunity', [true, true], 'records'],
    ["sum of: opportunity's amount", [true, true], 'money'],
    ["count different: opportunity's account", [false, false], 'records'],
    ["average of: opportunity's probability", [false, false], 'number'],
    ["median of: opportunity's amount", [false, false], 'money'],
    ["smallest of: opportunity's amount", [false, false], 'money'],
    ["largest of: opportunity's amount", [false, false], 'money'],
    ["earliest of: opportunity's closed", [false, false], 'day'],
    ["latest of: opportunity's created", [false, false], 'day'],
  ])('%s adds up over periods and members: %j; in %s', (measure, [periods, members], unit) => {
    expect(metricIn([measure, 'by: created'])).toMatchObject({ adds: { periods, members }, unit: { unit } });
  });

  test('a percentile says which one', () => {
    const metric = metricIn(["percentile of: opportunity's amount", 'percentile: 90', 'by: created']);
    expect(metric).toMatchObject({
      adds: { periods: false, members: false },
      wordings: [{ measure: { measure: 'percentile', percent: 90, of: { field: 'amount' } } }],
      words: { measured: 'What 90% stay at or below: amount of opportunities' },
    });
  });

  test('a share may be counted in an amount of its records, and a target of a date is a day', () => {
    const share = metricIn([
      'share of: opportunity',
      'by: created',
      'kept when: [won is yes]',
      'counted in: amount',
      'target: at least 30%',
    ]);
    expect(share.wordings[0].measure).toMatchObject({ measure: 'share', countedIn: { field: 'amount' } });
    expect(share.words.measured).toBe('Share of opportunities that are as agreed, counted in amount');
    const earliest = metricIn(["earliest of: lead's created", 'by: nothing', 'target: at most 1970-02-01']);
    expect(earliest.wordings[0].target?.level).toMatchObject({ value: 31, grain: null });
  });

  test('other conditions for some: the sentence is the key, in the order in which they stand', () => {
    const { wordings } = metricIn([
      'share of: qualified lead',
      'by: qualified',
      'kept when: [accepted within 5 days of assigned]',
      'instead for:',
      '  its lead is an inbound lead: [accepted within 1 day of assigned]',
      "  its lead's score is at least 90: [accepted within 2 days of assigned, rejected has not happened]",
    ]);
    expect(wordings[0].instead).toMatchObject([
      {
        when: { phrase: 'is a', at: { line: 8, column: 3 } },
        keptWhen: [{ said: 'accepted within 1 day of assigned' }],
      },
      { when: { said: "its lead's score is at least 90" }, keptWhen: [{}, { said: 'rejected has not happened' }] },
    ]);
  });
});

describe('what a measure takes', () => {
  test.each<readonly [lines: string[], problems: string[]]>([
    [
      ["percentile of: opportunity's amount", 'by: created'],
      ['4:16  "percentile of:" needs "percentile:"; say which one: "percentile: 90"'],
    ],
    [
      ["percentile of: opportunity's amount", 'percentile: 120', 'by: created'],
      ['5:13  "120" is no percentile; write a number between 0 and 100, such as 90'],
    ],
    [
      ["median of: opportunity's amount", 'percentile: 50', 'by: created'],
      ['5:1  "percentile:" does not go with "median of:"'],
    ],
    [
      ["earliest of: opportunity's amount", 'by: created'],
      [`4:14  "opportunity's amount" is money, which this measure cannot count`],
    ],
    [
      ["sum of: opportunity's created", 'by: created'],
      [`4:9  "opportunity's created" is a moment, which this measure cannot count`],
    ],
    [
      ['conversion of: lead', 'by: created', 'kept when: [converted has happened]'],
      ['4:16  "conversion of:" needs "within:"; say how long it may take: "within: 90 days"'],
    ],
    [
      ['count of: lead', 'by: created', 'counted in: score'],
      ['6:1  "counted in:" does not go with "count of:"; it goes with "share of:" and "conversion of:"'],
    ],
    [
      ['share of: lead', 'by: created', 'kept when: [converted has happened]', 'counted in: source'],
      ['7:13  "source" is a text; a share is counted in a number or in money'],
    ],
    [
      ['share of: lead', 'by: created', 'kept when: [converted has happened]', 'counted in: scroe'],
      [`7:13  "scroe": I don't know "scroe"; did you mean "score"?`],
    ],
    [
      ['count of: lead', 'by: created', 'instead for:', '  source is Website: [converted has happened]'],
      ['6:1  "instead for:" does not go with "count of:"; say what counts in a term'],
    ],
    [
      [
        'share of: lead',
        'by: created',
        'kept when: [converted has happened]',
        'instead for:',
        '  sorce is Website: [converted has happend]',
      ],
      [
        `8:3  "sorce is Website": I don't know "sorce"; did you mean "source"?`,
        `8:32  "converted has happend": I don't know "has happend"; did you mean "has happened"?`,
      ],
    ],
    [
      ['share of: lead', 'by: created', 'kept when: [converted has happened]', 'instead for: [source is Website]'],
      [
        '7:14  "instead for:" is a list, and should be keys with values; write each as "key: value", on a line of its own',
      ],
    ],
  ])('%j', (lines, problems) => {
    expect(problemsIn('metric', lines)).toEqual(problems);
  });
});

import { describe, expect, test } from 'vitest';
import { metricIn, problemsIn, problemsOf } from '../agreed.ts';

const head = (title: string) => `title: ${title}\nasks: Why?\nanswered by: sales\n`;
const opened = `${head('Opened')}count of: opportunity\nby: created\nbreak down by: [source]\n`;
const settled = `${head('Settled')}count of: opportunity\nby: closed\nfinest: quarter\nbreak down by: [source]\n`;
const others = { 'metrics/a.yml': opened, 'metrics/b.yml': settled };

describe('a metric that is made of two', () => {
  test('is one less another, in their unit, by the periods and groups that both have', () => {
    expect(metricIn(['difference of: a', 'less: b', 'break down by: [source]'], others)).toMatchObject({
      unit: { unit: 'records', kind: 'opportunity' },
      adds: { periods: true, members: true },
      finest: 'quarter',
      breakdowns: [{ dimension: 'source' }],
      wordings: [{ measure: { measure: 'difference', of: 'a', less: 'b' } }],
    });
  });

  test('is one for each of what another has to reach, or has still to reach', () => {
    const measureOf = (per: string) => metricIn(['ratio of: open-pipeline', `per: ${per}`]).wordings[0].measure;
    const ratio = { measure: 'ratio', of: 'open-pipeline', per: 'pipeline-from-inbound' };
    expect(measureOf('the target of pipeline-from-inbound')).toEqual({ ...ratio, perIs: 'target' });
    expect(measureOf('the rest of the target of pipeline-from-inbound')).toEqual({ ...ratio, perIs: 'remaining' });
  });

  test('may be made of another such', () => {
    const less = { ...others, 'metrics/c.yml': `${head('C')}difference of: a\nless: b\n` };
    expect(metricIn(['ratio of: c', 'per: a'], less).wordings[0].measure).toMatchObject({ of: 'c', per: 'a' });
  });

  test.each([
    [['difference of: a'], '"less:" is missing; a difference is one metric less another'],
    [['difference of: a', 'less: open-pipeline'], '"a" is counted in opportunity records, "open-pipeline" in EUR; '],
    [['difference of: leads-accepted', 'less: a'], '"leads-accepted" is a share, which nothing is taken from; '],
    [['difference of: a', 'less: b', 'finest: month'], '"b" is not counted by the month; '],
    [['difference of: a', 'less: c'], 'there is no metric "c"'],
    [['ratio of: a', 'per: the target of b'], '"b" has no target; name a metric that has one'],
    [
      ['ratio of: a', 'per: the rest of the target of qualified-leads-delivered', 'break down by: [source]'],
      'a target is for the whole, and has no groups; leave it away',
    ],
    [['count of: lead', 'by: created', 'less: a'], '"less:" goes with "difference of:" only'],
  ])('%j is a fault', (lines, says) => {
    const told = problemsOf({
      ...others,
      'metrics/x.yml': ['title: X', 'asks: X?', 'answered by: sales', ...lines, ''].join('\n'),
    });
    expect(told.join('\n')).toContain(says);
  });

  test('is never made of itself', () => {
    const round = { 'metrics/c.yml': `${head('C')}difference of: x\nless: open-pipeline\n` };
    const told = problemsOf({
      ...round,
      'metrics/x.yml': `${head('X')}difference of: c\nless: open-pipeline\n`,
    });
    expect(told).toEqual([
      expect.stringContaining(
        'it is made of itself: "c" is made of "x" is made of "c"; make one of them of other metrics',
      ),
    ]);
  });
});

describe('the result of a metric', () => {
  const usual = `${head('Usual')}median of: opportunity's amount\nby: created\n`;

  test('is compared with what it is counted in', () => {
    const lines = ['count of: opportunity', 'by: created', 'except when: [amount is less than the result of usual]'];
    expect(metricIn(lines, { 'metrics/usual.yml': usual }).wordings[0].exceptWhen).toMatchObject([
      { slots: { bound: { value: 'result', metric: 'usual', type: { is: 'money' } } } },
    ]);
  });

  test.each([
    ['score is more than the result of usual', 'score'],
    ['score is more than the result of first-day', '"first-day" has no number for a year'],
    ['score is more than the result of usuall', 'usual'],
  ])('%s is a fault', (sentence, says) => {
    const told = problemsOf({
      'metrics/usual.yml': usual,
      'metrics/first-day.yml': `${head('First')}earliest of: opportunity's created\nby: created\n`,
      'metrics/x.yml': `${head('X')}count of: lead\nby: created\nexcept when: [${sentence}]\n`,
    });
    expect(told.join('\n')).toContain(says);
  });

  test('is not its own, however far around', () => {
    const told = problemsOf({
      'metrics/usual.yml': `${usual}except when: [amount is more than the result of x]\n`,
      'metrics/x.yml': `${head('X')}average of: opportunity's amount\nby: created\nexcept when: [amount is less than the result of usual]\n`,
    });
    expect(told).toEqual([
      expect.stringContaining('it reads what it comes to itself: "usual" reads "x" reads "usual"'),
    ]);
  });
});

describe('what moves a balance', () => {
  const sum = ["sum of: stage change's amount", 'by: at', "rate on: its opportunity's created"];

  test('is a sum by a moment, with the movement as its first breakdown and the day of its rate', () => {
    expect(metricIn([...sum, 'moves: open-pipeline', 'break down by: [to]'])).toMatchObject({
      moves: 'open-pipeline',
      rateOn: { links: ['opportunity'], field: 'created' },
    });
  });

  test.each([
    [[...sum, 'moves: open-pipeline'], 'its first breakdown says what moved; add "break down by:"'],
    [
      ['count of: stage change', 'by: at', 'moves: open-pipeline', 'break down by: [to]'],
      'only a sum by a moment moves',
    ],
    [[...sum, 'moves: inquiries', 'break down by: [to]'], '"inquiries" is no balance; '],
    [[...sum, 'moves: nothing-at-all', 'break down by: [to]'], 'there is no metric "nothing-at-all"'],
    [
      [...sum, 'moves: open-pipeline', 'finest: quarter', 'break down by: [to]'],
      '"open-pipeline" is counted by the month',
    ],
    [["sum of: stage change's amount", 'by: at', 'rate on: to'], '"to" is not a moment'],
  ])('%j is a fault', (lines, says) => {
    expect(problemsIn('metric', lines).join('\n')).toContain(says);
  });

  test('is warned of where its amounts have no day of a rate: the balance has that of each opening', () => {
    const [amounts = '', at = ''] = sum;
    expect(problemsIn('metric', [amounts, at, 'moves: open-pipeline', 'break down by: [to]'])).toEqual([
      `6:8  warning: without "rate on:" a change has the rate of its own day, and the balance that of each opening: what lies between is explained by nothing; write "rate on:" with the moment that the balance goes by, such as "its opportunity's created"`,
    ]);
  });
});

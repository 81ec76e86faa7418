import { describe, expect, test } from 'vitest';
import { metricIn, problemsIn } from '../agreed.ts';

describe('when records are counted', () => {
  test('what stands at the end of each period has no moment, and does not add up over periods', () => {
    const lines = ["sum of: opportunity's amount", 'as of: period end', 'target: at least 900,000 EUR'];
    expect(metricIn(lines)).toMatchObject({
      by: null,
      asOf: 'period end',
      finest: 'month',
      adds: { periods: false, members: true },
      wordings: [{ target: { level: { value: 90_000_000, grain: null } } }],
    });
  });

  test('what stood on a day, and what is counted by nothing, has one value', () => {
    expect(metricIn(['count of: opportunity', 'as of: 2026-01-31'])).toMatchObject({
      asOf: { day: '2026-01-31' },
      finest: 'all',
    });
    expect(metricIn(['count of: opportunity', 'by: nothing'])).toMatchObject({ by: null, asOf: null, finest: 'all' });
  });

  test('what runs on takes in all since the start of a longer period', () => {
    expect(metricIn(['count of: opportunity', 'by: created', 'running: quarter'])).toMatchObject({
      running: 'quarter',
      finest: 'month',
      adds: { periods: false, members: true },
    });
    expect(metricIn(['count of: opportunity', 'by: created', 'running: all time', 'finest: year'])).toMatchObject({
      running: 'all',
      finest: 'year',
    });
  });
});

describe('when records are counted', () => {
  test.each<readonly [lines: string[], problems: string[]]>([
    [
      ['count of: opportunity'],
      ['1:1  "by:" is missing; name the moment that puts a record into a month, such as "created", or "nothing"'],
    ],
    [['count of: opportunity', 'by: amount'], ['5:5  "amount" is not a moment']],
    [
      ['count of: opportunity', 'by: lost reason'],
      ['5:5  "lost reason" is not a moment; to part by it write "break down by: lost reason"'],
    ],
    [
      ['count of: opportunity', 'as of: period end', 'by: created'],
      ['6:5  "by:" does not go with "as of:"; what stands at a time has no moment that it is counted by'],
    ],
    [
      ['count of: opportunity', 'as of: yesterday'],
      ['5:8  "yesterday" is not a time; write "period end", "period start", or a day such as 2026-01-31'],
    ],
    [
      ['count of: opportunity', 'as of: 2026-02-30'],
      ['5:8  "2026-02-30" is not a time; write "period end", "period start", or a day such as 2026-01-31'],
    ],
    [
      ['count of: opportunity', 'as of: 2026-01-31', 'finest: month'],
      ['6:9  this has one value for all time; leave "finest:" away'],
    ],
    [
      ['count of: opportunity', 'as of: period end', 'running: year'],
      ['6:10  "running:" needs "by:" with a moment; leave one of them away'],
    ],
    [
      ['count of: opportunity', 'by: nothing', 'running: year'],
      ['6:10  "running:" needs "by:" with a moment; leave one of them away'],
    ],
    [
      ['count of: opportunity', 'by: created', 'running: month', 'finest: month'],
      ['6:10  nothing finer than a month is counted, so nothing runs on; change "finest:"'],
    ],
    [
      ['count of: opportunity', 'by: created', 'running: decade'],
      [`6:10  I don't know "decade"; expected month, quarter, year or all time`],
    ],
    [
      ['count of: opportunity', 'by: nothing', 'finest: week'],
      ['6:9  this has one value for all time; leave "finest:" away'],
    ],
    [
      ['count of: opportunity', 'by: created', 'finest: undated'],
      [`6:9  I don't know "undated"; expected day, week, month, quarter, year or all`],
    ],
    [
      ['count of: opportunity', 'as of: period end', 'target: at least 5 a month'],
      [
        '6:9  "at least 5 a month" is for a month, and this is no amount that adds up over time; write it like "at least 22"',
      ],
    ],
    [
      ['count of: opportunity', 'by: created', 'needs: [sorce]'],
      [`6:9  "sorce": I don't know "sorce"; did you mean "source"?`],
    ],
  ])('%j', (lines, problems) => {
    expect(problemsIn('metric', lines)).toEqual(problems);
  });
});

import { describe, expect, test } from 'vitest';
import { parseAgreement } from '../../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../../src/agreement/say-problem.ts';
import { catalogue, companyFile, companyWith } from '../fixtures.ts';

const metric = (lines: string): string => `title: Leads looked after
asks: Does someone look after the leads?
answered by: sales
by: created
${lines}
`;

/** What is said of a metric that is added to the company, by line and column. */
function saidOf(lines: string, today: string | null = null): string[] {
  const { problems } = parseAgreement(companyWith({ 'metrics/looked-after.yml': metric(lines) }), catalogue, today);
  const own = problems.filter(({ file }) => file === 'agreement/metrics/looked-after.yml');
  return own.map((problem) => sayProblem(problem).replace('agreement/metrics/looked-after.yml:', ''));
}

describe('conditions that can never hold', () => {
  test('are told with all of them, at the last', () => {
    expect(saidOf('share of: lead\nkept when:\n  - score is at least 60\n  - score is at most 50')).toEqual([
      '8:5  "score is at least 60" and "score is at most 50" can never hold together; change one of them',
    ]);
  });

  test('are told inside of groups, and where the term says otherwise', () => {
    const kept =
      'share of: inbound lead\nkept when:\n  - any of:\n      - source is Cold list\n      - score is at least 60';
    expect(saidOf(kept)).toEqual([
      '8:9  "source is Cold list" can never hold of "inbound lead", by what the term says; change one of them',
    ]);
  });

  test('are told of an exception: it never takes anything out', () => {
    expect(saidOf('count of: inbound lead\nexcept when:\n  - source is empty')).toEqual([
      '7:5  "source is empty" can never hold of "inbound lead", by what the term says; change one of them',
    ]);
  });
});

test('business hours that no working day has are warned of, with the days', () => {
  expect(saidOf('share of: lead\nkept when:\n  - has an activity within 18 business hours of created')).toEqual([
    '7:5  warning: 18 business hours is more than a working day, which has 8; say "2 business days" if you mean days',
  ]);
});

describe('the period that is counted', () => {
  const says = 'of the period that is counted, and "looked-after" is not counted as of periods';
  const fix =
    'say "as of: period end" or "as of: period start", or name a moment of the record: "the start of the month of created"';
  const saidBeside = (lines: string, by: string, vocabulary = ''): string[] => {
    const text = `title: Looked after\nasks: Does someone?\nanswered by: sales\n${by}\n${lines}\n`;
    const before = companyFile('vocabulary.yml');
    const files = companyWith({ 'metrics/looked-after.yml': text, 'vocabulary.yml': `${before}\n${vocabulary}` });
    return parseAgreement(files, catalogue)
      .problems.filter(({ file }) => file.endsWith('looked-after.yml'))
      .map((problem) => sayProblem(problem).replace('agreement/metrics/looked-after.yml:', ''));
  };
  const due = "due figure of opportunity:\n  is the: days from closed to the period's end\n";

  test('is known to what is counted as of periods, through figures too', () => {
    const lines = "count of: opportunity\nexcept when: [closed is after the period's end, due figure is at least 5]";
    expect(saidBeside(lines, 'as of: period end', due)).toEqual([]);
    expect(saidBeside(lines, 'as of: period start', due)).toEqual([]);
  });

  test('is unknown elsewhere: to what has a moment, to one day, and through a figure', () => {
    const lines = "count of: opportunity\nexcept when:\n  - closed is after the period's end";
    expect(saidBeside(lines, 'by: created')).toEqual([`7:5  this asks for the start or the end ${says}; ${fix}`]);
    expect(saidBeside(lines, 'as of: 2026-01-31')).toEqual([`7:5  this asks for the start or the end ${says}; ${fix}`]);
    const through = 'count of: opportunity\nexcept when: [due figure is at least 5]';
    expect(saidBeside(through, 'by: created', due)).toEqual([
      `1:1  "due figure" asks for the start or the end ${says}; ${fix}`,
    ]);
  });
});

test('an abbreviation is explained by a term or written out', () => {
  const lines = 'count of: lead\nmeasured: MQLs, SQLs and EUR of the UK';
  expect(saidOf(lines)).toEqual([
    '6:11  no term explains "SQL"; write it out, or add it to "also called:" of a term',
    '6:11  no term explains "UK"; write it out, or add it to "also called:" of a term',
  ]);
});

test('what is only said is warned of', () => {
  expect(saidOf('count of: lead\nsaid but not counted: [leads that we met at a fair]', '2026-06-30')).toEqual([
    '6:24  warning: "leads that we met at a fair" is only said: nothing counts it; say it as a condition if it should count',
  ]);
});

test('a review is overdue from the day after', () => {
  const lines = 'count of: lead\nreview by: 2026-06-30';
  expect(saidOf(lines, '2026-06-30')).toEqual([]);
  expect(saidOf(lines, '2026-07-01')).toEqual([
    '6:12  warning: "Leads looked after" was to be reviewed by 2026-06-30; review it, and set the next date',
  ]);
});

describe('a sentence that parts records into groups', () => {
  const late = 'break down by:\n  touched: has a touch within 1 day of created';
  const deep = 'break down by:\n  deep: its owner is a robot account\n  touched: is a fast lead';
  test('waits for no deadline', () => {
    expect(saidOf(`count of: lead\n${late}`)).toEqual([
      '7:12  "has a touch within 1 day of created" waits for a deadline, and groups are there from the start; name a sentence without "within"',
    ]);
  });

  test('may look back from now, which waits for nothing', () => {
    expect(saidOf(`count of: lead\n${late.replace('day of created', 'day before now')}`)).toEqual([]);
  });

  test('waits for none through a term either', () => {
    const vocabulary = companyFile('vocabulary.yml');
    const files = companyWith({
      'metrics/looked-after.yml': metric(`count of: lead\n${deep}`),
      'vocabulary.yml': `${vocabulary}\nfast lead:\n  is a: lead\n  where: [has a touch within 1 day of created]\n`,
    });
    expect(parseAgreement(files, catalogue).problems.map(sayProblem)).toEqual([
      'agreement/metrics/looked-after.yml:8:12  "is a fast lead" waits for a deadline, and groups are there from the start; name a sentence without "within"',
    ]);
  });
});

describe('what holds no longer tells how things stood', () => {
  const vocabulary = `${companyFile('vocabulary.yml')}\nwon one:\n  is a: opportunity\n  where:\n    - won is yes\n`;
  const deals = (lines: string, asOf = 'period end'): string[] => {
    const text = `title: Looked after\nasks: Does someone?\nanswered by: sales\nas of: ${asOf}\n${lines}\n`;
    const files = companyWith({ 'metrics/looked-after.yml': text, 'vocabulary.yml': vocabulary });
    return parseAgreement(files, catalogue, '2026-01-01')
      .problems.filter(({ file }) => file.endsWith('looked-after.yml'))
      .map((problem) => sayProblem(problem).replace('agreement/metrics/looked-after.yml:', ''));
  };
  const fix = 'say it by what has one, such as "stage is ..." or "entered ... has happened"';

  test('how a deal ended, at every end of a period', () => {
    expect(deals('share of: opportunity\nkept when: [won is yes]')).toEqual([
      `6:13  warning: "won" has no history: at every period's end it is what it is today; ${fix}`,
    ]);
  });

  test('also by its start, and through a term', () => {
    expect(deals('count of: won one', 'period start')).toEqual([
      `1:1  warning: "won" has no history: at every period's start and end it is what it is today; ${fix}`,
    ]);
  });

  test('not where the stage says it', () => {
    expect(deals('share of: opportunity\nkept when: [stage is Closed Won]')).toEqual([]);
  });
});

describe('quarters that are compared as numbers', () => {
  test.each([
    ['more than', 'is after the end of'],
    ['less than', 'is before the start of'],
    ['at least', 'is on or after the start of'],
    ['at most', 'is on or before the end of'],
  ])('is %s', (how, days) => {
    const kept = `share of: lead\nkept when:\n  - the quarter of converted is ${how} the quarter of created`;
    expect(saidOf(kept, '2026-01-01')).toEqual([
      `7:5  warning: "the quarter of converted" is a number from 1 to 4, which starts again each year; compare days: "converted ${days} the quarter of created"`,
    ]);
  });

  test('and months as names', () => {
    expect(saidOf('share of: lead\nkept when:\n  - the month of converted is more than the month of created')).toEqual([
      '7:41  "the month of converted is more than the month of created": "the month of converted" is a name, which starts again each year; compare days: "is after the end of the month of ..."',
    ]);
  });
});

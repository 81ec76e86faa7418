import { describe, expect, test } from 'vitest';
import { agreed, metricIn, problemsIn, problemsOf } from '../agreed.ts';

const count = ['count of: opportunity', 'by: created'];

describe('what a reader is told of a metric', () => {
  test('is left open where nobody says it', () => {
    expect(metricIn(count)).toMatchObject({
      tells: null,
      topic: null,
      alsoOn: [],
      better: null,
      pitfalls: [],
      choices: [],
    });
  });

  test('is when it tells, where it stands, which way is good, and what to know', () => {
    const said = [
      'tells: Lagging',
      'topic: deals',
      'better: lower',
      'pitfalls: A median hides the tail.',
      'choices: [By count., By day.]',
    ];
    expect(metricIn([...count, ...said])).toMatchObject({
      tells: 'lagging',
      topic: 'deals',
      better: 'lower',
      pitfalls: ['A median hides the tail.'],
      choices: ['By count.', 'By day.'],
    });
  });

  test('changes no seal', () => {
    const plain = metricIn(count).seal;
    expect(
      metricIn([...count, 'tells: leading', 'topic: deals', 'better: higher', 'pitfalls: X.', 'choices: Y.']).seal,
    ).toBe(plain);
  });

  test('it may stand on further pages, each named once, and changes no seal by that', () => {
    const said = metricIn([...count, 'topic: deals', 'also on: [campaigns, Pipeline]']);
    expect(said.alsoOn).toEqual(['campaigns', 'pipeline']);
    expect(said.seal).toBe(metricIn(count).seal);
    expect(metricIn([...count, 'topic: deals', 'also on: campaigns']).alsoOn).toEqual(['campaigns']);
  });

  test('which are at risk is said with how many, of records', () => {
    expect(problemsIn('metric', ['count of: opportunity', 'as of: period end', 'at risk: Deals wait'])).toEqual([
      '6:10  it does not begin with {count}; write it like "{count} deals are stuck"',
    ]);
    const sum = ["sum of: opportunity's amount", 'as of: period end', 'at risk: "{count} deals wait"'];
    expect(problemsIn('metric', sum)).toEqual([
      '6:11  only a count or a share of records tells which are at risk; leave it away here',
    ]);
  });

  test('it may say which of its records are at risk, and changes no seal by that', () => {
    const stands = ['share of: opportunity', 'as of: period end', 'kept when: [won is yes]'];
    const said = metricIn([...stands, 'at risk: "{count} deals are not won"']);
    expect(said.atRisk).toBe('{count} deals are not won');
    expect(said.seal).toBe(metricIn(stands).seal);
    expect(metricIn(count).atRisk).toBeNull();
  });

  test('a target tells by itself which way is good', () => {
    expect(metricIn([...count, 'target: at least 5 a month']).better).toBe('higher');
    expect(metricIn([...count, 'target: at most 5 a month']).better).toBe('lower');
    expect(metricIn([...count, 'better: lower', 'target: at most 5 a month']).better).toBe('lower');
  });

  test.each([
    [
      ['better: lower', 'target: at least 5 a month'],
      '6:9  "better: lower" is against the target, which is "at least 5 a month"; leave it away: the target tells which way is good',
    ],
    [['tells: early'], `6:8  I don't know "early"; expected leading or lagging`],
    [['topic: deal'], `6:8  I don't know "deal"; did you mean "deals"?`],
    [['topic: deals', 'also on: [campaign]'], `7:11  I don't know "campaign"; did you mean "campaigns"?`],
    [
      ['topic: deals', 'also on: [campaigns, deals]'],
      '7:22  it stands on "deals" already, by "topic:"; leave it away here',
    ],
    [['topic: deals', 'also on: [campaigns, campaigns]'], '7:22  "campaigns" stands here twice; leave one away'],
    [['also on: deals'], '6:10  it stands on no page of its own yet; write "topic: deals" for the first'],
    [['at risk: "{count} deals wait"'], '6:11  only records as they stand can be mended; add "as of: period end"'],
    [['counted: maybe'], `6:10  I don't know "maybe"; expected yes or no`],
  ])('%s is told', (lines, problem) => {
    expect(problemsIn('metric', [...count, ...lines])).toEqual([problem]);
  });
});

describe('a metric that is not counted', () => {
  const head = 'title: X\nasks: X?\nanswered by: sales\n';
  const off = `${head}count of: opportunity\nby: created\ncounted: no\nheadline: 1\n`;
  const other = (lines: string) => ({ 'metrics/off.yml': off, 'metrics/x.yml': `${head}${lines}` });

  test('is read, takes no place on the headline page, and stands apart', () => {
    const agreement = agreed({ 'metrics/off.yml': off });
    expect(agreement.metrics.map(({ slug }) => slug)).not.toContain('off');
    expect(agreement.switchedOff).toMatchObject([{ slug: 'off', wordings: [{ kind: 'opportunity' }] }]);
  });

  test('is left out of notes, and a note that speaks of nothing else is too', () => {
    const note = (metrics: string) => `---\non: 2026-03-01\ntitle: Tried\nmetrics: ${metrics}\n---\nA try.\n`;
    const notes = { 'notes/both.md': note('[off, inquiries]'), 'notes/only.md': note('off') };
    const told = agreed({ 'metrics/off.yml': off, ...notes }).notes.filter(({ title }) => title === 'Tried');
    expect(told).toMatchObject([{ slug: 'both', metrics: ['inquiries'] }]);
  });

  test('is checked like the others', () => {
    expect(problemsOf({ 'metrics/off.yml': off.replace('opportunity', 'oportunity') })).toEqual([
      `agreement/metrics/off.yml:4:11  "oportunity": I don't know "oportunity"; did you mean "opportunity"?`,
    ]);
  });

  test.each([
    ['ratio of: off\nper: inquiries\n', '4:11'],
    ['ratio of: inquiries\nper: off\n', '5:6'],
    ['count of: lead\nby: created\ntarget: { at least: off }\n', '6:9'],
    ['difference of: off\nless: off\n', '5:7'],
    ['count of: lead\nby: created\nexcept when: [score is more than the result of off]\n', '1:1'],
  ])('is missed by what is counted and made of it: %s', (lines, at) => {
    expect(problemsOf(other(lines))).toContain(
      `agreement/metrics/x.yml:${at}  "off" is switched off, and "x" is made of it; leave "counted: no" away there, or switch this one off too`,
    );
  });

  test('is only warned of as a pair: the other can be counted without it', () => {
    expect(problemsOf(other('count of: lead\nby: created\npaired with: off\n'))).toEqual([
      'agreement/metrics/x.yml:6:14  warning: "off" is switched off, so that nothing keeps "x" honest; count it too, or name another pair',
    ]);
  });

  test('is not missed by another that is not counted either', () => {
    expect(problemsOf(other('ratio of: off\nper: off\ncounted: no\n'))).toEqual([]);
  });
});

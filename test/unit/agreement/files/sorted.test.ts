import { describe, expect, test } from 'vitest';
import { parseAgreement } from '../../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../../src/agreement/say-problem.ts';
import { sayFigure } from '../../../../src/agreement/words.ts';
import { catalogue, companyFile, companyWith } from '../fixtures.ts';

const vocabulary = companyFile('vocabulary.yml');
const before = vocabulary.split('\n').length - 1;

/** The company with more in its vocabulary, and a metric where one is given. */
function withWords(added: string, metric: string | null = null) {
  const changes = { 'vocabulary.yml': vocabulary + added, ...(metric === null ? {} : { 'metrics/tried.yml': metric }) };
  const { agreement, problems } = parseAgreement(companyWith(changes), catalogue);
  const told = problems
    .filter(({ level }) => level === 'fault')
    .map((one) => sayProblem(one.file.endsWith('vocabulary.yml') ? { ...one, line: one.line - before } : one))
    .map((said) => said.replace(/^agreement\//, ''));
  return { agreement, told };
}

const wayOut = `
way out of opportunity:
  in words: how it ended
  is the first of:
    Won: [won is yes]
    Lost young:
      - lost is yes
      - any of:
          - amount is less than 1,000 EUR
          - amount is empty
    Lost: [lost is yes]
  or else: Open
`;

const counted = (more: string) =>
  `title: Deals\nasks: How many?\nanswered by: sales\ncount of: opportunity\nby: created\n${more}`;

describe('a figure that sorts records', () => {
  test('whose list in brackets is cut by its own commas says so, at each item', () => {
    const cut = wayOut.replace(
      '[lost is yes]\n  or',
      '[lost reason is one of Price, Not a fit, No budget, won is no]\n  or',
    );
    const starts = (item: string) =>
      `the comma before "${item}" starts the next item of this list, and so cuts the sentence; write each sentence on a line of its own, or in quotes`;
    expect(withWords(cut).told).toEqual([
      `vocabulary.yml:11:41  ${starts('Not a fit')}`,
      `vocabulary.yml:11:52  ${starts('No budget')}`,
    ]);
  });
  test('is a text: the name of the first case that holds', () => {
    const { agreement, told } = withWords(
      wayOut,
      counted('except when:\n  - way out is Open\nbreak down by: [way out]\n'),
    );
    expect(told).toEqual([]);
    const figure = agreement?.figures.find(({ name }) => name === 'way out');
    expect(figure).toMatchObject({ type: { is: 'text' }, is: { value: 'sorted', others: 'Open' } });
    expect(figure && sayFigure(figure)).toBe(
      'Won where won is yes; Lost young where lost is yes and any of (amount is less than 1,000 EUR, amount is empty); Lost where lost is yes; or else Open',
    );
    const metric = agreement?.metrics.find(({ slug }) => slug === 'tried');
    expect(metric?.breakdowns).toMatchObject([{ dimension: 'way out', cut: { cut: 'value', path: { figure: true } } }]);
  });

  test('counts for the seal by its cases, their order and their names, not by the order of sentences in one', () => {
    const sealWith = (words: string) => {
      const { agreement } = withWords(words, counted('break down by: [way out]\n'));
      return agreement?.metrics.find(({ slug }) => slug === 'tried')?.seal;
    };
    const seal = sealWith(wayOut);
    const turned = wayOut
      .replace('      - lost is yes\n', '')
      .replace('          - amount is empty\n', '$&      - lost is yes\n');
    expect(sealWith(turned)).toBe(seal);
    expect(sealWith(wayOut.replace('Lost young', 'Lost small'))).not.toBe(seal);
    const lost = '    Lost: [lost is yes]\n';
    expect(sealWith(wayOut.replace(lost, '').replace('    Lost young', `${lost}$&`))).not.toBe(seal);
  });

  test.each([
    ['is the first of: {}', '3:20  there is no case in it; write each as a name with its conditions'],
    ['is the first of: { Won: [] }', '3:27  "Won:" has nothing in it'],
    [
      'is the first of: { Won: won is yes }',
      '3:27  "Won:" is the text "won is yes", and should be a list; begin each line of it with "- "',
    ],
    [
      'is the first of: { Won: [won is yes] }\n  is the: stage',
      '3:20  a figure has "is the:" or "is the first of:", and not both',
    ],
    [
      'is the first of: { Won: [won is yes], won: [lost is yes] }',
      '3:46  "Won" is the name of a case already; take another one',
    ],
    [
      'is the first of: { Won: [won is yes] }\n  or else: Won',
      '4:12  "Won" is the name of a case already; take another one',
    ],
    [
      'is the first of: { Won: [won is yes] }\n  or else: Not recorded',
      '4:12  "Not recorded" is what has no value at all; take another name, or leave "or else:" away',
    ],
    ['is the first of: { 2: [won is yes] }', '3:25  "2" is a number and no name; add a word to it'],
    ['is the: stage\n  or else: Won', '4:12  "or else:" goes with "is the first of:" only'],
    ['is the first of: { Won: [its won is yes], Big: [the way out of it is Won] }', null],
    [
      'is the first of: { Won: [tried way is Lost] }',
      '2:1  "tried way of opportunity" is defined by itself: "tried way of opportunity" uses "tried way of opportunity"; define one of them without the other',
    ],
    [
      'is the first of: { Won: [won is yes, won is no] }',
      '3:40  "won is yes" and "won is no" can never hold together; change one of them',
    ],
  ])('%s is told', (said, problem) => {
    const { told } = withWords(`\ntried way of opportunity:\n  ${said}\n`);
    if (problem === null) expect(told).not.toEqual([]);
    else expect(told).toEqual([`vocabulary.yml:${problem}`]);
  });

  test('has no other cases: what it is compared with is one of them', () => {
    const { told } = withWords(
      wayOut,
      counted('except when:\n  - way out is lost\n  - way out is one of Won, Lost, Strayed\n'),
    );
    expect(told).toEqual([
      'metrics/tried.yml:7:5  "way out" has no case "lost"; did you mean "Lost"?',
      'metrics/tried.yml:8:5  "way out" has no case "Strayed"; there are Won, Lost young, Lost, Open',
    ]);
  });

  test('parts records into groups only where no case waits', () => {
    const words = `\nspeed of lead:\n  is the first of:\n    Fast: [has an activity within 1 day of created]\n`;
    const metric =
      'title: Leads\nasks: How many?\nanswered by: sales\ncount of: lead\nby: created\nbreak down by: [speed]\n';
    expect(withWords(words, metric).told).toEqual([
      'vocabulary.yml:4:12  "has an activity within 1 day of created" waits for a deadline, and groups are there from the start; name a sentence without "within"',
    ]);
  });
});

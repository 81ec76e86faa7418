import { expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogue, companyFile, companyWith } from './fixtures.ts';

const vocabulary = companyFile('vocabulary.yml');

/** All that is told of the company with these files in it. */
const told = (changes: Readonly<Record<string, string>>) =>
  parseAgreement(companyWith(changes), catalogue).problems.map(sayProblem);

const metric = (...lines: readonly string[]) =>
  `${['title: Tried', 'asks: Does it work?', 'answered by: sales', ...lines].join('\n')}\n`;
const count = ['count of: opportunity', 'by: created'];

const toldOf = (...lines: readonly string[]) => told({ 'metrics/tried.yml': metric(...lines) });

test('a target is spread with or without the comma', () => {
  const levels = ['at least 300 a year, spread by business days', 'at least 300 a year spread by business days'].map(
    (target) => {
      const files = companyWith({ 'metrics/tried.yml': metric(...count, `target: ${target}`) });
      const { agreement, problems } = parseAgreement(files, catalogue);
      expect(problems).toEqual([]);
      return agreement?.metrics.find(({ slug }) => slug === 'tried')?.wordings[0].target?.level;
    },
  );
  expect(levels[1]).toEqual(levels[0]);
  expect(levels[0]).toMatchObject({ value: 300, spread: true });
});

test.each([
  ['target: { at least: { 2026-01: 20 } }'],
  ['target: { at least: inquiries }'],
  ['target: at least 20 a month'],
])('a part of %s is said of the target', (target) => {
  expect(toldOf(...count, target, 'broken: below 80%')).toEqual([
    'agreement/metrics/tried.yml:7:9  "below 80%" has no unit that fits; write "below 80% of the target"',
  ]);
});

test.each([['2026-01'], ['FY2026'], ['months']])('%s under a target asks for its side, once', (period) => {
  expect(toldOf(...count, 'target:', `  ${period}: 20`, '  2026-02: 24')).toEqual([
    `agreement/metrics/tried.yml:7:3  "${period}:" stands under "target:" without its side; write "at least:" (or "at most:") under "target:", and below that each period: "2026-01: 20"`,
  ]);
});

test.each([
  ['  w: the weekday of closed', '7:6', 'the weekday of closed'],
  ['  w: business hours from created to closed', '7:6', 'business hours from created to closed'],
  ['  w: { value: days from created to closed, bands: [below 3] }', '7:15', 'days from created to closed'],
])('a breakdown %s needs a figure', (line, at, said) => {
  expect(toldOf(...count, 'break down by:', line)).toEqual([
    `agreement/metrics/tried.yml:${at}  "${said}" is no field or figure; name it in vocabulary.yml, "NAME of opportunity:" with "is the: ${said}", and say its name here`,
  ]);
});

test('so does the moment that records are counted by', () => {
  expect(toldOf('count of: opportunity', 'by: entered Proposal')).toEqual([
    'agreement/metrics/tried.yml:5:5  "entered Proposal" is no field or figure; name it in vocabulary.yml, "NAME of opportunity:" with "is the: entered Proposal", and say its name here',
  ]);
});

test.each([
  ['business hours from assigned to accepted', 'handover'],
  ['business hours from created to closed', 'RECORD'],
  ['amount times probability of opportunities', 'opportunity'],
  ["opportunity's amount times probability", 'opportunity'],
  ["new business's amount times probability", 'new business'],
  ["opportunity's amount", ''],
])('a measure of %s', (said, kind) => {
  const value = said.replace(/^.*'s | of opportunities$/g, '');
  const name = `name it in vocabulary.yml, "NAME of ${kind}:" with "is the: ${value}", and say "${kind}'s NAME" here`;
  const all = toldOf(`sum of: ${said}`, 'by: nothing');
  expect(all).toEqual(
    kind === '' ? [] : [`agreement/metrics/tried.yml:4:9  "${value}" is no field or figure; ${name}`],
  );
});

test.each([
  ['metrics/tried.yaml', 'metrics/tried.yml'],
  ['currencies.yaml', 'currencies.yml'],
])('%s is to be called %s', (path, meant) => {
  expect(told({ [path]: metric(...count) })).toEqual([
    `agreement/${path}:1:1  this file's name ends in .yaml; end it in .yml: ${meant}`,
  ]);
});

test('two teams are a list', () => {
  const promise = metric(...count).replace('answered by: sales', 'promised by: sales, marketing');
  expect(told({ 'slas/tried.yml': promise })).toEqual([
    'agreement/slas/tried.yml:3:14  there is no team "sales, marketing"; write [sales, marketing]',
  ]);
});

test('of a figure that cannot be read only that is told, wherever it is used', () => {
  const broken = 'waiting of opportunity:\n  is the: business hours form created to closed\n';
  const uses = ['by: created', 'break down by: { w: { value: waiting, bands: [below 3] } }'];
  const all = ["average of: opportunity's waiting", 'count of: opportunity'].map((measure) =>
    told({ 'vocabulary.yml': `${vocabulary}\n${broken}`, 'metrics/tried.yml': metric(measure, ...uses) }),
  );
  const fault = '"business hours form created to closed": I don\'t know "form"; did you mean "from"?';
  for (const one of all) expect(one.map((line) => line.replace(/^\S+ +/, ''))).toEqual([fault]);
});

test('a colon in a sentence needs quotes around the sentence', () => {
  expect(toldOf(...count, 'pitfalls:', '  - Early: nothing is known yet')).toEqual([
    'agreement/metrics/tried.yml:7:5  "pitfalls:" is keys with values, and should be a text; a colon in a sentence needs quotes around the sentence',
  ]);
  expect(toldOf('share of: lead', 'by: created', 'kept when:', '  - source is: Website')).toEqual([
    'agreement/metrics/tried.yml:7:5  I don\'t know "source is:"; a colon in a sentence needs quotes around the sentence',
  ]);
});

test.each([
  [['kept wen: [source is Website]'], '6:1  I don\'t know "kept wen:"; did you mean "kept when:"?'],
  [['kept when: []'], '6:12  "kept when:" has nothing in it'],
  [
    ['kept when: { a: b }'],
    '6:12  "kept when:" is keys with values, and should be a list; begin each line of it with "- "',
  ],
])('what stands there and is broken or misspelt is not missing too: %j', (lines, said) => {
  expect(toldOf('share of: lead', 'by: created', ...lines)).toEqual([`agreement/metrics/tried.yml:${said}`]);
});

test('nor is what every metric needs', () => {
  const text = 'title: Tried\nask: Does it work?\nanswered by: sales\ncount of: lead\nby: created\n';
  expect(told({ 'metrics/tried.yml': text })).toEqual([
    'agreement/metrics/tried.yml:2:1  I don\'t know "ask:"; did you mean "asks:"?',
  ]);
});

test('a figure that is refused is not unknown too where it is named', () => {
  const figure = 'old pace of leed:\n  is the: score\n';
  const tried = metric('share of: lead', 'by: created', 'kept when: [old pace is at least 4]');
  expect(told({ 'vocabulary.yml': `${vocabulary}${figure}`, 'metrics/tried.yml': tried })).toEqual([
    `agreement/vocabulary.yml:${vocabulary.split('\n').length}:1  it is not known whose figure "old pace of leed" is; did you mean "old pace of lead"?`,
  ]);
});

test('of many fields the three are told that are spelt most like it', () => {
  expect(toldOf('share of: opportunity', 'by: created', 'kept when: [closing is known]')).toEqual([
    'agreement/metrics/tried.yml:6:13  "closing is known": I don\'t know what "closing" means here; an opportunity has closed, lost, amount and 18 others, which the guide lists',
  ]);
});

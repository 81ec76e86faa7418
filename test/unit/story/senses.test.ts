/** What a sentence says where less is better, where an amount is shared, where things stand today, and where nothing is left. */
import { expect, test } from 'vitest';
import { checkStatement } from '../../../src/story/check/check-statement.ts';
import { findingOf } from '../../../src/story/finding-of.ts';
import { moveLook } from '../../../src/story/statements/moves.ts';
import { state } from '../../../src/story/statements/statement-kind.ts';
import { comparedWords, subjectOf, type Material } from '../../../src/story/subject.ts';
import type { Agreement, Metric } from '../../../src/values/agreement.ts';
import type { Finding } from '../../../src/values/statement.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { agreement, delivered, effectiveness, feedback, monthly, reading, row, target } from './made-up.ts';

const about = (metric: Metric, values: readonly PublishedValue[], said: Agreement = agreement): Material => ({
  metric,
  agreement: said,
  values,
  reading: reading(metric),
});

/** The finding, each sentence of which must be true. */
function found(material: Material): Finding {
  const finding = findingOf(material);
  for (const statement of [finding.title, ...finding.context])
    expect(checkStatement(statement, [material])).toEqual([]);
  return finding;
}

const plain = (words: string | undefined) => words?.replaceAll('\u00a0', ' ');
const titled = (material: Material) => plain(found(material).title.words);
const said = (kind: string, material: Material) => {
  const { context, overTime } = found(material);
  return plain([...context, ...overTime].find((statement) => statement.kind === kind)?.words);
};

const [today] = feedback.wordings;
const bare: Metric = { ...feedback, promise: null, answeredBy: ['sales'] };

test('at most: the title says less than the target, what misses is fewer, and the cases to look at are those that count', () => {
  const less: Metric = {
    ...bare,
    wordings: [{ ...today, target: target(0.1, null, 'at most'), broken: target(0.2, null, 'at most') }],
    words: { ...bare.words, says: '{value} of the deals of {period} went wrong' },
  };
  const off = about(less, monthly(less, [[6, 40]]));
  expect(titled(off)).toBe('15% of the deals of October went wrong, 5 points over the target of 10%.');
  expect(said('misses', off)).toBe('Two fewer would have kept it.');
  expect(state(moveLook, subjectOf(off))?.words).toBe('Look at October’s 6 cases in ‘Feedback given on leads’.');
  expect(titled(about(less, monthly(less, [[2, 40]])))).toBe(
    '5% of the deals of October went wrong, less than the target of 10%.',
  );
});

test('a stretch of time that is hardly over is a little over; one that is under says so once', () => {
  const time: Metric = {
    ...bare,
    unit: { unit: 'duration', of: 'business days' },
    wordings: [{ ...today, measure: { ...median }, keptWhen: [], target: target(3, null, 'at most'), broken: null }],
    words: { ...bare.words, says: "Half of {period}'s leads heard within {value}" },
  };
  expect(titled(about(time, monthly(time, [3.01])))).toBe(
    'Half of October’s leads heard within 3.01 business days, a little over the target of 3 business days.',
  );
  expect(titled(about(time, monthly(time, [2.2])))).toBe(
    'Half of October’s leads heard within 2.2 business days, less than the target of 3 business days.',
  );
});

const median = {
  measure: 'median',
  of: { from: 'handover', links: [], field: 'answer time', type: { is: 'number' }, figure: true },
} as const;

test('a share of an amount says which amounts', () => {
  const worth = { from: 'opportunity', links: [], field: 'amount', type: { is: 'money' }, figure: false } as const;
  const share: Metric = {
    ...bare,
    asOf: 'period start',
    by: null,
    wordings: [{ ...today, measure: { measure: 'share', countedIn: worth }, target: null, broken: null }],
    words: { ...bare.words, says: 'Of what was in the forecast when {period} began, {value} was won by its end' },
  };
  const material = about(share, monthly(share, [[18_523_300, 20_333_300]]));
  expect(titled(material)).toBe('Of what was in the forecast when October began, 91% was won by its end.');
  expect(said('amounts', material)).toBe('That is 185,000 of 203,000 euros.');
  expect(said('amounts', about(bare, monthly(bare, [[3, 20]])))).toBeUndefined();
});

test('what is counted of all records as they stand is told of today, and marked', () => {
  const standing: Metric = {
    ...bare,
    by: null,
    finest: 'all',
    words: { ...bare.words, says: '{value} of our deals had a next step in {period}' },
  };
  const all = row(standing, '2026-11', [43, 100], { grain: 'all', period: 'all', status: 'so far' });
  const material = about(standing, [all]);
  expect(titled(material)).toBe('43% of our deals had a next step today, 42 points under the target.');
  expect(found(material).mark.mark).toBe('broken');
  expect(comparedWords({ metric: standing }, all)).toBe('today');
  expect(comparedWords({ metric: bare }, row(bare, '2026-11', [1, 2], { status: 'so far' }))).toBe(
    'November\u00a02026, so far',
  );
  expect(said('so far', material)).toBeUndefined();
  const first = { ...standing, words: { ...standing.words, says: '{period}, {value} of our deals have a next step' } };
  expect(titled(about(first, [all]))).toBe('Today, 43% of our deals have a next step, 42 points under the target.');
});

test('where nothing is left of a target, a ratio per what is left says that it is reached', () => {
  const measure = { measure: 'ratio', of: 'campaign-wins', per: delivered.slug, perIs: 'remaining' } as const;
  const [wording] = effectiveness.wordings;
  const coverage: Metric = { ...effectiveness, finest: 'month', wordings: [{ ...wording, measure }] };
  const reached = row(coverage, '2026-10', null, { numerator: 500, denominator: 0 });
  expect(titled(about(coverage, [reached]))).toBe(
    'Campaign effectiveness: the target of ‘Qualified leads delivered’ is reached, so nothing is left to divide by in October.',
  );
  const unknown = row(coverage, '2026-10', null, { numerator: 500, denominator: null });
  expect(titled(about(coverage, [unknown]))).toBe('Campaign effectiveness: not known for October.');
});

test('what only time tells is not yet called by its term', () => {
  const never: Metric = {
    ...delivered,
    promise: null,
    wordings: [{ ...delivered.wordings[0], target: target(1, 'month', 'at most') }],
  };
  const waiting = row(never, '2026-10', 1, { waiting: 5, status: 'waiting', broken: null });
  expect(said('unmarked', about(never, [waiting]))).toBe(
    'Too early to judge October: 5 still wait and could change the mark.',
  );
  const open: Metric = { ...never, wordings: [{ ...never.wordings[0], target: null, broken: null }] };
  const untold = row(open, '2026-10', 34, { waiting: 30, status: 'waiting', target: null, broken: null });
  expect(said('waiting', about(open, [untold]))).toBe('30 of October still wait.');
});

test('marks that never came or always did are said in words', () => {
  expect(
    said(
      'lately',
      about(
        bare,
        monthly(bare, [
          [1, 20],
          [1, 20],
          [1, 20],
        ]),
      ),
    ),
  ).toBe('Kept in none of the last 3 months.');
  expect(
    said(
      'lately',
      about(
        bare,
        monthly(bare, [
          [20, 20],
          [20, 20],
          [20, 20],
        ]),
      ),
    ),
  ).toBe('Kept in all of the last 3 months.');
});

test('the middle stretch of a small count at most is told in whole numbers', () => {
  const never: Metric = {
    ...delivered,
    wordings: [
      { ...delivered.wordings[0], target: target(1, 'month', 'at most'), broken: target(3, 'month', 'at most') },
    ],
  };
  expect(found(about(never, monthly(never, [2]))).key).toBe('Kept: at most 1. Slipping: 2 to 3. Broken: over 3.');
});

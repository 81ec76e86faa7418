import { expect, test } from 'vitest';
import { holdBack } from '../../../src/publish/hold-back.ts';
import { findingsOf, verdictOf } from '../../../src/story/verdict-of.ts';
import { agreement, followedUp, monthly, reading } from '../story/made-up.ts';

const material = {
  metric: followedUp,
  agreement: { ...agreement, metrics: [followedUp] },
  values: monthly(followedUp, [[83, 100]], [4, 5, 3]),
  reading: reading(followedUp),
};
const [finding] = findingsOf([material]);
const verdict = verdictOf([material]);
if (!finding) throw new Error('There is a finding.');

test('what holds is published as it is', () => {
  expect(holdBack(verdict, [finding], [material])).toEqual({ verdict, findings: [finding], leftOut: [] });
});

test('a false sentence is left out, and told with what is wrong with it', () => {
  const [first, ...others] = finding.context;
  if (!first) throw new Error('Something stands below the title.');
  const wrong = { ...first, words: first.words.replace(/^\p{L}+/u, '99') };
  const held = holdBack(verdict, [{ ...finding, context: [wrong, ...others] }], [material]);
  expect(held.findings[0]?.context).toEqual(others);
  expect(held.leftOut.map(({ statement }) => statement)).toEqual([wrong]);
  expect(held.leftOut[0]?.why).toContain('no fact for 99');
});

test('where a title is false, its number and period stand alone', () => {
  const wrong = { ...finding.title, words: finding.title.words.replace('under', 'over') };
  const held = holdBack(verdict, [{ ...finding, title: wrong }], [material]);
  expect(held.findings[0]?.title.words).toBe('Leads followed up in time: 83% in October.');
  expect(held.leftOut).toHaveLength(1);
});

test('where what is said of all promises is false, they stand one by one', () => {
  const held = holdBack(
    { ...verdict, title: { ...verdict.title, words: 'We kept all of our promises.' } },
    [finding],
    [material],
  );
  expect(held.verdict.title.words).toBe('What we promised each other, one by one.');
});

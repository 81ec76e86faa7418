import { expect, test } from 'vitest';
import { wordsIn } from '../../../src/story/count-words.ts';
import { kinds } from '../../../src/story/statements/kinds.ts';
import { atAllLengths, state } from '../../../src/story/statements/statement-kind.ts';
import { subjectOf } from '../../../src/story/subject.ts';
import { findingOf } from '../../../src/story/finding-of.ts';
import { verdictOf } from '../../../src/story/verdict-of.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { accepted, agreement, closed, delivered, feedback, followedUp, monthly, pipeline, published, reading } from './made-up.ts'; // prettier-ignore

const material = (metric: Metric, values: readonly MetricValue[]) => ({
  metric,
  agreement,
  values: published(metric, values),
  reading: reading(metric),
});

/** What each kind that has something to say says beside the metric's name. */
function briefs(metric: Metric, values: readonly MetricValue[]): Record<string, string> {
  const subject = subjectOf(material(metric, values));
  return Object.fromEntries(kinds.flatMap((kind) => {
    const said = state(kind, subject);
    return said ? [[kind.kind, said.brief]] : [];
  })); // prettier-ignore
}

test('beside its name a number is said with how far it lies from what was agreed', () => {
  expect(briefs(followedUp, monthly(followedUp, [[207, 249]], [3, 4, 5]))).toMatchObject({
    title: '83%, 7 points under its promise',
    misses: '18 more in time would have kept it',
    'so far': '3 of 4 in time so far, 5 wait',
    'off each': 'slipping at 83%, 7 points under its promise',
    'move waiting': 'contact 5 waiting leads by 10\u00a0November',
  });
  expect(briefs(pipeline, monthly(pipeline, [13_243_000_00]))['title']).toBe(
    '13.2\u00a0million euros, 13\u00a0million euros more than agreed',
  );
});

test('where it is too long for nine words, the side of the level is said; then the number alone', () => {
  const slow: Metric = { ...feedback, unit: { unit: 'duration', of: 'business hours' } };
  const [wording] = slow.wordings;
  const most = { ...wording, target: { ...wording.target, way: 'at most' } } as Metric['wordings'][0];
  const late = { ...slow, wordings: [most] } as Metric;
  const [row] = monthly(slow, [0.82]);
  if (!row) throw new Error('There is a row.');
  expect(briefs(late, [{ ...row, target: 0.5, broken: 0.7 }])['title']).toBe(
    '49\u00a0business minutes, over what was agreed',
  );
});

test('what nobody promised is a target', () => {
  const slow = { ...delivered, promise: null, unit: { unit: 'money', currency: 'NZD' } } as Metric;
  const [row] = monthly(slow, [1_940_000_00]);
  expect(row && briefs(slow, [{ ...row, target: 180_000_00, broken: null }])['title']).toBe(
    '1.94\u00a0million New Zealand dollars, over the target',
  );
});

test('why there is no mark, and whether a number really changed', () => {
  expect(briefs(followedUp, monthly(followedUp, [[3, 6]]))).toMatchObject({
    title: '50% in October',
    unmarked: 'too few to judge: 6',
    signal: 'too few records to tell a real change',
  });
  expect(briefs(followedUp, monthly(followedUp, [[70, 90, 30]]))['unmarked']).toBe('too early to judge: 30 still wait');
  const wobble = Array.from({ length: 24 }, (_, index) => 19 + (index % 3));
  expect(briefs(delivered, monthly(delivered, [...wobble, 20]))['signal']).toBe('usual wobble');
  expect(briefs(delivered, monthly(delivered, [...wobble, 60]))['signal']).toBe('real change for the better');
  expect(briefs(delivered, monthly(delivered, [...wobble, 2]))['signal']).toBe('real change for the worse');
});

test('a verdict in a few words', () => {
  const row = (metric: Metric, of: Parameters<typeof monthly>[1][number]) => material(metric, monthly(metric, [of]));
  const { title, off } = verdictOf([
    row(delivered, 30), row(followedUp, [207, 249]), row(feedback, [99, 100]), row(pipeline, 1_000_00), row(closed, 9_000_000_00),
  ]); // prettier-ignore
  expect([title.brief, off?.brief]).toEqual(['three of five kept', 'one broken and one slipping']);
  expect(verdictOf([row(followedUp, [9, 10])]).title.brief).toBe('kept');
  expect(verdictOf([row(followedUp, [3, 4])]).title.brief).toBe('none can be judged yet');
  expect(verdictOf([row(followedUp, [1, 4]), row(feedback, [99, 100])]).title.brief).toBe(
    'one kept, one not judged yet',
  );
  expect(verdictOf([row(followedUp, [99, 100]), row(feedback, [99, 100])]).title.brief).toBe('both kept');
  expect(verdictOf([]).title.brief).toBe('nothing promised yet');
});

test('no brief has more than nine words, a full stop or a number that is not finished', () => {
  for (const metric of [delivered, followedUp, feedback, pipeline, closed, accepted])
    for (const of of [0, 1, 7, 1_234_567_00, 98_765_432_100_00, [0, 0], [0, 0, 3], [1, 9], [5, 9, 30], [99, 100]] as const) {
      const share = metric.unit.unit === 'share';
      if (share !== Array.isArray(of)) continue;
      const said = Object.entries(briefs(metric, monthly(metric, [of, of, of], of)));
      for (const [kind, brief] of said) {
        expect(wordsIn(brief), `${kind}: ${brief}`).toBeLessThanOrEqual(9);
        expect(brief, kind).not.toMatch(/\.$|undefined|NaN|null|\{|^$/u);
      }
    } // prettier-ignore
});

test('a title of a page has at most 90 characters: the sentence, else the metric’s name with the brief, else the brief', () => {
  const said = { kind: 'title', subject: 'a', facts: {} };
  const long = `${'word '.repeat(19)}end.`;
  expect(atAllLengths({ ...said, words: 'A short one.' }, 'short', 'A').headline).toBe('A short one');
  expect(atAllLengths({ ...said, words: long }, 'short', 'Named').headline).toBe('Named: short');
  expect(atAllLengths({ ...said, words: long }, 'short', 'n'.repeat(90)).headline).toBe('Short');
});

test('what two kinds say of the same thing they claim by the same name', () => {
  const subject = subjectOf(material(followedUp, monthly(followedUp, [[83, 100]], [3, 4, 5])));
  const claimed = Map.groupBy(
    kinds.flatMap((kind) => {
      const facts = kind.facts(subject);
      return facts ? kind.claims(facts, subject) : [];
    }),
    ({ about }) => about,
  );
  expect(claimed.get('side of followed-up-in-time in 2026-10')?.map(({ is }) => is)).toEqual(
    expect.arrayContaining(['under', 'under']),
  );
  for (const [about, claims] of claimed) expect(new Set(claims.map(({ is }) => is)).size, about).toBe(1);
  expect(findingOf(material(followedUp, [])).title.brief).toBe('no period is over yet');
});

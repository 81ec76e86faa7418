import { expect, test } from 'vitest';
import { findingOf } from '../../../src/story/finding-of.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import {
  accepted, agreement, closed, delivered, effectiveness, feedback, followedUp, monthly, pipeline, published, reading, row, target, wins,
} from './made-up.ts'; // prettier-ignore

const about = (metric: Metric, values: readonly MetricValue[]) => ({
  metric,
  agreement,
  values: published(metric, values),
  reading: reading(metric),
});
const finding = (metric: Metric, values: readonly MetricValue[]) => findingOf(about(metric, values));
const title = (metric: Metric, values: readonly MetricValue[]) => finding(metric, values).title.words;
const context = (metric: Metric, values: readonly MetricValue[]) =>
  finding(metric, values).context.map(({ words }) => words);

test('the title says who did how much of what, when, and how far from the promise', () => {
  expect(title(followedUp, monthly(followedUp, [[83, 100]]))).toBe(
    'Sales followed up 83% of October’s qualified leads in time, 7 points under its promise.',
  );
  expect(title(delivered, monthly(delivered, [31]))).toBe(
    'Marketing passed on 31 qualified leads in October, 9 more than it promised.',
  );
  expect(title(delivered, monthly(delivered, [21]))).toBe(
    'Marketing passed on 21 qualified leads in October, 1 fewer than it promised.',
  );
  expect(title(delivered, monthly(delivered, [22]))).toBe(
    'Marketing passed on 22 qualified leads in October, just what it promised.',
  );
  expect(title(pipeline, monthly(pipeline, [194_000_00]))).toBe(
    'Inbound leads opened deals worth 194,000 euros in October, a little more than agreed.',
  );
  expect(title(closed, monthly(closed, [4_120_000]))).toBe(
    'Deals from inbound leads worth 41,200 euros were won in October, 18,800 euros less than agreed.',
  );
  expect(title(effectiveness, [row(effectiveness, 'FY2026-Q3', 2.43)])).toBe(
    'Campaigns brought 2.43 euros for each euro spent in the third quarter, 0.57 euros less than the target.',
  );
});

test('one is singular, with its verb', () => {
  expect(title(delivered, monthly(delivered, [1]))).toBe(
    'Marketing passed on 1 qualified lead in October, 21 fewer than it promised.',
  );
  const passive = {
    ...delivered,
    words: { ...delivered.words, says: '{value} qualified leads were passed on in {period}' },
  };
  expect(title(passive, monthly(passive, [1]))).toMatch(/^1 qualified lead was passed on in October, /);
});

test('where the sentence is about another team, it names the one who promised', () => {
  expect(title(accepted, monthly(accepted, [[12, 24]]))).toBe(
    'Sales accepted 50% of October’s qualified leads, 10 points under what marketing promised.',
  );
});

test('a title without a mark claims no distance', () => {
  expect(title(followedUp, monthly(followedUp, [[5, 6]]))).toBe(
    'Sales followed up 83% of October’s qualified leads in time.',
  );
  expect(title(wins, monthly(wins, [123_456_00]))).toBe(
    'Deals from inbound leads worth 123,000 euros were won in October.',
  );
});

test('a title that would be too long leaves the distance to a sentence of its own', () => {
  const says =
    'Sales followed up {value} of the qualified leads that came to us in {period} from any source, by phone or mail, in time';
  const wordy = { ...followedUp, words: { ...followedUp.words, says } };
  expect(title(wordy, monthly(wordy, [[83, 100]]))).toMatch(/in time\.$/);
  expect(context(wordy, monthly(wordy, [[83, 100]]))).toContain('7 points under its promise.');
});

test('misses are counts, and what waits and runs stands beside them', () => {
  const months = monthly(followedUp, [[83, 100]], [8, 10, 3]);
  expect(context(followedUp, months)).toEqual([
    'Seven more in time would have kept it.',
    'November stands at 80% so far, 3 still wait.',
  ]);
  expect(context(followedUp, monthly(followedUp, [[95, 100, 2]], [0, 0, 3]))).toEqual([
    'Two qualified leads of October still wait, but cannot change the mark.',
    'November has none to judge yet: 3 wait.',
  ]);
  expect(context(followedUp, monthly(followedUp, [[95, 100]], [1, 2, 3]))).toEqual([
    'November so far: 1 of 2 in time, 3 still wait.',
  ]);
  expect(title(followedUp, monthly(followedUp, [[27, 30, 3]]))).toBe(
    'Sales followed up 90% of October’s qualified leads in time so far.',
  );
  const agreed = { ...followedUp.wordings[0], target: null, broken: null };
  const noTarget: typeof followedUp = { ...followedUp, wordings: [agreed] };
  expect(title(noTarget, monthly(noTarget, [[27, 30, 3]])), 'nothing is agreed').toMatch(/in time so far\.$/);
});

test('how it went lately counts only what could be judged', () => {
  const beside = (values: readonly MetricValue[]) => finding(feedback, values).overTime.map(({ words }) => words);
  const kept = Array.from({ length: 11 }, (): [number, number] => [95, 100]);
  expect(beside(monthly(feedback, [...kept, [80, 100]]))).toContain('Kept in 11 of the last 12 months.');
  expect(beside(monthly(feedback, [...kept.slice(0, 9), [1, 2], [95, 100], [80, 100]]))).toContain(
    'Eleven of the last 12 months can be judged; ten kept it.',
  );
});

test('a change of wording is said, a new target alone is not one', () => {
  const year = Array.from({ length: 14 }, (): [number, number] => [95, 100]);
  expect(context(followedUp, monthly(followedUp, year))).toContain(
    'Counted by another wording before January\u00a02026.',
  );
  const counts = Array.from({ length: 25 }, () => 30);
  expect(context(delivered, monthly(delivered, counts)).join(' ')).not.toContain('wording');
});

test('each reason for no mark has its sentence', () => {
  expect(context(followedUp, monthly(followedUp, [[5, 6]]))[0]).toBe('Too few to judge October: 6 qualified leads.');
  expect(context(followedUp, monthly(followedUp, [[27, 30, 3]]))[0]).toBe(
    'Too early to judge October: 3 qualified leads still wait and could change the mark.',
  );
  expect(context(wins, monthly(wins, [5]))[0]).toBe('No target is agreed for this yet.');
  expect(context({ ...followedUp, signatures: [] }, monthly(followedUp, [[95, 100]]))[0]).toBe(
    'Waiting for sales and marketing to agree.',
  );
  const missing = { ...followedUp, missing: ["lead's score"] };
  expect(finding(missing, [])).toMatchObject({
    mark: { mark: 'none', why: 'not countable' },
    title: { words: 'Leads followed up in time: not countable yet.' },
    context: [{ words: 'Not countable yet: no source maps lead’s score.' }],
    value: 'not known',
  });
  expect(context(pipeline, monthly(pipeline, [null]))[0]).toBe('There was nothing to judge in October.');
});

test('a kept promise whose pair is off says so', () => {
  const kept = about(delivered, monthly(delivered, [30]));
  expect(findingOf(kept, about(accepted, monthly(accepted, [[11, 24]]))).but?.words).toBe(
    'Kept, but ‘Leads accepted’ is broken at 46%.',
  );
  expect(findingOf(kept, about(accepted, monthly(accepted, [[24, 24]]))).but).toBeNull();
});

test('the strip has the number, what was agreed, and where the marks begin', () => {
  expect(finding(followedUp, monthly(followedUp, [[83, 100]]))).toMatchObject({
    value: '83%',
    agreed: 'agreed: at least 90%',
    key: 'Kept: at least 90%. Slipping: from 80% to under 90%. Broken: under 80%.',
  });
  expect(finding(delivered, monthly(delivered, [31])).key).toBe(
    'Kept: at least 22. Slipping: 18 to 21. Broken: under 18.',
  );
  const most = {
    ...feedback,
    wordings: [{ ...feedback.wordings[0], target: target(0.1, null, 'at most'), broken: null }],
  } as const;
  expect(finding(most, monthly(most, [[1, 10]])).key).toBe('Kept: at most 10%. Broken: over 10%.');
});

test('until its books close, a period says that it can still change', () => {
  const early = {
    ...about(delivered, monthly(delivered, [31])),
    reading: { ...reading(delivered), asOf: Date.UTC(2026, 10, 3) / 1000 },
  };
  expect(findingOf(early).context.map(({ words }) => words)).toContain(
    'October stays open until 6\u00a0November: what is recorded by then can still change it.',
  );
});

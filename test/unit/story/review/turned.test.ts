import { expect, test } from 'vitest';
import { checkStatement } from '../../../../src/story/check/check-statement.ts';
import { reviewSoon } from '../../../../src/story/statements/review-soon.ts';
import { state, type StatementKind } from '../../../../src/story/statements/statement-kind.ts';
import { turned } from '../../../../src/story/statements/turned.ts';
import { subjectOf } from '../../../../src/story/subject.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { agreement, followedUp, reading, row } from '../made-up.ts';

function told(kind: StatementKind, values: readonly PublishedValue[], about: string, metric: Metric = followedUp) {
  const material = { metric, agreement, values, reading: reading(metric) };
  const said = state(kind, subjectOf(material), about);
  if (said) expect(checkStatement(said, [material])).toEqual([]);
  return said && `${said.words.replaceAll('\u00a0', ' ')} (${said.brief.replaceAll('\u00a0', ' ')})`;
}

const kept = row(followedUp, '2026-09', [19, 20]);
const slipping = row(followedUp, '2026-10', [17, 20]);
const broken = row(followedUp, '2026-10', [10, 20]);

test('a mark stands beside the one before, and no word says that the number fell', () => {
  expect(told(turned, [kept, slipping], '2026-09')).toBe(
    'October is slipping; September was kept. (slipping, kept before)',
  );
  expect(told(turned, [kept, broken], '2026-09')).toBe('October is broken; September was kept. (broken, kept before)');
});

test('back to what was agreed is told alike', () => {
  const back = [row(followedUp, '2026-09', [17, 20]), row(followedUp, '2026-10', [19, 20])];
  expect(told(turned, back, '2026-09')).toBe('October is kept; September was slipping. (kept, slipping before)');
});

test('the first mark has none before it', () => {
  expect(told(turned, [slipping], '')).toBe('October is slipping: its first mark. (slipping: its first mark)');
});

test('the same mark turned nowhere', () => {
  expect(told(turned, [row(followedUp, '2026-09', [17, 20]), slipping], '2026-09')).toBeNull();
});

test.each([
  ['2026-11-09', 'The teams want to look at this again by 9 November 2026. (review due by 9 November 2026)'],
  ['2026-12-09', 'The teams want to look at this again by 9 December 2026. (review due by 9 December 2026)'],
  ['2026-12-10', null],
  ['2026-11-08', null],
])('on 9 November a definition that is due on %s: %s', (reviewBy, says) => {
  expect(told(reviewSoon, [kept], '', { ...followedUp, reviewBy })).toBe(says);
});

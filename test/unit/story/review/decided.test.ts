import { expect, test } from 'vitest';
import { checkStatement } from '../../../../src/story/check/check-statement.ts';
import { decided } from '../../../../src/story/statements/decided.ts';
import { state } from '../../../../src/story/statements/statement-kind.ts';
import { subjectOf } from '../../../../src/story/subject.ts';
import type { Decision, Note } from '../../../../src/values/note.ts';
import type { Period } from '../../../../src/values/period.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { agreement, followedUp, pipeline, place, reading, row } from '../made-up.ts';

const october: Period = { grain: 'month', name: '2026-10', from: '2026-10-01', to: '2026-10-31' };
const november: Period = { grain: 'month', name: '2026-11', from: '2026-11-01', to: '2026-11-30' };
const december: Period = { grain: 'month', name: '2026-12', from: '2026-12-01', to: '2026-12-31' };

const expecting = (expects: Partial<NonNullable<Decision['expects']>>): Note => ({
  slug: 'queue',
  on: '2026-09-10',
  title: 'A second person watches the queue',
  metrics: [followedUp.slug],
  decision: {
    owner: 'sales',
    due: '2026-09-30',
    done: '2026-09-29',
    expects: {
      metric: followedUp.slug,
      way: 'at least',
      level: 0.9,
      said: 'at least 90%',
      period: october,
      ...expects,
    },
  },
  review: false,
  text: '',
  at: place,
});

/** What is said of the decision on 9 November, once it is proved. */
function told(note: Note, values: readonly PublishedValue[], metric = followedUp): string | null {
  const material = { metric, agreement: { ...agreement, notes: [note] }, values, reading: reading(metric) };
  const said = state(decided, subjectOf(material), note.slug);
  if (said) expect(checkStatement(said, [material])).toEqual([]);
  return said && `${said.words.replaceAll('\u00a0', ' ')} (${said.brief.replaceAll('\u00a0', ' ')})`;
}

test('what came as expected', () => {
  expect(told(expecting({}), [row(followedUp, '2026-10', [19, 20])])).toBe(
    'It was to be at least 90% in October and came to 95%: as expected. (as expected: 95% in October)',
  );
});

test('what is reached just so came as expected', () => {
  expect(told(expecting({}), [row(followedUp, '2026-10', [18, 20])])).toContain('came to 90%: as expected');
});

test('what did not come', () => {
  expect(told(expecting({}), [row(followedUp, '2026-10', [17, 20])])).toBe(
    'It was to be at least 90% in October and came to 85%: not as expected. (not as expected: 85% in October)',
  );
});

test('what was to stay below a level', () => {
  expect(told(expecting({ way: 'at most', level: 0.9 }), [row(followedUp, '2026-10', [17, 20])])).toContain(
    'at most 90% in October and came to 85%: as expected',
  );
});

test.each([
  ['the period runs', november, [row(followedUp, '2026-11', [9, 10], { status: 'so far' })]],
  ['the period lies ahead, and no value is of it', december, []],
  [
    'what waits could bring it to either side',
    october,
    [row(followedUp, '2026-10', [17, 19, 2], { status: 'waiting' })],
  ],
  ['its records ripen', october, [row(followedUp, '2026-10', [17, 20], { status: 'maturing' })]],
])('too early to tell: %s', (_, period, values) => {
  expect(told(expecting({ period }), values)).toMatch(
    /^It is to be at least 90% in \w+: too early to tell\. \(too early to tell\)$/,
  );
});

test('what waits and can’t bring it to the other side is no reason to wait', () => {
  expect(told(expecting({}), [row(followedUp, '2026-10', [10, 20, 2], { status: 'waiting' })])).toContain(
    'not as expected',
  );
});

test('too few records tell nothing', () => {
  expect(told(expecting({}), [row(followedUp, '2026-10', [5, 6])])).toBe(
    'It was to be at least 90% in October: too few records to tell. (too few records to tell)',
  );
});

test.each([
  ['no value is of a period that is over', []],
  ['nothing was there to judge', [row(followedUp, '2026-10', null)]],
])('not known: %s', (_, values) => {
  expect(told(expecting({}), values)).toBe(
    'It was to be at least 90% in October: what it came to is not known. (what it came to is not known)',
  );
});

test('an amount is told in the metric’s own unit', () => {
  const note = expecting({ metric: pipeline.slug, level: 18_000_000, said: 'at least 180,000 EUR' });
  expect(told(note, [row(pipeline, '2026-10', 19_400_000)], pipeline)).toBe(
    'It was to be at least 180,000 euros in October and came to 194,000 euros: as expected. (as expected: 194,000 euros in October)',
  );
});

test('the number by which the mark was fixed counts, whatever was recorded later', () => {
  const late = row(followedUp, '2026-10', [17, 20]);
  const fixed = {
    metric: followedUp.slug, grain: 'month', period: '2026-10', closed: '2026-11-06', fixed: '2026-11-07', mark: { mark: 'kept', why: null },
    value: 0.9, target: 0.9, broken: 0.8, unit: 'share', seal: 'abc',
  } as const; // prettier-ignore
  expect(told(expecting({}), [{ ...late, fixed }])).toContain('came to 90%: as expected');
});

test('of another metric, and of a note that decides nothing, it says nothing', () => {
  expect(told(expecting({ metric: 'leads-accepted' }), [])).toBeNull();
  expect(told({ ...expecting({}), decision: null }, [])).toBeNull();
});

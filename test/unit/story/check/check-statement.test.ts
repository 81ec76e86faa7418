import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkStatement } from '../../../../src/story/check/check-statement.ts';
import { findingsOf, verdictOf } from '../../../../src/story/verdict-of.ts';
import type { Statement } from '../../../../src/values/statement.ts';
import { markOf } from '../../../../src/story/mark-of.ts';
import type { PeriodTarget, PublishedValue } from '../../../../src/values/value.ts';
import { subjectOf, type Material } from '../../../../src/story/subject.ts';
import {
  accepted, agreement, closed, delivered, effectiveness, feedback, followedUp, monthly, pipeline, reading, row, wins,
} from '../made-up.ts'; // prettier-ignore

const shares = fc.tuple(fc.nat(60), fc.nat(60), fc.oneof(fc.constant(0), fc.nat(8))).map(([one, other, waiting]): [number, number, number] => [
  Math.min(one, other), Math.max(one, other), waiting,
]); // prettier-ignore
const counts = fc.oneof(fc.nat(60), fc.nat(4000));
const money = fc.oneof(fc.nat(30_000_000), fc.nat(9_000_000_000), fc.constant(null));
const last = <T>(each: fc.Arbitrary<T>) =>
  fc.tuple(fc.array(each, { maxLength: 30 }), fc.option(each, { nil: undefined }));

const ofShare = last(shares);
const series = fc.record({
  followed: ofShare,
  given: ofShare,
  taken: ofShare,
  passed: last(counts),
  opened: last(money),
  won: last(money),
  each: fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { maxLength: 9 }),
  moved: fc.option(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { nil: null }),
  pace: fc.double({ min: 0, max: 1, noNaN: true }),
});

type Series = typeof series extends fc.Arbitrary<infer Value> ? Value : never;

/** Closed at another number than today's, with the mark that this one had. */
function closedAt(metric: Material['metric'], value: PublishedValue, moved: number | null): PublishedValue {
  if (moved === null || value.value === null || value.status !== 'complete') return value;
  const was = {
    ...value,
    value: metric.unit.unit === 'share' ? Math.min(1, value.value * moved) : Math.round(value.value * moved),
  };
  const mark = markOf(metric, was);
  const { grain, period, target, broken } = value;
  const fixed = {
    metric: metric.slug,
    grain,
    period,
    closed: value.to,
    fixed: value.to,
    mark,
    value: was.value,
    target,
    broken,
    unit: '',
    seal: '',
  };
  return { ...value, mark, fixed };
}

/** What falls to the days of the running period that have passed. */
function targetsOf(metric: Material['metric'], values: readonly PublishedValue[], pace: number): PeriodTarget[] {
  return values.flatMap(({ grain, period, target, broken, status }) =>
    target === null || status !== 'so far' || !metric.adds.periods
      ? []
      : [
          {
            metric: metric.slug,
            grain,
            period,
            way: 'at least',
            target,
            broken,
            byNow: target * pace,
            said: '',
            steps: [],
          },
        ],
  );
}

function materialsOf({ followed, given, taken, passed, opened, won, each, moved, pace }: Series): Material[] {
  const quarters = each.map((value, index) =>
    row(effectiveness, `FY${2024 + Math.floor(index / 4)}-Q${(index % 4) + 1}`, value),
  );
  const rows: [Material['metric'], PublishedValue[]][] = [
    [delivered, monthly(delivered, ...passed)],
    [followedUp, monthly(followedUp, ...followed)],
    [feedback, monthly(feedback, ...given)],
    [pipeline, monthly(pipeline, ...opened)],
    [closed, monthly(closed, ...won)],
    [effectiveness, quarters],
    [accepted, monthly(accepted, ...taken)],
    [wins, []],
  ];
  return rows.map(([metric, values]) => ({
    metric,
    agreement,
    values: values.map((value) => closedAt(metric, value, moved)),
    targets: targetsOf(metric, values, pace),
    reading: reading(metric),
  }));
}

function published(from: readonly Material[]): Statement[] {
  const { title, off, offs, moves } = verdictOf(from);
  const findings = findingsOf(from).flatMap((finding) => [
    finding.title,
    ...finding.context,
    ...(finding.signal ? [finding.signal] : []),
    ...(finding.but ? [finding.but] : []),
  ]);
  return [title, ...(off ? [off] : []), ...offs, ...moves.map(({ say }) => say), ...findings];
}

test('on random series no sentence is false, none is too long, and all are the same again', () => {
  fc.assert(
    fc.property(series, (given) => {
      const from = materialsOf(given);
      const statements = published(from);
      expect(statements.flatMap((statement) => checkStatement(statement, from))).toEqual([]);
      expect(published(from)).toEqual(statements);
    }),
    { numRuns: 60 },
  );
});

test('a sentence claims a direction only as its values have it', () => {
  fc.assert(
    fc.property(series, (given) => {
      const from = materialsOf(given);
      for (const { title } of findingsOf(from)) {
        const { value, target } = title.facts;
        if (typeof value !== 'number' || typeof target !== 'number') continue;
        if (/ under | fewer than | less than /u.test(title.words)) expect(value).toBeLessThan(target);
        if (/ over | more than /u.test(title.words)) expect(value).toBeGreaterThan(target);
      }
    }),
    { numRuns: 60 },
  );
});

/** What a number did from one period to another. */
const change =
  /real change|better|worse|improv|\b(?:rose|fell|grew|dropped|climbed|increased?|decreased?|up from|down from|higher|lower)\b/iu;

/** Two years that wobble, and then a month that may be far from them. */
const shifted = fc
  .tuple(series, fc.array(fc.integer({ min: 18, max: 22 }), { minLength: 24, maxLength: 24 }), fc.nat(60))
  .map(([given, wobble, last]): Series => ({ ...given, passed: [[...wobble, last], undefined] }));

test('no sentence but that of a signal claims a change, and that one only where a rule fires', () => {
  let claimed = 0;
  fc.assert(
    fc.property(shifted, (given) => {
      const from = materialsOf(given);
      for (const { kind, subject, facts, words } of published(from)) {
        if (!change.test(words.replace('to tell a real change', ''))) continue;
        const material = from.find(({ metric }) => metric.slug === subject);
        const signals = material ? subjectOf(material).usual.signals : [];
        claimed += 1;
        expect([kind, signals.at(-1)?.period], words).toEqual(['signal', facts['period']]);
      }
    }),
    { numRuns: 100 },
  );
  expect(claimed).toBeGreaterThan(0);
});

const made = {
  metric: followedUp,
  agreement,
  values: monthly(followedUp, [[83, 100]], [4, 5, 3]),
  reading: reading(followedUp),
};
const [finding] = findingsOf([made]);

test('the checker finds a false fact, a number without a fact, and words that say something else', () => {
  const title = finding?.title;
  if (!title) throw new Error('There is a finding.');
  expect(checkStatement(title, [made])).toEqual([]);
  expect(checkStatement({ ...title, facts: { ...title.facts, value: 0.84 } }, [made])).not.toEqual([]);
  expect(checkStatement({ ...title, words: title.words.replace('7 points', '9 points') }, [made])).toContainEqual(
    expect.stringContaining('no fact for 9'),
  );
  expect(checkStatement({ ...title, words: title.words.replace('under', 'over') }, [made])).not.toEqual([]);
  expect(checkStatement({ ...title, kind: 'rumour' }, [made])).not.toEqual([]);
  expect(checkStatement({ ...title, words: 'word '.repeat(26) }, [made])).not.toEqual([]);
});

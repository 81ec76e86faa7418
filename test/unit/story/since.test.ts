import { expect, test } from 'vitest';
import { checkStatement } from '../../../src/story/check/check-statement.ts';
import { sinceOf } from '../../../src/story/since.ts';
import { subjectOf, type Material } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { ToldRow } from '../../../src/values/told.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { agreement, delivered, feedback, followedUp, monthly, reading } from './made-up.ts';

const day = '2026-11-02';
const early = { mark: 'none', why: 'too early' } as const;

function row(metric: Metric, period: string, changes: Partial<ToldRow>): ToldRow {
  return {
    day, metric: metric.slug, grain: 'month', period, state: 'over', value: null, target: null, mark: early, waiting: 0,
    unit: '', seal: metric.seal, ...changes,
  }; // prettier-ignore
}

const about = (metric: Metric, values: readonly PublishedValue[], rows: readonly ToldRow[]): Material => ({
  metric,
  agreement,
  values,
  reading: reading(metric),
  before: rows.length > 0 ? { day, rows } : null,
});

/** What is said, each proved. */
function said(...materials: readonly Material[]): string[] {
  const statements = sinceOf(materials.map((one) => subjectOf(one)));
  expect(statements.flatMap((statement) => checkStatement(statement, materials))).toEqual([]);
  return statements.map(({ words }) => words.replaceAll('\u00a0', ' '));
}

const slipping = monthly(followedUp, [[95, 100], [83, 100]]); // prettier-ignore
const kept = { mark: 'kept', why: null } as const;

test('a mark that turned is told with the month that had the other one', () => {
  expect(said(about(followedUp, slipping, [row(followedUp, '2026-09', { mark: kept, value: 0.95 })]))).toEqual([
    '‘Leads followed up in time’ was kept for September, and is slipping for October.',
  ]);
});

test('of one month it is told what stood then: a mark, or none', () => {
  expect(said(about(followedUp, slipping, [row(followedUp, '2026-10', { value: 0.8, waiting: 5 })]))).toEqual([
    '‘Leads followed up in time’ is slipping for October; on 2 November it had no mark.',
  ]);
  expect(said(about(followedUp, slipping, [row(followedUp, '2026-10', { value: 0.95, mark: kept })]))).toEqual([
    '‘Leads followed up in time’ is slipping for October; on 2 November it was kept.',
  ]);
});

test('two numbers of one period stand side by side, with what waited', () => {
  const mark = { mark: 'slipping', why: null } as const;
  const before = row(followedUp, '2026-10', { value: 0.82, waiting: 6, mark });
  expect(said(about(followedUp, slipping, [before]))).toEqual([
    '‘Leads followed up in time’ for October: 82% with 6 waiting on 2 November; 83% now.',
  ]);
});

test('a count that runs is told then and now; one that ran and is over says so', () => {
  const values = monthly(delivered, [24], 7);
  const rows = [row(delivered, '2026-10', { value: 24, mark: kept }), row(delivered, '2026-11', { state: 'so far', value: 3 })];
  expect(said(about(delivered, values, rows))).toEqual([
    '‘Qualified leads delivered’ for November: 3 on 2 November, 7 so far now.',
  ]);
  const ran = [row(delivered, '2026-10', { state: 'so far', value: 20 })];
  expect(said(about(delivered, values, ran))).toEqual([
    '‘Qualified leads delivered’ for October: 20 so far on 2 November, 24 now that it is over.',
  ]);
}); // prettier-ignore

test('a share so far is left alone: of few it says little', () => {
  const values = monthly(followedUp, [[83, 100]], [1, 2]);
  const mark = { mark: 'slipping', why: null } as const;
  const rows = [row(followedUp, '2026-10', { value: 0.83, mark }), row(followedUp, '2026-11', { state: 'so far', value: 1 })];
  expect(said(about(followedUp, values, rows))).toEqual(['Nothing is new since 2 November.']);
}); // prettier-ignore

test('by another definition nothing is compared: only that it is another one', () => {
  const rows = [row(followedUp, '2026-10', { value: 0.5, mark: kept, seal: 'other' })];
  expect(said(about(followedUp, slipping, rows))).toEqual([
    '‘Leads followed up in time’ is counted by another wording than on 2 November.',
  ]);
});

test('a yes that was missing is told once it is there', () => {
  const mark = { mark: 'none', why: 'waiting for agreement' } as const;
  expect(said(about(followedUp, slipping, [row(followedUp, '2026-10', { value: 0.83, mark })]))).toEqual([
    '‘Leads followed up in time’ waited for a yes on 2 November, and has it now.',
  ]);
});

test('the first time nothing is told; with nothing new, that is said', () => {
  expect(said(about(followedUp, slipping, []))).toEqual([]);
  const mark = { mark: 'slipping', why: null } as const;
  expect(said(about(followedUp, slipping, [row(followedUp, '2026-10', { value: 0.83, mark })]))).toEqual([
    'Nothing is new since 2 November.',
  ]);
});

test('marks for the worse come first, numbers last; a false number does not hold', () => {
  const good = about(feedback, monthly(feedback, [[90, 100]]), [row(feedback, '2026-10', { value: 0.8, waiting: 9 })]);
  const runs = about(delivered, monthly(delivered, [24], 7), [row(delivered, '2026-11', { state: 'so far', value: 3 })]);
  const bad = about(followedUp, slipping, [row(followedUp, '2026-09', { mark: kept, value: 0.95 })]);
  const all = [runs, good, bad];
  expect(sinceOf(all.map((one) => subjectOf(one))).map(({ subject }) => subject)).toEqual([bad, good, runs].map(({ metric }) => metric.slug));
  const [number] = sinceOf([subjectOf(runs)]);
  const lie = number && { ...number, facts: { ...number.facts, before: 4 } };
  expect(lie && checkStatement(lie, all)).toContainEqual(expect.stringContaining('its facts do not hold'));
  // That nothing is new is false beside something that is.
  const nothing = { kind: 'nothing since', subject: 'all', facts: { day }, words: 'Nothing is new since 2\u00a0November.', headline: 'Nothing is new since 2\u00a0November', brief: 'nothing new since 2\u00a0November' };
  expect(checkStatement(nothing, all)).not.toEqual([]);
}); // prettier-ignore

import { expect, test } from 'vitest';
import { ledgerText, readLedger } from '../../../src/publish/ledger-file.ts';
import { makeEdition } from '../../../src/publish/make-edition.ts';
import type { FixedMark, MetricValue } from '../../../src/values/value.ts';
import { agreement, asOf, file, metric, value } from './small-edition.ts';

const followed = metric('followed');
const september = { period: '2026-09', from: '2026-09-01', to: '2026-09-30' };
const november = { period: '2026-11', from: '2026-11-01', to: '2026-11-30', status: 'so far' } as const;

function build(values: readonly MetricValue[], ledger: readonly FixedMark[] = [], at = asOf) {
  return makeEdition({
    agreement: agreement([followed]),
    catalogue: { kinds: [] },
    values,
    readings: [{ metric: 'followed', asOf: at, missing: [], todays: [] }],
    stretches: [],
    targets: [],
    restated: [],
    distributions: [],
    ledger,
    account: { files: [file('Lead.csv', { asOf: at })], rejected: [], links: [], health: [], pulls: [] },
    now: at,
  });
}

const october: FixedMark = {
  metric: 'followed', grain: 'month', period: '2026-10', closed: '2026-11-06', fixed: '2026-11-09', mark: { mark: 'broken', why: null },
  value: 0.75, target: 0.9, broken: 0.8, unit: 'share', seal: '3f9c21aa',
}; // prettier-ignore

test('the first build after a period has closed fixes its mark', () => {
  // October closes with the fifth working day after it, Friday 6 November; the data is of Monday the 9th.
  expect(build([value('followed'), value('followed', november)]).ledger).toEqual([october]);
});

test('on the day that it closes, and while it runs, nothing is fixed', () => {
  expect(build([value('followed')], [], Date.UTC(2026, 10, 6, 12) / 1000).ledger).toEqual([]);
});

test('a fixed mark stays when what is recorded later changes the number', () => {
  const late = value('followed', { value: 0.95, numerator: 19, denominator: 20 });
  const { ledger, metrics } = build([late], [october]);
  expect(ledger).toEqual([october]);
  expect(metrics[0]?.values[0]).toMatchObject({ value: 0.95, mark: { mark: 'broken' }, fixed: { value: 0.75 } });
  expect(metrics[0]?.finding.mark).toEqual({ mark: 'broken', why: null });
});

test('what nobody could judge yet is fixed by a later build; too few stays too few', () => {
  expect(build([value('followed', { waiting: 5, status: 'waiting' })]).ledger).toEqual([]);
  const few = build([value('followed', { value: 0.5, numerator: 1, denominator: 2 })]).ledger;
  expect(few).toMatchObject([{ mark: { mark: 'none', why: 'too few' } }]);
  expect(build([value('followed')], few).metrics[0]?.values[0]?.mark).toEqual({ mark: 'none', why: 'too few' });
});

test('members, all time and what has no date are never fixed', () => {
  const undated = { grain: 'undated', period: 'undated', from: '', to: '' } as const;
  const member = value('followed', { dimension: 'source', member: 'Website' });
  expect(
    build([value('followed', { grain: 'all', period: 'all' }), value('followed', undated), member]).ledger,
  ).toEqual([]);
});

test('read and written again the file is the same, with money in major units and marks of metrics that are no more', () => {
  const gone: FixedMark = {
    ...october, metric: 'gone', unit: 'EUR', value: 6_123_456, target: 6_000_000, broken: null, closed: '2025-01-08',
    mark: { mark: 'kept', why: null },
  }; // prettier-ignore
  const text = ledgerText([october, gone]);
  expect(text).toBe(
    'metric,grain,period,closed,fixed,mark,why,value,target,broken,unit,seal\n' +
      'gone,month,2026-10,2025-01-08,2026-11-09,kept,,61234.56,60000,,EUR,3f9c21aa\n' +
      'followed,month,2026-10,2026-11-06,2026-11-09,broken,,0.75,0.9,0.8,share,3f9c21aa\n',
  );
  const read = readLedger({ path: 'data/published/marks.csv', text });
  expect(read).toEqual({ ledger: [gone, october], problems: [] });
  expect(build([value('followed')], read.ledger).ledger).toEqual([gone, october]);
});

test('later periods are added below', () => {
  const text = ledgerText([october]);
  const { ledger } = build([value('followed'), value('followed', september)], [october]);
  expect(ledger.map(({ period }) => period)).toEqual(['2026-09', '2026-10']);
  expect(ledgerText([october, { ...october, period: '2026-11', closed: '2026-12-07' }]).startsWith(text)).toBe(true);
});

test('every line that is no mark is a fault with its place', () => {
  const good = ledgerText([october]);
  const [header = '', line = ''] = good.split('\n');
  const text = [
    header,
    line,
    line,
    '<<<<<<< HEAD',
    line.replace('broken', 'bad'),
    line.replace('0.75', '75%'),
    '',
  ].join('\n');
  const { problems } = readLedger({ path: 'data/published/marks.csv', text });
  expect(problems.map(({ line: at, column, says }) => [at, column, says])).toEqual([
    [3, 1, 'A second mark for followed in 2026-10: the first stands on line 2.'],
    [4, 1, 'Expected 12 cells, as the header has, got 1.'],
    [5, 46, 'Expected one of kept, slipping, broken, none for mark, got "bad".'],
    [6, 54, 'Expected a number or nothing for value, got "75%".'],
  ]);
  expect(readLedger({ path: 'm.csv', text: `metric;period\n${line}\n` }).problems).toMatchObject([
    { line: 1, level: 'fault' },
  ]);
});

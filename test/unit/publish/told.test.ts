import { expect, test } from 'vitest';
import { makeEdition } from '../../../src/publish/make-edition.ts';
import { readTold, toldText } from '../../../src/publish/told-file.ts';
import { beforeOf, weekOf } from '../../../src/publish/told.ts';
import type { ToldRow } from '../../../src/values/told.ts';
import { agreement, asOf, edition, file, metric, value } from './small-edition.ts';

const followed = metric('followed');
const november = { period: '2026-11', from: '2026-11-01', to: '2026-11-30', status: 'so far' } as const;
const stood: ToldRow = {
  day: '2026-11-02', metric: 'followed', grain: 'month', period: '2026-10', state: 'over', value: 0.7, target: 0.9,
  mark: { mark: 'none', why: 'too early' }, waiting: 4, unit: 'share', seal: '3f9c21aa',
}; // prettier-ignore

const build = (told: readonly ToldRow[]) =>
  makeEdition({
    agreement: agreement([followed]),
    catalogue: { kinds: [] },
    values: [value('followed'), value('followed', { ...november, value: null, waiting: 3 })],
    readings: [{ metric: 'followed', asOf, missing: [], todays: [] }],
    stretches: [],
    targets: [],
    restated: [],
    distributions: [],
    ledger: [],
    told,
    account: { files: [file('Lead.csv')], rejected: [], links: [], health: [], pulls: [] },
    now: asOf,
  });

test('a week begins on the company’s own day', () => {
  // 9 November 2026 is a Monday.
  expect(weekOf('2026-11-09', 1)).toBe('2026-11-09');
  expect(weekOf('2026-11-15', 1)).toBe('2026-11-09');
  expect(weekOf('2026-11-09', 7)).toBe('2026-11-08');
  expect(weekOf('2026-11-08', 1)).toBe('2026-11-02');
});

test('the first publishing of a week is written down: the newest period that is over, and the one that runs', () => {
  const { told, before } = build([]);
  expect(before).toBeNull();
  expect(toldText(told)).toBe(
    'day,metric,grain,period,state,value,target,mark,why,waiting,unit,seal\n' +
      '2026-11-09,followed,month,2026-10,over,0.75,0.9,broken,,0,share,3f9c21aa\n' +
      '2026-11-09,followed,month,2026-11,so far,,0.9,none,too early,3,share,3f9c21aa\n',
  );
});

test('later ones of the same week add nothing, and do not count as the last time', () => {
  const monday = { ...stood, day: '2026-11-09' };
  const { told, before } = build([stood, monday]);
  expect(told).toEqual([stood, monday]);
  expect(before).toEqual({ day: '2026-11-02', rows: [stood] });
});

test('the last time is the newest earlier week that something was published in, and its first day', () => {
  const days = ['2026-10-19', '2026-10-28', '2026-10-26', '2026-11-10', '2026-11-17'];
  const rows = days.map((day) => ({ ...stood, day }));
  expect(beforeOf(rows, '2026-11-12', 1)).toEqual({ day: '2026-10-26', rows: [{ ...stood, day: '2026-10-26' }] });
  expect(beforeOf(rows, '2026-10-19', 1)).toBeNull();
  expect(beforeOf([], '2026-11-12', 1)).toBeNull();
});

test('read and written again the file is the same, with money in major units', () => {
  const won: ToldRow = { ...stood, metric: 'won', unit: 'EUR', value: 6_123_456, target: null, state: 'so far' };
  const text = toldText([won, stood]);
  expect(text.split('\n')[2]).toBe('2026-11-02,won,month,2026-10,so far,61234.56,,none,too early,4,EUR,3f9c21aa');
  expect(readTold({ path: 'data/published/told.csv', text })).toEqual({ told: [stood, won], problems: [] });
});

test('every line that can’t be read is a fault with its place', () => {
  const [header = '', line = ''] = toldText([stood]).split('\n');
  const text = [header, line, line, line.replace('over', 'done'), line.replace(',4,', ',-4,'), 'x', ''].join('\n');
  const { told, problems } = readTold({ path: 'data/published/told.csv', text });
  expect(told).toEqual([stood]);
  expect(problems.map(({ line: at, column, says }) => [at, column, says])).toEqual([
    [3, 1, 'A second number of followed, over, on 2026-11-02: the first stands on line 2.'],
    [4, 35, 'Expected one of over, so far for state, got "done".'],
    [5, 63, 'Expected a whole number for waiting, got "-4".'],
    [6, 1, 'Expected 12 cells, as the header has, got 1.'],
  ]);
  expect(readTold({ path: 't.csv', text: `${line}\n` }).problems).toMatchObject([{ line: 1, level: 'fault' }]);
});

test('an edition of no numbers tells nothing', () => {
  expect(edition([], []).told).toEqual([]);
});

import { expect, test } from 'vitest';
import { pausedPeriod, pauseFile, pauseSentences, pauseTable } from '../../../src/publish/pause.ts';
import { pausedOf } from '../../../src/story/paused.ts';
import type { PauseRule } from '../../../src/values/parties.ts';
import type { MetricEdition } from '../../../src/values/edition.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { edition, metric, value } from './small-edition.ts';

const rule: PauseRule = {
  dimension: 'partner',
  below: 0.7,
  periods: 2,
  grain: 'month',
  said: 'below 70% for 2 months',
};
const promise = { by: ['partners'], to: ['sales'], ifBroken: [], pause: rule };
const worked = metric('worked', { promise });

const months = ['08', '09', '10'] as const;
const month = (at: string, kept: number, all: number, more: Partial<MetricValue> = {}) =>
  value('worked', {
    period: `2026-${at}`, from: `2026-${at}-01`, to: `2026-${at}-30`, value: all === 0 ? null : kept / all, numerator: kept, denominator: all, records: all, ...more,
  }); // prettier-ignore

/** A partner with so many kept of so many, in August, September and October. */
const partner = (member: string, ...of: readonly (readonly [number, number])[]) =>
  of.map(([kept, all], index) => month(months[index] ?? '10', kept, all, { dimension: 'partner', member }));

function published(...members: readonly MetricValue[][]): [ReturnType<typeof edition>, MetricEdition] {
  const wholes = months.map((at) => month(at, 60, 80));
  const all = edition([worked], [...wholes, ...members.flat()]);
  const [one] = all.metrics;
  if (!one) throw new Error('There is one metric.');
  return [all, one];
}

const paused = (...members: readonly MetricValue[][]) =>
  pausedOf(published(...members)[1])?.map(({ member, since }) => [member, since]);

test('who was below the level for so many complete months in a row is on the list, by name', () => {
  expect(
    paused(
      partner('Zeta', [8, 10], [6, 10], [6, 10]),
      partner('Alto', [6, 10], [5, 10], [6, 10]),
      partner('Fine', [6, 10], [6, 10], [7, 10]),
      partner('Once', [9, 10], [9, 10], [1, 10]),
    ),
  ).toEqual([
    ['Alto', '2026-08-01'],
    ['Zeta', '2026-09-01'],
  ]);
});

test('nobody is paused by fewer than ten records, by a month without any, or without a name', () => {
  expect(paused(partner('Few', [0, 9], [0, 9], [0, 9]))).toEqual([]);
  expect(paused(partner('Few', [1, 10], [1, 10], [0, 9]))).toEqual([]);
  expect(paused(partner('Gone', [1, 10], [1, 10]))).toEqual([]);
  expect(paused(partner('Not recorded', [1, 10], [1, 10], [1, 10]))).toEqual([]);
});

test('the month that runs, and one in which records wait, do not count yet', () => {
  const running = month('11', 0, 20, { status: 'so far', dimension: 'partner', member: 'Alto' });
  const waiting = month('10', 0, 20, { status: 'waiting', waiting: 2, dimension: 'partner', member: 'Beta' });
  const beta = [...partner('Beta', [6, 10], [6, 10]), waiting];
  expect(paused([...partner('Alto', [9, 10], [9, 10], [6, 10]), running], beta)).toEqual([]);
});

test('a promise that says nothing of it has no list', () => {
  const [one] = edition([metric('kept')], [value('kept')]).metrics;
  expect(one && pausedOf(one)).toBeNull();
});

test('the files hold the list with its numbers', () => {
  const [all, one] = published(partner('Alto, Inc', [9, 10], [5, 10], [6, 10]));
  expect(pauseFile(all, one)).toMatchObject({
    slug: 'worked',
    rule: 'below 70% for 2 months',
    dimension: 'partner',
    paused: [
      { member: 'Alto, Inc', since: '2026-09-01', periods: [{ period: '2026-09', value: 0.5 }, { period: '2026-10' }] },
    ],
  });
  expect(pauseTable(all, one)).toBe(
    'member,since,periods,values,numerators,denominators,records\r\n' +
      '"Alto, Inc",2026-09-01,2026-09 2026-10,0.5 0.6,5 6,10 10,10 10\r\n',
  );
});

test('the page says whom it pauses and what ends it, and each share with its counts', () => {
  expect(pauseSentences({ ...rule, said: 'partner below 70% for 2 months' }, 'partner leads').join(' ')).toBe(
    'Agreed: a partner below 70% for 2 months gets no new partner leads. A complete month that is not below, or has fewer than ten records to judge by, ends the pause.',
  );
  const [all, one] = published(partner('Alpen', [1, 11]));
  const row = one.values.find(({ member }) => member === 'Alpen');
  expect(row && pausedPeriod(row, one.metric, all.agreement).replaceAll('\u00a0', ' ')).toBe(
    'August 2026: 9.1%, 1 of 11',
  );
});

import { expect, test } from 'vitest';
import { besideEachOther, promisesPage } from '../../../src/publish/promises-page.ts';
import { pauseFound } from '../../../src/publish/partners-page.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Parties, Signature } from '../../../src/values/parties.ts';
import { edition, metric, value } from './small-edition.ts';

const parties = (by: string[], to: string[], over: Partial<Parties> = {}): Parties => ({
  by, to, ifBroken: [], pause: null, ...over,
}); // prettier-ignore
const signed = (team: string, on = '2025-12-15'): Signature => ({
  team, by: 'VP', on, how: 'minutes', recordedBy: 'RevOps', seal: '3f9c21aa', holds: true, heldUntil: null,
}); // prettier-ignore
const both = [signed('sales'), signed('marketing')];
const promise = (slug: string, by: string[], to: string[], over: Partial<Metric> = {}) =>
  metric(slug, { promise: parties(by, to), signatures: both, ...over });

/** Months of one promise up to October 2026, the newest last. */
const months = (slug: string, ...shares: number[]) =>
  shares.map((share, index) => {
    const month = String(10 - (shares.length - 1 - index)).padStart(2, '0');
    return value(slug, {
      period: `2026-${month}`, from: `2026-${month}-01`, to: `2026-${month}-28`, value: share, numerator: share * 20, denominator: 20,
    }); // prettier-ignore
  });

test('both directions stand beside each other, then what was promised together, then partners', () => {
  const ways = besideEachOther([
    promise('told', ['partners'], ['marketing']),
    promise('won', ['sales', 'marketing'], ['sales', 'marketing']),
    promise('called', ['sales'], ['marketing']),
    promise('passed', ['marketing'], ['sales']),
    promise('answered', ['sales'], ['marketing']),
  ]);
  expect(ways.map((group) => group.map(({ metrics }) => metrics.map(({ slug }) => slug)))).toEqual([
    [['called', 'answered'], ['passed']],
    [['won']],
    [['told']],
  ]);
});

test('a promise to a third team stands by itself', () => {
  const ways = besideEachOther([
    promise('called', ['sales'], ['marketing']),
    promise('helped', ['support'], ['sales']),
  ]);
  expect(ways.map(({ length }) => length)).toEqual([1, 1]);
});

test('each promise has its record, what is off first, and the page counts what can be judged', () => {
  const page = promisesPage(
    edition(
      [promise('kept', ['sales'], ['marketing']), promise('late', ['sales'], ['marketing'])],
      [...months('kept', 0.95, 0.85, 0.7, 0.95), ...months('late', 0.95, 0.7)],
    ),
  );
  const told = page.groups.flat().flatMap(({ promises }) => promises);
  expect(page.title?.words).toBe('We kept one of our two promises.');
  expect(told.map(({ one, record }) => [one.metric.slug, record?.words])).toEqual([
    ['late', 'Kept in 1 of 2 months, broken in one.'],
    ['kept', 'Kept in 2 of 4 months, slipping in one, broken in one.'],
  ]);
  expect(told[1]?.figure?.marks.map(({ shape }) => shape)).toEqual(['kept', 'slipping', 'broken', 'kept']);
  expect(page.groups[0]?.[0].heading).toBe('Sales promised marketing');
});

test('a record of more than a year is told of its last twelve months', () => {
  const values = [...months('kept', ...Array.from({ length: 10 }, () => 0.95)), ...[9, 10, 11, 12].map((month) =>
    value('kept', { period: `2025-${String(month).padStart(2, '0')}`, from: `2025-${String(month).padStart(2, '0')}-01`, to: `2025-${String(month).padStart(2, '0')}-28`, value: 0.1, numerator: 2 }))]; // prettier-ignore
  const [told] = promisesPage(edition([promise('kept', ['sales'], ['marketing'])], values)).groups.flat();
  expect(told?.promises[0]?.record?.words).toBe('Kept in 10 of 12 months, broken in two.');
});

test('who has not said yes yet is waited for, and a promise without a yes has no mark', () => {
  const unsigned = promise('asked', ['sales'], ['marketing'], { signatures: [signed('sales', '2026-11-02')] });
  const page = promisesPage(edition([unsigned], months('asked', 0.95)));
  const told = page.groups[0]?.[0].promises[0];
  expect([told?.waitsFor, told?.signed]).toEqual(['marketing', [{ on: '2026-11-02', teams: 'sales' }]]);
  expect(told?.figure?.marks[0]?.shape).toBe('draft');
  expect(told?.record?.words).toBe('The month has no mark.');
  expect(page.says.map(({ words }) => words)).toEqual(['Of one promise, one has no mark: one waits for a yes.']);
});

test('what follows a break stands there until it is broken; then it is what is to be done', () => {
  const ifBroken = ['both teams meet within a week'];
  const one = promise('called', ['sales'], ['marketing'], { promise: parties(['sales'], ['marketing'], { ifBroken }) });
  const told = (share: number) => promisesPage(edition([one], months('called', share))).groups[0]?.[0].promises[0];
  expect([told(0.95)?.ifBroken, told(0.95)?.move]).toEqual(['both teams meet within a week', null]);
  expect([told(0.5)?.ifBroken, told(0.5)?.move?.words]).toEqual([
    '',
    'As agreed for ‘Title of called’: both teams meet within a week.',
  ]);
});

test('a review whose day has passed is overdue', () => {
  const one = promise('called', ['sales'], ['marketing'], { reviewBy: '2026-10-01' });
  const told = promisesPage(edition([one], months('called', 0.95))).groups[0]?.[0].promises[0];
  expect(told?.review).toEqual({ day: '2026-10-01', due: true });
});

test('who is to be paused is said by name, and that nobody is', () => {
  const pause = { dimension: 'partner', below: 0.5, periods: 1, grain: 'month', said: 'below 50%' } as const;
  const one = promise('worked', ['partners'], ['marketing'], {
    promise: parties(['partners'], ['marketing'], { pause }),
  });
  const member = (name: string, share: number) =>
    value('worked', { dimension: 'partner', member: name, value: share, numerator: share * 20 });
  const found = (...rows: ReturnType<typeof member>[]) => {
    const all = edition([one], [...months('worked', 0.6), ...rows]);
    return pauseFound(all, all.metrics)?.words;
  };
  expect(found(member('Alto', 0.25), member('Brio', 0.95))).toBe(
    'One of two partners is to be paused: Alto, below 50% for one month.',
  );
  expect(found(member('Alto', 0.75), member('Brio', 0.95))).toBe('None of two partners is to be paused.');
});

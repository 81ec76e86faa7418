import { expect, test } from 'vitest';
import { dataHealthOf } from '../../../src/publish/data-health.ts';
import { pullAmissWords, pullDue } from '../../../src/publish/pulls-of.ts';
import type { Edition } from '../../../src/values/edition.ts';
import type { PullTold } from '../../../src/values/pulls.ts';
import { asOf, edition as small } from './small-edition.ts';

const hour = 3600;
const day = 24 * hour;
const pull = (connection: string, changes: Partial<PullTold>): PullTold => ({
  connection,
  agreedEvery: null,
  last: { ended: asOf, outcome: 'complete', says: [] },
  lastComplete: asOf,
  ...changes,
});
const failed = (ended: number): PullTold['last'] => ({
  ended,
  outcome: 'failed',
  says: ['Lead: no such field Score__c'],
});
const withPulls = (pulls: readonly PullTold[], now = asOf): Edition => {
  const edition = small([], []);
  return { ...edition, now, account: { ...edition.account, pulls } };
};

test('where all pulls came through, nothing is said', () => {
  expect(pullAmissWords(withPulls([pull('salesforce', {})]))).toBeNull();
  expect(pullAmissWords(withPulls([]))).toBeNull();
});

test('a pull that failed is named by its day: today, a weekday, and after a week its date', () => {
  const edition = (now: number): Edition => withPulls([pull('salesforce', { last: failed(asOf) })], now);
  expect(pullAmissWords(edition(asOf + hour))).toBe('today’s pull failed');
  expect(pullAmissWords(edition(asOf + 2 * day))).toBe('the pull of Monday failed');
  expect(pullAmissWords(edition(asOf + 8 * day))).toBe('the pull of 9\u00a0November failed');
});

test('of several, what failed is told before what came in part, and the longer missed before the other', () => {
  const partial = pull('costs', { last: { ended: asOf - day, outcome: 'partial', says: [] }, lastComplete: null });
  const edition = withPulls([partial, pull('salesforce', { last: failed(asOf) })], asOf + day);
  expect(pullAmissWords(edition)).toBe('the pull of Monday failed');
  expect(pullAmissWords(withPulls([partial], asOf))).toBe('the pull of Sunday came only in part');
});

test('the pull that is due first is the one whose agreed time ends first', () => {
  const often = pull('salesforce', { agreedEvery: 8 * hour, lastComplete: asOf });
  const rarely = pull('costs', { agreedEvery: 7 * day, lastComplete: asOf - 6.9 * day });
  expect(pullDue(withPulls([often, rarely, pull('never agreed', {})]))).toEqual({
    complete: asOf - 6.9 * day,
    agreedEvery: 7 * day,
  });
  expect(pullDue(withPulls([pull('never agreed', {})]))).toBeNull();
});

test('the page of data names the connection and what it said, with what to do', () => {
  const { toMend } = dataHealthOf(withPulls([pull('salesforce', { last: failed(asOf) })]));
  expect(toMend.filter(({ sort }) => sort === 'pulls')).toEqual([
    {
      sort: 'pulls',
      count: 1,
      says: 'pull did not come through',
      where: ['salesforce: Lead: no such field Score__c'],
      move: 'Mend what it says, or wait for the next pull: it goes on where this one stopped.',
      see: { path: '/data/#pulls', says: 'See the pulls' },
    },
  ]);
});

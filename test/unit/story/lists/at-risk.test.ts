import { expect, test } from 'vitest';
import { asThingsStand, countAtRisk, stateAtRisk } from '../../../../src/story/at-risk.ts';
import { checkListStatement } from '../../../../src/story/check/check-list.ts';
import { atRisk, type Risk } from '../../../../src/story/lists/at-risk.ts';
import { stateOf, type Listing } from '../../../../src/story/lists/list-kind.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import { agreement, followedUp, row, wins } from '../made-up.ts';

const nouns = [{ one: 'deal', many: 'deals' }];
const counted: Metric = { ...wins, unit: { unit: 'records', kind: 'opportunity', noun: 'deal', nouns: 'deals' } };
/** So many records of a count, or of a share those that did not come out as agreed, of fifty. */
const count = (said: string, many: number): Risk => ({
  metric: { ...counted, finest: 'month', atRisk: `{count} deals ${said}` },
  values: [row(counted, '2026-10', 3), row(counted, '2026-11', many, { status: 'so far' })],
  nouns,
});
const share = (said: string, many: number): Risk => ({
  metric: { ...followedUp, finest: 'month', atRisk: `{count} deals ${said}` },
  values: [row(followedUp, '2026-10', [40, 50]), row(followedUp, '2026-11', [50 - many, 50], { status: 'so far' })],
  nouns,
});
const listing = (risks: readonly Risk[]): Listing => ({
  subject: 'deals',
  whose: 'these',
  team: '',
  numbers: [],
  risks,
});
const said = (risks: readonly Risk[], about = 'first') => stateOf(atRisk, listing(risks), about);
/** A sentence as a keyboard has it. */
const plain = (risks: readonly Risk[], about?: string) => said(risks, about)?.words.replaceAll('\u00a0', ' ');

test('how things stand is the newest value of the shortest periods that the data reaches', () => {
  const { metric, values } = count('are stuck', 16);
  expect(asThingsStand(metric, values)?.period).toBe('2026-11');
  const ahead = row(counted, '2026-12', 1, { status: 'ahead' });
  const quarter = row(counted, '2026-11', 20, { grain: 'quarter', period: 'FY2026-Q4' });
  const member = row(counted, '2026-11', 2, { dimension: 'team', member: 'Sales' });
  expect(asThingsStand(metric, [...values, quarter, ahead, member])?.value).toBe(16);
  expect(asThingsStand(metric, [])).toBeNull();
});

test('of a count all are at risk, of a share those that are not as agreed', () => {
  const lower: Metric = { ...followedUp, better: 'lower' };
  expect(countAtRisk(counted, row(counted, '2026-11', 16))).toBe(16);
  expect(countAtRisk(followedUp, row(followedUp, '2026-11', [43, 50]))).toBe(7);
  expect(countAtRisk(lower, row(lower, '2026-11', [43, 50]))).toBe(43);
  expect(countAtRisk(followedUp, row(followedUp, '2026-11', null))).toBeNull();
  expect([counted, followedUp, lower].map(stateAtRisk)).toEqual(['counted', 'late', 'in time']);
});

test('several are told in a sentence that says their noun once, without those that none is at', () => {
  const risks = [count('are stuck', 16), share('are past their close date', 7), count('are lost', 0)];
  expect(plain(risks)).toBe('16 deals are stuck and 7 are past their close date.');
  expect(said(risks)?.facts).toEqual({ 'risk: deals are stuck': 16, 'risk: are past their close date': 7 });
  expect(plain([count('are stuck', 1), share('have been silent for 30 days', 27)])).toBe(
    '1 deal is stuck and 27 deals have been silent for 30 days.',
  );
  expect(plain([count('are lost', 0)])).toBe('No deals are lost.');
  expect(said([count('are lost', 0), count('are stuck', 0)])).toBeNull();
});

test('of open deals it is said once that they are open, and of all deals that they are not the open ones', () => {
  const open = (said: string, many: number) => ({ ...count('', many), metric: { ...counted, atRisk: `{count} open deals ${said}` } as Metric });
  expect(plain([open('are stuck', 16), open('have no owner', 7)])).toBe('16 open deals are stuck and 7 have no owner.');
  expect(plain([open('are stuck', 16), count('were pushed', 7)])).toBe('16 open deals are stuck and 7 deals were pushed.');
  expect(plain([count('were pushed', 7), open('are stuck', 16)])).toBe('7 deals were pushed and 16 open deals are stuck.');
}); // prettier-ignore

test('in whatever order its values stand, the newest period tells; records without a date tell nothing of today', () => {
  const risk = count('are stuck', 16);
  expect(plain([{ ...risk, values: risk.values.toReversed() }])).toBe('16 deals are stuck.');
  const undated = row(counted, '2026-10', 12, { grain: 'undated', period: 'undated', from: '', to: '' });
  expect(said([{ ...risk, values: [undated] }])).toBeNull();
});

test('what a sentence can’t hold is told by the next one', () => {
  const risks = [
    share('have one decision-maker or none', 34),
    share('have been silent for 30 days', 27),
    share('are past their close date', 7),
    count('are stuck when ready to close', 16),
  ];
  expect(plain(risks)).toBe(
    '34 deals have one decision-maker or none, 27 have been silent for 30 days and 7 are past their close date.',
  );
  expect(plain(risks, 'more')).toBe('16 deals are stuck when ready to close.');
  expect(said(risks.slice(0, 1), 'more')).toBeNull();
});

test('a sentence passes its check, and one with another count does not', () => {
  const risks = [share('have been silent for 30 days', 27), count('are stuck', 16)];
  const whole = said(risks)!;
  expect(checkListStatement(whole, listing(risks), agreement)).toEqual([]);
  const other = [share('have been silent for 30 days', 26), count('are stuck', 16)];
  expect(checkListStatement(whole, listing(other), agreement).join('\n')).toContain('its facts do not hold');
  const altered = { ...whole, words: whole.words.replace('16', '18') };
  expect(checkListStatement(altered, listing(risks), agreement).join('\n')).toContain('no fact for 18');
});

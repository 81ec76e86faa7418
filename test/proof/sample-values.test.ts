import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase, type CaseRun } from '../cases/run-case.ts';
import type { MetricValue } from '../../src/values/value.ts';
import type { Handover } from './plain-leads.ts';
import { openBooks, plainValues, type Books } from './plain-metrics.ts';
import { addressOf, type PlainValue, type PlainValues } from './plain-tally.ts';

const sample = fileURLToPath(new URL('../../data/sample', import.meta.url));
const slugs = [
  'qualified-leads-delivered',
  'followed-up-in-time',
  'handed-over-in-time',
  'leads-accepted',
  'feedback-given',
  'pipeline-from-inbound',
  'closed-from-inbound',
  'campaign-wins',
  'campaign-spend',
  'campaign-effectiveness',
];

let run: CaseRun;
let books: Books;
let plain: PlainValues;
beforeAll(async () => {
  books = openBooks(`${sample}/exports`, `${sample}/agreement`);
  plain = plainValues(books);
  run = await runCase({ data: sample, exports: `${sample}/exports`, now: '2026-11-09T06:40:00Z' });
});
afterAll(() => run?.end());

type Numbers = Pick<MetricValue, 'value' | 'numerator' | 'denominator' | 'waiting' | 'records'>;

const nothing: Readonly<Record<string, Numbers>> = {
  count: { value: 0, numerator: null, denominator: null, waiting: 0, records: 0 },
  sum: { value: 0, numerator: null, denominator: null, waiting: 0, records: 0 },
  share: { value: null, numerator: 0, denominator: 0, waiting: 0, records: 0 },
  ratio: { value: null, numerator: 0, denominator: 0, waiting: 0, records: 0 },
};

function say({ value, numerator, denominator, waiting, records }: Numbers): string {
  return `${value} = ${numerator} / ${denominator}, ${waiting} waiting, ${records} records`;
}

function isSame(one: Numbers, other: Numbers): boolean {
  const near =
    one.value === null || other.value === null
      ? one.value === other.value
      : Number.isInteger(other.value)
        ? one.value === other.value
        : Math.abs(one.value - other.value) <= 1e-9;
  return near && say({ ...one, value: null }) === say({ ...other, value: null });
}

/** Every place where the two ways differ, in words. */
function differences(slug: string): string[] {
  const measure = run.company.agreement.metrics.find((metric) => metric.slug === slug)!.wordings[0].measure.measure;
  const left = new Map<string, PlainValue>([...plain].filter(([address]) => address.startsWith(`${slug} | `)));
  const found: string[] = [];
  for (const value of run.values.filter(({ metric }) => metric === slug)) {
    const address = addressOf(slug, value.period, value.dimension, value.member);
    const expected = left.get(address);
    left.delete(address);
    if (isSame(value, expected ?? nothing[measure]!)) continue;
    const keys = expected ? `: ${expected.keys.slice(0, 5).join(', ')}` : '';
    found.push(`${address}: published ${say(value)}; plainly ${expected ? say(expected) : 'nothing'}${keys}`);
  }
  for (const [address, expected] of left) found.push(`${address}: not published; plainly ${say(expected)}`);
  return found;
}

describe('the sample, counted a second time by plain loops over the raw exports', () => {
  test.each(slugs)('%s is the same in every period and breakdown', (slug) => {
    expect([...plain.keys()].filter((address) => address.startsWith(`${slug} | `)).length).toBeGreaterThan(20);
    expect(differences(slug).slice(0, 20)).toEqual([]);
  });

  test('no metric of the sample is left out here', () => {
    expect(run.company.agreement.metrics.map(({ slug }) => slug).toSorted()).toEqual(slugs.toSorted());
  });

  test('the handovers behind them are the same, one by one', () => {
    const db = new Database(run.task.database, { readonly: true });
    const stored = db
      .prepare(
        `select lead, time, qualified, assigned, owner, accepted, rejected, rejection_reason as reason from handover`,
      )
      .all();
    db.close();
    const byLeadAndTime = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    expect(stored.map((row) => JSON.stringify(row)).toSorted(byLeadAndTime)).toEqual(
      books.handovers.map((handover) => JSON.stringify(rowOf(handover))).toSorted(byLeadAndTime),
    );
  });
});

function rowOf({
  lead,
  time,
  qualified,
  assigned,
  owner,
  accepted,
  rejected,
  reason,
}: Handover): Record<string, unknown> {
  return { lead: lead.Id, time, qualified, assigned, owner, accepted, rejected, reason: reason || null };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../cases/commands/run-command.ts';
import { runCase, type CaseRun } from '../cases/run-case.ts';
import { differences } from './differences.ts';
import type { Handover } from './plain-leads.ts';
import { openBooks, plainValues, type Books } from './plain-metrics.ts';
import type { PlainValues } from './plain-tally.ts';

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

/** The sample, and companies of other seeds that were exported at awkward times. */
const companies = [
  { title: 'the sample', made: null, now: '2026-11-09T06:40:00Z' },
  {
    title: 'another company, exported in the hour in which the clocks went forward',
    made: ['--seed', '11', '--leads', '700', '--months', '14', '--as-of', '2026-03-29T01:00:00Z'],
    now: '2026-03-29T02:00:00Z',
  },
  {
    title: 'another company, exported on a working day at noon after a holiday',
    made: ['--seed', '12', '--leads', '700', '--months', '14', '--as-of', '2026-05-26T10:17:00Z'],
    now: '2026-05-26T11:00:00Z',
  },
];

describe.each(companies)('$title, counted a second time by plain loops over the raw exports', ({ made, now }) => {
  let work: string;
  let run: CaseRun;
  let books: Books;
  let plain: PlainValues;
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'same-page-proof-'));
    if (made) expect(await runCommand('sample', ...made, '--out', work)).toMatchObject({ status: 0 });
    const exports = made ? work : join(sample, 'exports');
    books = openBooks(exports, join(sample, 'agreement'));
    plain = plainValues(books);
    run = await runCase({ data: sample, exports, now });
  });
  afterAll(async () => {
    await run?.end();
    await rm(work, { recursive: true, force: true });
  });

  test.each(slugs)('%s is the same in every period and breakdown', (slug) => {
    expect([...plain.keys()].filter((address) => address.startsWith(`${slug} | `)).length).toBeGreaterThan(20);
    expect(differences(run, plain, slug).slice(0, 20)).toEqual([]);
  });

  test('no metric is left out here', () => {
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
    expect(stored.map((row) => JSON.stringify(row)).toSorted()).toEqual(
      books.handovers.map((handover) => JSON.stringify(rowOf(handover))).toSorted(),
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

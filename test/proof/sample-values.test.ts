import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../cases/commands/run-command.ts';
import { runCase, type CaseRun } from '../cases/run-case.ts';
import { differences } from './differences.ts';
import type { Handover } from './plain-leads.ts';
import { openBooks, type Books } from './plain-books.ts';
import { plainValues } from './plain-metrics.ts';
import { plainStretches } from './plain-stretches.ts';
import type { PlainValues } from './plain-tally.ts';
import { addDays } from './plain-time.ts';

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
const wider = [
  'cost-per-qualified-lead',
  'inquiries',
  'rejections-not-good',
  'qualified-leads-needed',
  'leads-won',
  'average-sale',
  'deals-moved-back',
  'partners-follow-up',
  'open-pipeline',
  'won-this-year',
  'inquiries-to-deals',
  'inquiries-won',
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

  test.each([...slugs, ...wider])('%s is the same in every period and breakdown', (slug) => {
    expect([...plain.keys()].filter((address) => address.startsWith(`${slug} | `)).length).toBeGreaterThan(
      wider.includes(slug) ? 5 : 20,
    );
    expect(differences(run, plain, slug).slice(0, 20)).toEqual([]);
  });

  test('each period has its days, and the wording that held in them', () => {
    const periods = new Map([...new Set(run.values.map(({ period }) => period))].map((name) => [name, daysOf(name)]));
    const wrong = run.values.filter((value) => {
      const days = periods.get(value.period);
      const isFollowUp = value.metric === 'followed-up-in-time';
      const wording = isFollowUp && days ? wordingOf(days, '2026-01-01') : undefined;
      return (
        (days && (value.from !== days.from || value.to !== days.to)) ||
        (days && isFollowUp && value.wording !== wording)
      );
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('each running period is compared with as much of the one before, as it was known then', () => {
    const inOrder = <T extends { metric: string; until: number }>(all: readonly T[]): T[] =>
      all.toSorted((one, other) => one.metric.localeCompare(other.metric) || other.until - one.until);
    const stretches = run.stretches.filter(({ metric }) => slugs.includes(metric));
    expect(stretches.length).toBeGreaterThan(25);
    expect(inOrder(stretches)).toEqual(inOrder(plainStretches(books)));
  });

  test('what has a loop of its own here is still counted; the other metrics are read a second time by test/plain', () => {
    const counted = run.company.agreement.metrics.map(({ slug }) => slug);
    expect(counted).toEqual(expect.arrayContaining([...slugs, ...wider]));
  });

  test('the handovers behind them are the same, one by one', () => {
    const db = new Database(run.task.database, { readonly: true });
    const stored = db
      .prepare(
        `select lead, time, qualified, assigned, owner, accepted, rejected, abandoned, rejection_reason as reason from handover`,
      )
      .all();
    db.close();
    expect(stored.map((row) => JSON.stringify(row)).toSorted()).toEqual(
      books.handovers.map((handover) => JSON.stringify(rowOf(handover))).toSorted(),
    );
  });
});

/** The days of a period by its name; null for all time. */
function daysOf(period: string): { from: string; to: string } | null {
  if (period === 'all' || period === 'undated') return null;
  const week = /^week-(.*)$/.exec(period)?.[1];
  if (week) return { from: week, to: addDays(week, 6) };
  const [, year, quarter] = /^FY(\d{4})(?:-Q(\d))?$/.exec(period) ?? [];
  const first = year ? `${year}-${String(quarter ? Number(quarter) * 3 - 2 : 1).padStart(2, '0')}` : period;
  const months = year ? (quarter ? 3 : 12) : 1;
  let to = `${first}-01`;
  for (let left = months; left > 0; to = addDays(to, 1)) if (addDays(to, 1).endsWith('-01')) left -= 1;
  return { from: `${first}-01`, to: addDays(to, -1) };
}

/** The wording of a metric that was changed once: the day from which it holds, or null where the period spans both. */
function wordingOf({ from, to }: { from: string; to: string }, changed: string): string | null {
  if (to < changed) return 'the beginning';
  return from >= changed ? changed : null;
}

test('the plain count knows nothing of the product', async () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const plainFiles = (await readdir(here)).filter((file) => file.startsWith('plain-'));
  expect(plainFiles.length).toBeGreaterThan(5);
  for (const file of plainFiles) {
    const imports = (await readFile(join(here, file), 'utf8')).match(/from '[^']+'/g) ?? [];
    expect(
      imports.filter((from) => !/^from '(\.\/plain-|node:|csv-parse|yaml')/.test(from)),
      file,
    ).toEqual([]);
  }
});

function rowOf({
  lead,
  time,
  qualified,
  assigned,
  owner,
  accepted,
  rejected,
  abandoned,
  reason,
}: Handover): Record<string, unknown> {
  return { lead: lead.Id, time, qualified, assigned, owner, accepted, rejected, abandoned, reason: reason || null };
}

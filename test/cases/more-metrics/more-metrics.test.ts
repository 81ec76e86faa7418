import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBooks, type Books } from '../../proof/plain-books.ts';
import { survivorOf } from '../../proof/plain-leads.ts';
import { instantOf, isYes, type Row } from '../../proof/plain-rows.ts';
import { soundRows } from '../../proof/plain-sound.ts';
import { addressOf } from '../../proof/plain-tally.ts';
import { dayOf, periodsOf } from '../../proof/plain-time.ts';
import { euroCents } from '../../proof/plain-money.ts';
import { buildCase } from '../build-case.ts';
import { countOnly } from '../commands/count-only.ts';
import { runCase, type CaseRun } from '../run-case.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const sample = fileURLToPath(new URL('../../../data/sample', import.meta.url));
const exports = join(sample, 'exports');
const added = ['deal-size', 'proposals-revised', 'leads-responded'] as const;

let work: string;
let run: CaseRun;
let books: Books;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'more-metrics-'));
  for (const folder of ['agreement', 'sources'])
    await cp(join(sample, folder), join(work, folder), { recursive: true });
  await cp(join(here, 'agreement/metrics'), join(work, 'agreement/metrics'), { recursive: true });
  const vocabulary = join(work, 'agreement/vocabulary.yml');
  const terms = await readFile(join(here, 'agreement/vocabulary-added.yml'), 'utf8');
  await writeFile(vocabulary, (await readFile(vocabulary, 'utf8')) + terms);
  books = openBooks(exports, join(sample, 'agreement'));
  run = await runCase({ data: work, exports, now: '2026-11-09T06:40:00Z' });
});
afterAll(async () => {
  await run?.end();
  await rm(work, { recursive: true, force: true });
});

/** Rows by the periods from a grain up, whole and by one breakdown. */
function grouped(
  metric: string,
  rows: readonly Row[],
  finest: string,
  dayIn: (row: Row) => string,
  dimension: string,
  column: string,
): Map<string, Row[]> {
  const grains = ['week', 'month', 'quarter', 'year', 'all'];
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const { grain, period } of periodsOf(dayIn(row))) {
      if (grains.indexOf(grain) < grains.indexOf(finest)) continue;
      for (const [of, member] of [
        ['', ''],
        [dimension, row[column] || 'Not recorded'],
      ] as const) {
        const address = addressOf(metric, period, of, member);
        groups.set(address, [...(groups.get(address) ?? []), row]);
      }
    }
  }
  return groups;
}

/** What the run says at the places where something lies. */
function said(metric: string): Map<string, number | null> {
  const values = run.values.filter((one) => one.metric === metric && one.records > 0);
  return new Map(values.map((one) => [addressOf(metric, one.period, one.dimension, one.member), one.value]));
}

function expectSame(metric: string, plain: ReadonlyMap<string, number>): void {
  const published = said(metric);
  expect(plain.size).toBeGreaterThan(20);
  expect([...published.keys()].toSorted()).toEqual([...plain.keys()].toSorted());
  for (const [address, value] of plain) expect(published.get(address), address).toBeCloseTo(value, 9);
}

function median(numbers: readonly number[]): number {
  const inOrder = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  return inOrder.length % 2 === 1 ? inOrder[middle]! : (inOrder[middle - 1]! + inOrder[middle]!) / 2;
}

describe('a metric on another record, moment and measure is added by YAML alone', () => {
  test('the median amount of won deals by the quarter they closed in, by type', () => {
    const won = [...books.deals.values()].filter((deal) => isYes(deal.IsWon));
    const groups = grouped('deal-size', won, 'quarter', (deal) => deal.CloseDate!, 'type', 'Type');
    const plain = [...groups].map(
      ([address, deals]) => [address, median(deals.map((deal) => euroCents(books.rates, deal)!))] as const,
    );
    expectSame('deal-size', new Map(plain));
  });

  test('the share of deals with at least two proposals by the month they were opened in, by source', () => {
    const deals = [...books.deals.values()];
    const revised = (deal: Row): boolean =>
      books.stageRows.filter((row) => row.OpportunityId === deal.Id && row.StageName === 'Proposal').length >= 2;
    const dayIn = (deal: Row): string => dayOf(instantOf(deal.CreatedDate)!);
    const groups = grouped('proposals-revised', deals, 'month', dayIn, 'source', 'LeadSource');
    const isRevised = new Map(deals.map((deal) => [deal.Id!, revised(deal)]));
    const plain = [...groups].map(
      ([address, some]) => [address, some.filter((deal) => isRevised.get(deal.Id!)).length / some.length] as const,
    );
    expectSame('proposals-revised', new Map(plain));
  });

  test('the share of leads that answered a campaign by the week they came in, by region', () => {
    const rows = soundRows(exports, 'Lead.csv');
    const leads = rows.filter((lead) => !lead.MasterRecordId);
    const byId = new Map(rows.map((lead) => [lead.Id!, lead]));
    // A lead came in when the first of those that were merged into it did.
    const created = new Map<string, number>();
    for (const row of rows) {
      const left = survivorOf(row.Id!, byId);
      created.set(left, Math.min(created.get(left) ?? Infinity, instantOf(row.CreatedDate)!));
    }
    const answered = new Set(
      soundRows(exports, 'CampaignMember.csv')
        .filter((member) => member.Status === 'Responded')
        .map((member) => survivorOf(member.LeadId!, byId)),
    );
    const dayIn = (lead: Row): string => dayOf(created.get(lead.Id!)!);
    const groups = grouped('leads-responded', leads, 'week', dayIn, 'region', 'Region__c');
    const plain = [...groups].map(
      ([address, some]) => [address, some.filter((lead) => answered.has(lead.Id!)).length / some.length] as const,
    );
    expectSame('leads-responded', new Map(plain));
  });

  test('the site has a page for each', async () => {
    // They were measured among all others above; a site of few is built sooner.
    await countOnly(work, [...added, 'followed-up-in-time', 'handed-over-in-time', 'leads-accepted']);
    const site = await buildCase({ data: work, exports, now: '2026-11-09T06:40:00Z' });
    expect(site.status, site.said).toBe(0);
    for (const slug of added) {
      const { title } = run.company.agreement.metrics.find((metric) => metric.slug === slug)!;
      expect(await site.words(`metrics/${slug}`)).toContain(title);
    }
    await site.end();
  });
});

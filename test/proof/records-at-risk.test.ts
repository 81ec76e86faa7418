/** The lists of the managers' edition add up to the numbers, and hold the very records that plain loops over the raw exports find. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCase, type CaseRun } from '../cases/run-case.ts';
import { liveRowsOf } from '../unit/sample/sample-rows.ts';
import { historyOf, openDeals, pushesOf } from '../unit/sample/sample-deals.ts';
import { holdNoKeys } from '../../scripts/command/hold-no-keys.ts';
import { casesOf, mostCases } from '../../src/publish/cases.ts';
import { linksOf } from '../../src/records/crm-link.ts';
import { openStore } from '../../src/store/open.ts';
import { countAtRisk } from '../../src/story/at-risk.ts';
import type { CaseList } from '../../src/values/cases.ts';

const sample = fileURLToPath(new URL('../../data/sample', import.meta.url));
const today = '2026-11-09';
let run: CaseRun;
let lists: readonly CaseList[];

beforeAll(async () => {
  run = await runCase({ data: sample, exports: `${sample}/exports`, now: `${today}T08:00:00Z` });
  const { agreement, catalogue, sources } = run.company;
  const db = openStore(run.task.database, { readonly: true });
  try {
    lists = await casesOf({ db, agreement, catalogue, links: linksOf(sources, catalogue), values: run.values });
  } finally {
    await db.destroy();
  }
});
afterAll(() => run?.end());

const listed = (metric: string) =>
  lists
    .find((list) => list.metric === metric)
    ?.cases.map(({ key }) => key)
    .toSorted();
const keysOf = (deals: readonly { readonly Id?: string }[]) => deals.map(({ Id }) => Id ?? '').toSorted();

test('each number that says which are at risk has its lists: how things stand, and a year of months before', () => {
  const atRisk = run.company.agreement.metrics.filter((metric) => metric.atRisk !== null);
  expect(atRisk.length).toBeGreaterThanOrEqual(5);
  for (const { slug } of atRisk) {
    const periods = lists.filter(({ metric }) => metric === slug).map(({ period }) => period);
    expect(periods, slug).toHaveLength(13);
    expect(periods[0], slug).toBe('2026-11');
    expect(periods, slug).toEqual(periods.toSorted().toReversed());
  }
});

test('each list adds up to its number', () => {
  for (const { metric: slug, period, grain, total, cases } of lists) {
    const metric = run.company.agreement.metrics.find((one) => one.slug === slug)!;
    const value = run.values.find(
      (one) => one.metric === slug && one.grain === grain && one.period === period && one.dimension === '',
    )!;
    expect(total, `${slug} ${period}`).toBe(countAtRisk(metric, value));
    expect(cases.length, `${slug} ${period}`).toBe(Math.min(total, mostCases));
    expect(new Set(cases.map(({ key }) => key)).size, `${slug} ${period}`).toBe(cases.length);
  }
});

test('today’s lists are those that plain loops find', () => {
  const lastDate = (deal: (typeof openDeals)[number]) => historyOf(deal).at(-1)?.['CloseDate'] ?? deal['CloseDate']!;
  expect(listed('overdue-close-dates')).toEqual(keysOf(openDeals.filter((deal) => lastDate(deal) < today)));
  expect(listed('deals-pushed-often')).toEqual(keysOf(openDeals.filter((deal) => pushesOf(deal) >= 3)));
  const deciding = liveRowsOf('OpportunityContactRole').filter(({ Role }) =>
    ['Decision Maker', 'Economic Buyer'].includes(Role!),
  );
  const deciders = (id: string) => deciding.filter(({ OpportunityId }) => OpportunityId === id).length;
  expect(listed('several-decision-makers')).toEqual(keysOf(openDeals.filter(({ Id }) => deciders(Id!) < 2)));
});

test('each record leads to its page in the CRM, the largest amount first', () => {
  for (const { cases } of lists)
    for (const { key, link } of cases)
      expect(link).toBe(`https://hollin-works.my.salesforce.example/lightning/r/Opportunity/${key}/view`);
  const stuck = lists.find(({ metric }) => metric === 'stuck-deals')!;
  const amount = stuck.columns.findIndex(({ is }) => is === 'money');
  const euros = stuck.cases
    .filter(({ cells }) => cells[amount + 1] === 'EUR')
    .map(({ cells }) => Number(cells[amount]));
  expect(euros.length).toBeGreaterThan(5);
  expect(euros).toEqual(euros.toSorted((one, other) => other - one));
});

test('the company’s edition is not built where a page of it holds one of them', async () => {
  const site = await mkdtemp(join(tmpdir(), 'same-page-guarded-'));
  const { key } = lists[0]!.cases[0]!;
  const asked = (edition: 'company' | 'managers') => holdNoKeys({ ...run.task, edition }, run.company, site);
  try {
    await mkdir(join(site, 'deals'));
    await writeFile(join(site, 'deals', 'index.html'), '<p>34 deals, 006Hw0000000000XXX is none of ours.</p>');
    await writeFile(join(site, 'picture.png'), key);
    await expect(asked('company')).resolves.toBeUndefined();
    await writeFile(join(site, 'deals', 'index.html'), `<li data-row="x-${key}">34 deals</li>`);
    await expect(asked('company')).rejects.toThrow(
      `deals/index.html: the key of a record (opportunity), ${key}\nBreak down by a name`,
    );
    await expect(asked('managers')).resolves.toBeUndefined();
  } finally {
    await rm(site, { recursive: true, force: true });
  }
});

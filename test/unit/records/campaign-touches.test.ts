import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { readAsOf } from '../../../src/store/account.ts';
import { workshop, type IngestRun, type Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const source = (file: string, record: string, columns: string, asOf = '2026-12-01'): string =>
  `reads: ${file}.csv\nkey: id\nas of: ${asOf}T00:00:00Z\ngives: [{ record: ${record}, columns: { ${columns} } }]\n`;
const leads = source('leads', 'lead', 'created: created, opportunity: deal');
const deals = source('deals', 'opportunity', 'created: created');
const parts = source('parts', 'deal contact', 'opportunity: deal, contact: contact', '2026-11-29');
const members = source(
  'members',
  'campaign member',
  'campaign: campaign, lead: lead, contact: contact, responded: responded, created: created',
);

const files = {
  'deals.csv': 'id,created\nD1,2026-03-01T08:00:00Z\nD2,2026-03-02T08:00:00Z\n',
  'leads.csv': 'id,created,deal\nL1,2026-02-01T08:00:00Z,D2\nL2,2026-02-02T08:00:00Z,\nL3,2026-02-02T08:00:00Z,D9\n',
  'parts.csv': 'id,deal,contact\nP1,D1,C1\nP2,D2,C1\nP3,D2,C2\nP4,,C2\n',
  'members.csv': `id,campaign,lead,contact,responded,created
M1,fair,L1,,2026-02-10,2026-02-09T08:00:00Z
M2,mail,L1,C2,,2026-02-11T23:30:00Z
M3,mail,L2,,2026-02-12,2026-02-09T08:00:00Z
M4,web,,C1,,
M5,web,L3,,2026-02-12,2026-02-09T08:00:00Z
`,
};

const touches = (run: IngestRun): Promise<unknown[][]> =>
  run.rows('campaign_touch', 'opportunity', 'campaign', 'campaign_member', 'at');

test('a deal has a touch for each member who was its lead or has a part in it, once', async () => {
  const run = await work.ingest({ sources: { leads, deals, parts, members }, files });
  expect(run.faults).toEqual([]);
  // M2 is both the lead and a contact of D2, added at half past midnight of the 12th in Berlin. M4 tells no time.
  expect(await touches(run)).toEqual([
    ['D1', 'web', 'M4', null],
    ['D2', 'fair', 'M1', '2026-02-10'],
    ['D2', 'mail', 'M2', '2026-02-12'],
    ['D2', 'web', 'M4', null],
  ]);
  expect((await readAsOf(run.db)).get('campaign touch')).toBe(Date.parse('2026-11-29T00:00:00Z') / 1000);
  expect(run.account.files.every(({ made }) => !('campaign touch' in made))).toBe(true);
});

test('without parts in deals only their leads tell, and without responses the instant at which the person was added', async () => {
  const added = members.replace('responded: responded, ', '');
  const run = await work.ingest({ sources: { leads, deals, members: added }, files });
  expect(await touches(run)).toEqual([
    ['D2', 'fair', 'M1', Date.parse('2026-02-09T08:00:00Z') / 1000],
    ['D2', 'mail', 'M2', Date.parse('2026-02-11T23:30:00Z') / 1000],
  ]);
});

test('their moment is a day where either of a member is', () => {
  const typeOf = (...texts: string[]): unknown => {
    const found = readSources(texts.map((text, index) => ({ path: `sources/${index}.yml`, text }))).sources;
    const kind = catalogueOf(found).kinds.find(({ name }) => name === 'campaign touch')!;
    const { mapped, type } = kind.fields.find(({ name }) => name === 'at')!;
    return mapped && type.is === 'moment' ? type.precision : null;
  };
  expect(typeOf(leads, deals, members)).toBe('day');
  expect(typeOf(leads, deals, members.replace('responded: responded, ', ''))).toBe('instant');
  expect(typeOf(leads, members)).toBeNull();
  expect(typeOf(leads.replace(', opportunity: deal', ''), deals, members)).toBeNull();
});

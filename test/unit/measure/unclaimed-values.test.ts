import { afterAll, beforeAll, expect, test } from 'vitest';
import { unclaimedValues } from '../../../src/measure/unclaimed-values.ts';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import type { Test } from '../../../src/values/tree.ts';
import { agreement, term } from '../publish/small-edition.ts';
import { workshop, type Workshop } from '../records/run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const leads = `reads: leads.csv
key: id
as of: 2026-10-31T12:00:00Z
gives: [{ record: lead, columns: { created: created, source: source, status: status } }]
`;
const rows = `id,created,source,status
L1,2026-10-30T09:00:00Z,Web,New
L2,2026-10-30T09:00:00Z,TikTok,New
L3,2026-03-01T09:00:00Z,Radio,New
L4,2026-03-01T09:00:00Z,Radio,New
L5,2026-03-01T09:00:00Z,Trade fair,New
L6,2026-03-01T09:00:00Z,Web,Old
`;
const path = { from: 'lead', links: [], field: 'source', type: { is: 'text' }, figure: false } as const;
const says = (phrase: string, slots: object): Test =>
  ({ is: 'test', phrase, said: '', slots: { value: { value: 'field', path }, ...slots }, at: { file: 'v.yml', line: 1, column: 1 } }) as unknown as Test; // prettier-ignore

test('what no sentence names is listed, new values first, and of fields that no sentence asks nothing', async () => {
  const run = await work.ingest({ sources: { leads }, files: { 'leads.csv': rows } });
  const catalogue = catalogueOf(readSources([{ path: 'leads.yml', text: leads }]).sources);
  const isWeb = says('is one of', { list: [{ literal: 'text', text: 'Web' }] });
  const hasFair = says('contains', { parts: ['FAIR'] });
  const made = { ...agreement([]), terms: [{ ...term('web lead', 'web leads'), where: [isWeb, hasFair] }] };
  const task = { agreement: made, catalogue, hidden: new Set<string>() };
  expect(await unclaimedValues(run.db, task)).toEqual([
    { kind: 'lead', field: 'source', value: 'TikTok', count: 1, lately: 1 },
    { kind: 'lead', field: 'source', value: 'Radio', count: 2, lately: 0 },
  ]);
  expect(await unclaimedValues(run.db, { ...task, hidden: new Set(["lead's source"]) })).toEqual([]);
});

test('where sentences name one value only, or the lesser part of the records, what they leave out is meant', async () => {
  const run = await work.ingest({ sources: { leads }, files: { 'leads.csv': rows } });
  const catalogue = catalogueOf(readSources([{ path: 'leads.yml', text: leads }]).sources);
  const naming = (...texts: string[]) => {
    const where = [says('is one of', { list: texts.map((text) => ({ literal: 'text', text })) })];
    const made = { ...agreement([]), terms: [{ ...term('some lead', 'some leads'), where }] };
    return unclaimedValues(run.db, { agreement: made, catalogue, hidden: new Set() });
  };
  expect(await naming('Web')).toEqual([]);
  expect(await naming('TikTok', 'Trade fair')).toEqual([]);
  expect((await naming('Web', 'TikTok')).map(({ value }) => value)).toEqual(['Radio', 'Trade fair']);
});

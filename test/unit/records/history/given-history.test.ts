import { afterEach, beforeEach, expect, test } from 'vitest';
import { contradictionsOf } from '../../../../src/records/history/contradictions.ts';
import { catalogueOf } from '../../../../src/records/catalogue.ts';
import { readSources } from '../../../../src/records/read-sources.ts';
import { openStore } from '../../../../src/store/open.ts';
import { at, historyWorkshop } from './exports-over-time.ts';
import type { HistoryWorkshop } from './exports-over-time.ts';

let work: HistoryWorkshop;
beforeEach(async () => {
  work = await historyWorkshop();
});
afterEach(() => work.end());

const deals = `
reads: Deal.csv
as of: 2026-11-09T05:40:00Z
key: Id
gives: [{ record: opportunity, columns: { created: Created, stage: Stage, won: Won } }]
`;
const history = `
reads: History.csv
as of: 2026-11-09T05:40:00Z
key: Id
gives: [{ record: stage change, columns: { opportunity: Deal, to: Stage, at: At } }]
`;
const Deal =
  'Id,Created,Stage,Won\nD1,2026-10-01T08:00:00Z,Won,yes\nD2,2026-10-01T08:00:00Z,Open,no\nD3,2026-10-01T08:00:00Z,Offer,no\n';
const lines = [
  'source,kind,key,field,from,to,at,seen before',
  'deals,opportunity,,,,,2026-11-01T00:00:00Z,',
  'deals,opportunity,D1,stage,,Open,2026-11-01T00:00:00Z,',
  'deals,opportunity,D3,stage,,Open,2026-11-01T00:00:00Z,',
  'deals,opportunity,D1,stage,Open,Won,2026-11-03T00:00:00Z,2026-11-01T00:00:00Z',
  'deals,opportunity,D3,stage,Open,Offer,2026-11-03T00:00:00Z,2026-11-01T00:00:00Z',
];

test('where a file gives the history, it wins: what was observed counts only for records without any, and a contradiction is told', async () => {
  work.published = lines.map((line) => `${line}\n`).join('');
  const History = 'Id,Deal,Stage,At\nH1,D1,Open,2026-10-01T08:00:00Z\nH2,D1,Won,2026-11-05T08:00:00Z\n';
  const run = await work.ingest({ deals, history }, { 'Deal.csv': Deal, 'History.csv': History });
  expect(await run.rows('stage_change', 'opportunity', 'from', 'to', 'at', 'observed')).toEqual([
    ['D1', null, 'Open', at('2026-10-01T08:00:00Z'), null],
    ['D1', 'Open', 'Won', at('2026-11-05T08:00:00Z'), null],
    ['D3', null, 'Open', at('2026-10-01T08:00:00Z'), 1],
    ['D3', 'Open', 'Offer', at('2026-11-03T00:00:00Z'), 1],
  ]);
  expect(run.warnings).toEqual([
    'published/observed.csv:1:1  warning: the history tells another stage than was observed, in 1 of 2 changes: D1; the history counts; see whether its file is complete',
  ]);
  // Nothing new is observed where a file gives the history.
  expect(run.observed).toEqual(lines.slice(1));
});

test('a line that can not be read is told with its place, and what is meant', async () => {
  work.published = `${lines[0]}\ndeals,oportunity,D1,stage,,Open,2026-11-01T00:00:00Z,\ndeals,opportunity,D1,stage,,Open,yesterday,\ndeals,opportunity,D1\n`;
  const run = await work.ingest({ deals }, { 'Deal.csv': Deal });
  const restore = 'put the line back as Git has it, or delete it: then what it told is not known any more';
  expect(run.faults).toEqual([
    `published/observed.csv:2:1  Expected one of opportunity, lead for kind, got "oportunity" (did you mean "opportunity"?). ${restore}`,
    `published/observed.csv:3:1  Expected an instant such as 2026-11-09T05:40:00Z for at, got "yesterday". ${restore}`,
    `published/observed.csv:4:1  Expected 8 cells, as the header has, got 3. ${restore}`,
  ]);
});

test('flags and fields that contradict the history are found', async () => {
  const Deals = `Id,Created,Stage,Won\nW1,2026-10-01T08:00:00Z,Won,yes\nW2,2026-10-01T08:00:00Z,Won,yes\nW3,2026-10-01T08:00:00Z,Offer,yes\nO1,2026-10-01T08:00:00Z,Offer,no\nO2,2026-10-01T08:00:00Z,Open,no\n`;
  const History = ['W1,Won', 'W2,Won', 'W3,Offer', 'O1,Offer', 'O2,Offer']
    .map((row, index) => `H${index},${row},2026-10-0${index + 1}T08:00:00Z\n`)
    .join('');
  const leads =
    'reads: Lead.csv\nas of: 2026-11-09T05:40:00Z\nkey: Id\ngives: [{ record: lead, columns: { created: Created, status: Status, converted: Converted } }]\n';
  const Lead =
    'Id,Created,Status,Converted\nL1,2026-10-01T08:00:00Z,Closed,2026-10-02T08:00:00Z\nL2,2026-10-01T08:00:00Z,Closed,\nL3,2026-10-01T08:00:00Z,New,\n';
  const sources = { deals, history, leads };
  await work.ingest(sources, { 'Deal.csv': Deals, 'History.csv': `Id,Deal,Stage,At\n${History}`, 'Lead.csv': Lead });
  const db = openStore(work.database, { readonly: true });
  const read = readSources(Object.entries(sources).map(([name, text]) => ({ path: `sources/${name}.yml`, text })));
  expect(await contradictionsOf(db, catalogueOf(read.sources))).toEqual([
    { sort: 'stage is not where it last moved', kind: 'opportunity', count: 1, keys: ['O2'] },
    { sort: 'won without a stage of won deals', kind: 'opportunity', count: 1, keys: ['W3'] },
    { sort: 'converted by its status only', kind: 'lead', count: 1, keys: ['L2'] },
  ]);
  await db.destroy();
});

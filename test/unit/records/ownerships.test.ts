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

const leads = `reads: leads.csv
key: id
as of: 2026-12-01T00:00:00Z
gives: [{ record: lead, columns: { created: created, owner: owner } }]
`;
const history = `reads: history.csv
key: id
as of: 2026-11-30T00:00:00Z
gives: [{ record: field change, columns: { lead: lead, field: field, from: from, to: to, at: at } }]
`;
const handovers = `derives: handovers
statuses: { qualified: [Qualified] }
history: { status: status, owner: owner }
`;

const at = (day: string): string => `2026-03-${day}T08:00:00Z`;
const lead = (key: string, day: string, owner = ''): string => `${key},${at(day)},${owner}`;
const change = (key: string, from: string, to: string, day: string): string => `${key},owner,${from},${to},${at(day)}`;

function read(leadRows: string[], changes: string[], sources: Record<string, string>): Promise<IngestRun> {
  const rows = changes.map((row, index) => `${index},${row}`).join('\n');
  return work.ingest({
    sources,
    files: {
      'leads.csv': `id,created,owner\n${leadRows.join('\n')}\n`,
      'history.csv': `id,lead,field,from,to,at\n${rows}\n`,
    },
  });
}

/** Lead, owner, and the days of March from which and until when. */
async function ownerships(run: IngestRun): Promise<unknown[][]> {
  const rows = await run.rows('ownership', 'lead', 'owner', 'from', 'until');
  const day = (moment: unknown): unknown =>
    typeof moment === 'number' ? new Date(moment * 1000).toISOString().slice(8, 13) : moment;
  return rows.map(([lead, owner, from, until]) => [lead, owner, day(from), day(until)]);
}

test('who held a lead goes from its creation through each change to today', async () => {
  const run = await read(
    [lead('L1', '02', 'bob'), lead('L2', '03', 'ann'), lead('L3', '04')],
    [change('L1', 'queue', 'ann', '05'), change('L1', 'ann', 'bob', '09')],
    { leads, history, handovers },
  );
  expect(run.faults).toEqual([]);
  expect(await ownerships(run)).toEqual([
    ['L1', 'queue', '02T08', '05T08'],
    ['L1', 'ann', '05T08', '09T08'],
    ['L1', 'bob', '09T08', null],
    ['L2', 'ann', '03T08', null],
  ]);
  expect(await run.rows('ownership', 'key')).toEqual([['L1-0'], ['L1-1'], ['L1-2'], ['L2-0']]);
});

test('a change to the same owner changes nothing, and a lead that nobody held from some day on has an ownership without owner', async () => {
  const run = await read(
    [lead('L1', '02')],
    [
      change('L1', 'ann', 'ann', '04'),
      change('L1', 'ann', '', '05'),
      change('L1', '', 'bob', '06'),
      change('L9', 'ann', 'bob', '06'),
    ],
    { leads, history, handovers },
  );
  expect(await ownerships(run)).toEqual([
    ['L1', 'ann', '02T08', '05T08'],
    ['L1', null, '05T08', '06T08'],
    ['L1', 'bob', '06T08', null],
  ]);
});

test('changes of one instant follow one another as the rows do, and a lead that is younger than its history began with it', async () => {
  const run = await read(
    [lead('L1', '09', 'bob')],
    [change('L1', 'queue', 'ann', '05'), change('L1', 'ann', 'bob', '05')],
    { leads, history, handovers },
  );
  expect(await ownerships(run)).toEqual([
    ['L1', 'queue', '05T08', '05T08'],
    ['L1', 'ann', '05T08', '05T08'],
    ['L1', 'bob', '05T08', null],
  ]);
});

test('where only the day of creation is known, the first owner held the lead from the start of that day', async () => {
  const byDay = leads.replace('created: created', 'created: { from: created, is: day }');
  const run = await read(['L1,2026-03-02,bob'], [change('L1', 'ann', 'bob', '05')], {
    leads: byDay,
    history,
    handovers,
  });
  // Midnight in Berlin is 23:00 of the day before in UTC.
  expect(await ownerships(run)).toEqual([
    ['L1', 'ann', '01T23', '05T08'],
    ['L1', 'bob', '05T08', null],
  ]);
});

test('without a history a lead has always been its owner’s of today', async () => {
  const run = await read([lead('L1', '02', 'bob'), lead('L2', '03')], [change('L1', 'ann', 'bob', '05')], { leads });
  expect(await ownerships(run)).toEqual([['L1', 'bob', '02T08', null]]);
});

test('a file may give them itself', async () => {
  const given = `reads: history.csv
key: id
gives: [{ record: ownership, columns: { lead: lead, owner: to, from: at } }]
`;
  const run = await read([lead('L1', '02', 'bob')], [change('L1', 'ann', 'bob', '05')], { leads, given });
  expect(await ownerships(run)).toEqual([['L1', 'bob', '05T08', null]]);
});

test('they are as of the older of the leads and the history, and their fields are known only where these are', async () => {
  const run = await read([lead('L1', '02', 'bob')], [], { leads, history, handovers });
  expect((await readAsOf(run.db)).get('ownership')).toBe(Date.parse('2026-11-30T00:00:00Z') / 1000);
  const mapped = (...texts: string[]): string[] =>
    catalogueOf(readSources(texts.map((text, index) => ({ path: `sources/${index}.yml`, text }))).sources)
      .kinds.find(({ name }) => name === 'ownership')!
      .fields.filter((field) => field.mapped)
      .map(({ name }) => name);
  expect(mapped(leads, history, handovers)).toEqual(['lead', 'owner', 'from', 'until']);
  expect(mapped(leads)).toEqual(['lead', 'owner', 'from']);
  expect(mapped(leads.replace(', owner: owner', ''))).toEqual([]);
});

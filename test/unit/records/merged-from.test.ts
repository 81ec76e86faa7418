import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, historyWorkshop } from './history/exports-over-time.ts';
import { faultsOf, workshop } from './run-ingest.ts';
import type { IngestRun, Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const contacts = `reads: contacts*.csv
key: Record ID
merged from: Merged object IDs
split at: ';'
person: Email
as of: 2026-05-01T00:00:00Z
reject at most: 100%
gives:
  - record: lead
    columns: { created: Create Date, status: Status }
  - record: contact
    columns: { created: Create Date }
  - record: field change
    for each column: Date entered *
    columns: { lead: Record ID, field: { always: status }, to: its name, at: its value }
`;
const header = 'Record ID,Create Date,Status,Email,Date entered SQL,Merged object IDs\n';
const calls =
  'reads: calls.csv\nkey: id\ngives: [{ record: activity, columns: { kind: { always: call }, lead: lead } }]\n';

const ingest = (files: Record<string, string>, source = contacts): Promise<IngestRun> =>
  work.ingest({
    sources: { contacts: source, calls },
    files: { 'calls.csv': 'id,lead\n1,11\n2,12\n3,13\n4,20\n', ...files },
  });

test('records that another one names as merged into it are joined to it, whether a row of theirs is there or not', async () => {
  const run = await ingest({
    'contacts.csv': `${header}11,2026-02-01T08:00:00Z,New,ann@old.example,2026-02-03T08:00:00Z,\n20,2026-03-01T08:00:00Z,Open,ann@new.example,,11; 12;\n30,2026-03-05T08:00:00Z,Open,,,\n`,
  });
  expect(run.faults).toEqual([]);
  expect(run.account.files).toContainEqual(
    expect.objectContaining({
      file: 'contacts.csv',
      rows: 3,
      gaveRecords: 2,
      merged: 1,
      made: { contact: 2, lead: 2 },
    }),
  );
  expect(await run.rows('lead', 'key', 'status', 'created')).toEqual([
    ['20', 'Open', at('2026-02-01T08:00:00Z')],
    ['30', 'Open', at('2026-03-05T08:00:00Z')],
  ]);
  // 13 was merged into nothing: its link finds none.
  expect(await run.rows('activity', 'key', 'lead')).toEqual([
    ['1', '20'],
    ['2', '20'],
    ['3', '13'],
    ['4', '20'],
  ]);
  expect(run.account.links).toContainEqual({ kind: 'activity', field: 'lead', filled: 4, notFound: 1 });
});

test('a row is merged whichever of the two files is read first, over several steps, and into what changed last', async () => {
  const rows = [
    '11,2026-02-01T08:00:00Z,New,,,\n',
    '12,2026-01-01T08:00:00Z,New,,,11\n',
    '20,2026-03-01T08:00:00Z,Open,,,12;11;20\n',
  ];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
  ]) {
    const files = order.map((row, index) => [`contacts-${index}.csv`, header + rows[row]] as const);
    const run = await ingest(Object.fromEntries(files));
    expect(await run.rows('lead', 'key', 'created')).toEqual([['20', at('2026-01-01T08:00:00Z')]]);
    expect(run.account.files.reduce((sum, { merged }) => sum + merged, 0)).toBe(2);
  }
});

test('two records that name each other, and one that is named and says itself where it went', async () => {
  const source = `${contacts}modified: Create Date\nmerged into: Status\n`;
  const run = await ingest(
    {
      'contacts.csv': `${header}11,2026-02-01T08:00:00Z,,,,20\n20,2026-03-01T08:00:00Z,,,,11\n12,2026-03-01T08:00:00Z,30,,,\n30,2026-03-01T08:00:00Z,,,,\n40,2026-03-01T08:00:00Z,13,,,12;13\n`,
    },
    source,
  );
  // Of the circle of 11 and 20 the one that changed last stays. 12 says itself that it went into 30. 13 is in no file.
  expect(await run.rows('lead', 'key')).toEqual([['20'], ['30'], ['40']]);
  expect(run.account.files).toContainEqual(expect.objectContaining({ rows: 5, gaveRecords: 3, merged: 2 }));
});

test('a newer version of the row says it, and an older one no longer does', async () => {
  const source = `${contacts}modified: Create Date\n`;
  const run = await ingest(
    {
      'contacts.csv': `${header}11,2026-02-01T08:00:00Z,New,,,\n20,2026-03-01T08:00:00Z,Open,,,11\n20,2026-04-01T08:00:00Z,Open,,,\n`,
    },
    source,
  );
  expect(await run.rows('lead', 'key')).toEqual([['11'], ['20']]);
});

test('a name stays hidden where a person tells rows apart, and an id that a spreadsheet damaged is refused', async () => {
  const hidden = contacts.replace('key: Record ID', 'key: Record ID\nkey is hidden: yes');
  const run = await ingest(
    { 'contacts.csv': `${header}Bo,2026-02-01T08:00:00Z,,,,\nAnn,2026-03-01T08:00:00Z,,,,Bo\n` },
    hidden,
  );
  expect(await run.rows('lead', 'key')).toEqual([['person 2']]);
  const bad = await ingest({ 'contacts.csv': `${header}20,2026-03-01T08:00:00Z,,,,11;5.8E+10\n` });
  expect(bad.account.rejected).toEqual([
    {
      file: 'contacts.csv',
      line: 2,
      column: 'Merged object IDs',
      value: '5.8E+10',
      reason: 'is an id that a spreadsheet has damaged: export again as text',
    },
  ]);
});

test('what does not fit together says how to mend it', async () => {
  const faults = (from: string, to: string): Promise<string> =>
    faultsOf(ingest({ 'contacts.csv': header }, contacts.replace(from, to)));
  expect(await faults("split at: ';'\n", '')).toContain(
    'sources/contacts.yml:3:14  "merged from" does not say what stands between the keys; add split at: ";"',
  );
  expect(await faults('merged from: Merged object IDs\n', '')).toContain(
    'sources/contacts.yml:3:11  "split at" needs "merged from"; name the column that is split',
  );
  expect(await faults('key: Record ID\n', '')).toContain('"merged from" needs a "key"');
  expect(await faults('key: Record ID\n', 'key: Record ID\nrepeats: keep\n')).toContain(
    'where repeats are kept no row is told by its key, so that none is merged or deleted; write repeats: drop',
  );
  expect(await faults('Merged object IDs', 'Merged')).toContain('column "Merged"');
});

describe('where the merged record is only in an export before', () => {
  const dated = contacts.replace('*.csv', '-*.csv').replace(/as of.*/, 'dated by name: contacts-YYYY-MM-DD.csv');
  const older = `${header}11,2026-02-01T08:00:00Z,New,,,\n12,2026-02-05T08:00:00Z,New,,,\n20,2026-03-01T08:00:00Z,Open,,,\n`;
  const newer = `${header}20,2026-03-01T08:00:00Z,Open,,,11\n`;

  test('its row counts as merged and not as deleted, and the one that stays keeps its earliest moment', async () => {
    const run = await ingest({ 'contacts-2026-04-01.csv': older, 'contacts-2026-04-08.csv': newer }, dated);
    expect(run.faults).toEqual([]);
    expect(await run.rows('lead', 'key', 'created')).toEqual([['20', at('2026-02-01T08:00:00Z')]]);
    expect(run.account.files).toContainEqual(
      expect.objectContaining({ file: 'contacts-2026-04-01.csv', rows: 3, merged: 1, deleted: 1, superseded: 1 }),
    );
    expect(await run.rows('activity', 'key', 'lead')).toContainEqual(['1', '20']);
    expect(run.warnings.join()).not.toContain('count as deleted');
  });

  test('what was seen of it becomes part of the history of the one that stays', async () => {
    const history = await historyWorkshop();
    const source = dated.slice(0, dated.indexOf('  - record: field change'));
    const changed = older.replace('11,2026-02-01T08:00:00Z,New', '11,2026-02-01T08:00:00Z,Qualified');
    const run = await history.ingest(
      { contacts: source },
      { 'contacts-2026-04-01.csv': older, 'contacts-2026-04-08.csv': changed, 'contacts-2026-04-15.csv': newer },
    );
    expect(run.faults).toEqual([]);
    expect(await run.rows('field_change', 'lead', 'from', 'to')).toEqual([['20', 'New', 'Qualified']]);
    await history.end();
  });
});

test('a row that gives more than sixteen records is gone once', async () => {
  const deals = `reads: deals-*.csv
dated by name: deals-YYYY-MM-DD.csv
key: id
gives:
  - record: opportunity
    columns: { stage: stage }
  - record: deal contact
    for each piece of: contacts
    split at: ';'
    columns: { opportunity: id, contact: its value }
`;
  const contactsOf = Array.from({ length: 40 }, (_, index) => `c${index}`).join(';');
  const run = await work.ingest({
    sources: { deals },
    files: {
      'deals-2026-04-01.csv': `id,stage,contacts\n1,Demo,${contactsOf}\n2,Demo,\n`,
      'deals-2026-04-08.csv': 'id,stage,contacts\n2,Demo,\n',
    },
  });
  expect(run.account.files[0]).toMatchObject({ rows: 2, deleted: 1, superseded: 1 });
});

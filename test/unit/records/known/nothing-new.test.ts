import { rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IngestTask } from '../../../../src/records/ingest.ts';
import { company } from '../../berlin-company.ts';
import { leads, nights, warningsOf, type Night, type Nights } from './nights.ts';

const rows = (source: string): string =>
  `Id,Created,Email,Source\na,2026-11-01T08:00:00Z,a@example.com,${source}\nb,soon,b@example.com,Web\n`;
const files = { 'leads.csv': rows('Web'), 'leads-2.csv': rows('Fair').replace('\na,', '\nc,'), 'other.csv': 'Id\n1\n' };

let kept: Nights;
beforeEach(async () => {
  kept = await nights();
  await kept.write(files);
});
afterEach(() => kept.end());

const withTask = (task: Partial<IngestTask>): Night => ({ ...leads, task: { ...leads.task, ...task } });
const known = { code: 'a code', texts: 'a text' };

/** What a run after a first one gives, and what stood before it. */
async function again(change: () => Promise<unknown> | void, night: Night = leads, first: Night = leads) {
  const before = await kept.ingest(first);
  const seen = await kept.seen();
  await change();
  const after = await kept.ingest(night);
  return { before, after, isRead: after.readAt === null, isUntouched: await isAs(seen) };
}

async function isAs({ bytes, changed }: Awaited<ReturnType<Nights['seen']>>): Promise<boolean> {
  const now = await kept.seen();
  return now.changed === changed && now.bytes.equals(bytes);
}

describe('where nothing changed', () => {
  test('no export is opened, the database stays byte for byte, and the run gives what the one before gave', async () => {
    // What is not opened may hold anything.
    const run = await again(() => kept.changeUnseen('leads.csv', rows('New')));
    expect(run).toMatchObject({ isRead: false, isUntouched: true });
    expect({ ...run.after, readAt: null }).toEqual(run.before);
    expect(run.after.readAt).toBe(leads.task.now);
    expect(run.before.account.rejected).toHaveLength(2);
    expect(warningsOf(run.after)).toEqual([
      expect.stringMatching(/other\.csv:1:1 {2}warning: no source reads this file/),
    ]);
  });

  test('it is still known the third time, and later', async () => {
    await kept.ingest(leads);
    await kept.ingest(leads);
    expect((await kept.ingest(withTask({ now: 1_799_999_999 }))).readAt).toBe(leads.task.now);
  });

  const same: readonly (readonly [string, Night])[] = [
    ['the time', withTask({ now: 1_795_000_000 })],
    ['the name of the company', withTask({ company: { ...company, name: 'Another' } })],
    ['the calendar with its holidays', withTask({ company: { ...company, calendar: 'warehouse' } })],
    ['the day on which weeks start', withTask({ company: { ...company, weekStarts: 7 } })],
  ];
  test.each(same)('no record depends on %s', async (_, night) => {
    const run = await again(() => undefined, night);
    expect(run).toMatchObject({ isRead: false, isUntouched: true });
    const { dump } = await kept.fromNothing(night);
    expect(kept.dump()).toBe(dump);
  });

  test('without a person key a new one is made each time, and what is there may stay', async () => {
    const night = withTask({ personKey: undefined });
    expect(await again(() => undefined, night, night)).toMatchObject({ isRead: false, isUntouched: true });
  });

  test('whoever says nothing of what a run is known by gets everything read', async () => {
    const { now, personKey = '' } = leads.task;
    const night: Night = { sources: leads.sources, task: { now: now ?? 0, personKey } };
    expect(await again(() => undefined, night)).toMatchObject({ isRead: true });
    expect(await again(() => undefined, night, night)).toMatchObject({ isRead: true });
  });
});

test('what is new in a header since the run before is told once', async () => {
  await kept.ingest(leads);
  await kept.write({ 'leads.csv': rows('Web').replace('Source\n', 'Source,Score\n').replace('Web\n', 'Web,1\n').replace('Web\n', 'Web,2\n') }); // prettier-ignore
  const told = 'the column "Score" is new since last time, and nothing reads it';
  const says = async (): Promise<boolean> => warningsOf(await kept.ingest(leads)).some((line) => line.includes(told));
  expect([await says(), await says()]).toEqual([true, false]);
  expect((await kept.ingest(leads)).readAt).toBe(leads.task.now);
});

describe('records that a source forgot', () => {
  const forgetful: Night = { ...leads, sources: { leads: `${leads.sources['leads']}forgets: yes\n` } };
  const later = { 'leads.csv': rows('Web').replace('a,2026', 'e,2026') };

  test.each([{ personKey: 'a key' }, { personKey: undefined }])(
    'stay, and are known with the rest: %o',
    async (key) => {
      const night: Night = { ...forgetful, task: { ...forgetful.task, ...key } };
      await kept.ingest(night);
      await kept.write(later);
      const read = await kept.ingest(night);
      expect(read.account.files.map(({ file }) => file)).toContain('kept from exports before: leads*.csv');
      const again = await kept.ingest(night);
      expect(again).toEqual({ ...read, readAt: night.task.now });
      const dump = kept.dump();
      const fresh = await kept.ingest({ ...night, task: { ...night.task, known: { ...known, fresh: true } } });
      expect(fresh).toEqual(read);
      expect(kept.dump()).toBe(dump);
    },
  );
});

const inExports = (name: string): string => join(kept.exportsDir, name);
const mapping = leads.sources['leads'] ?? '';
const changed = (what: string, change: () => Promise<unknown> | void, night: Night = leads) => ({
  what,
  change,
  night,
});
const changes = [
  changed('a letter of a file', () => kept.write({ 'leads.csv': rows('Wet') })),
  changed('the length of a file', () => kept.write({ 'leads.csv': rows('Webinar') })),
  changed('a file that came', () => kept.write({ 'leads-3.csv': rows('New').replace('\na,', '\nd,') })),
  changed('a file that nothing reads and that came', () => kept.write({ 'more.csv': 'Id\n1\n' })),
  changed('a file that went', () => rm(inExports('leads-2.csv'))),
  changed('the name of a file', () => rename(inExports('leads-2.csv'), inExports('leads-0.csv'))),
  changed('names that two files swapped', () => swap('leads.csv', 'leads-2.csv')),
  changed('a manifest that came', () => manifest({ file: 'leads.csv', asOf: '2026-11-09T05:40:00Z' })),
  changed('a line of a source', () => undefined, { ...leads, sources: { leads: mapping.replace('50%', '60%') } }),
  changed('a remark in a source, as warnings name lines', () => undefined, {
    ...leads,
    sources: { leads: `# ours\n${mapping}` },
  }),
  changed('a source that came', () => undefined, { ...leads, sources: { ...leads.sources, others: 'reads: other.csv\nkey: Id\ngives:\n  - record: contact\n    columns: {}\n' } }), // prettier-ignore
  changed('the time zone', () => undefined, withTask({ company: { ...company, timeZone: 'America/New_York' } })),
  changed('the currency', () => undefined, withTask({ company: { ...company, currency: 'USD' } })),
  changed('after how long a return is a new handover', () => undefined, withTask({ company: { ...company, returnsAfter: { amount: 9, unit: 'days' } } })), // prettier-ignore
  changed('the person key', () => undefined, withTask({ personKey: 'another key' })),
  changed('that there is a person key', () => undefined, withTask({ personKey: undefined })),
  changed('the code', () => undefined, withTask({ known: { ...known, code: 'another' } })),
  changed('that somebody wants all read', () => undefined, withTask({ known: { ...known, fresh: true } })),
  changed('a database that is cut', async () => truncate(kept.database, (await kept.seen()).bytes.length - 4096)),
  changed('a database that is none', () =>
    writeFile(kept.database, 'not a database, and long enough to be read as one'),
  ),
  changed('a database that is gone', () => rm(kept.database)),
  changed('a database of an older form', () => inDatabase('update known_run set form = 0')),
  changed('a database that knows of no run', () => inDatabase('drop table known_run')),
  changed('what is kept of the run, by hand', () =>
    inDatabase(`update known_run set kept = replace(kept, 'a code', 'a c0de')`),
  ),
  changed('an account that is gone', () => inDatabase('drop table rejected_row')),
];

describe('everything is read where this changed', () => {
  test.each(changes)('$what', async ({ change, night }) => {
    const run = await again(change, night);
    expect(run.isRead).toBe(true);
    const { ingested, dump } = await kept.fromNothing(night);
    expect(run.after).toEqual(ingested);
    expect(kept.dump()).toBe(dump);
    // What was read is known from then on.
    const quick = { ...night, task: { ...night.task, known: { ...known, ...night.task.known, fresh: false } } };
    expect((await kept.ingest(quick)).readAt).toBe(leads.task.now);
  });

  test('where the exports lie, as warnings name them', async () => {
    const elsewhere = `${kept.exportsDir}-moved`;
    const run = await again(() => rename(kept.exportsDir, elsewhere), withTask({ exportsDir: elsewhere }));
    expect(run.isRead).toBe(true);
  });
});

describe('what now decides', () => {
  const ahead = 1_794_300_000;
  const toldAhead = (): Promise<void> => manifest({ file: 'leads.csv', asOf: new Date(ahead * 1000).toISOString() });

  test('a file that says it was written later than now is warned of until then', async () => {
    await toldAhead();
    const first = await kept.ingest(leads);
    expect(warningsOf(first).join()).toContain('it says that it was written later than now');
    expect((await kept.ingest(withTask({ now: ahead - 1 }))).readAt).toBe(leads.task.now);
    const past = await kept.ingest(withTask({ now: ahead }));
    expect([past.readAt, warningsOf(past).join().includes('later than now')]).toEqual([null, false]);
    expect((await kept.ingest(withTask({ now: ahead + 1 }))).readAt).toBe(ahead);
    expect((await kept.ingest(withTask({ now: ahead - 1 }))).readAt).toBeNull();
  });

  test('a file that is called after today is as new as now, until the day is over', async () => {
    await rm(inExports('leads.csv'));
    await rename(inExports('leads-2.csv'), inExports('leads-2026-11-09.csv'));
    const sources = { leads: `dated by name: leads-YYYY-MM-DD.csv\n${mapping}` };
    const at = (time: string): Night => ({ sources, task: { ...leads.task, now: Date.parse(time) / 1000 } });
    const readAt = async (time: string): Promise<number | null> => (await kept.ingest(at(time))).readAt;
    expect(await readAt('2026-11-09T06:00:00Z')).toBeNull();
    expect(await readAt('2026-11-09T06:00:00Z')).toBe(Date.parse('2026-11-09T06:00:00Z') / 1000);
    expect(await readAt('2026-11-09T09:00:00Z')).toBeNull();
    expect(await readAt('2026-11-10T06:00:00Z')).toBeNull();
    expect(await readAt('2026-11-12T06:00:00Z')).toBe(Date.parse('2026-11-10T06:00:00Z') / 1000);
    expect(kept.dump()).toBe((await kept.fromNothing(at('2026-11-12T06:00:00Z'))).dump);
  });
});

async function swap(one: string, other: string): Promise<void> {
  await rename(inExports(one), inExports('aside'));
  await rename(inExports(other), inExports(one));
  await rename(inExports('aside'), inExports(other));
}

async function manifest(...listed: readonly object[]): Promise<void> {
  await kept.write({ 'manifest.json': JSON.stringify({ files: listed }) });
}

function inDatabase(sql: string): void {
  const sqlite = new Sqlite(kept.database);
  sqlite.exec(sql);
  sqlite.close();
}

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leads, nights, type Night, type Nights } from './nights.ts';

const lines = (source: string): string => `Id,Created,Email,Source\na,2026-11-01T08:00:00Z,a@example.com,${source}\n`;
const [web, wet] = [lines('Web'), lines('Wet')];
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let kept: Nights;
beforeEach(async () => {
  kept = await nights();
  await kept.write({ 'leads.csv': web });
});
afterEach(() => kept.end());

const manifest = (told: object, beside: object = {}): Promise<void> =>
  kept.write({ 'manifest.json': JSON.stringify({ files: [{ file: 'leads.csv', ...told }], ...beside }) });

const isRead = async (night: Night = leads): Promise<boolean> => (await kept.ingest(night)).readAt === null;

describe('files with other times, as after a checkout', () => {
  test('are known by their hash, where the manifest tells one, and from then on without being hashed', async () => {
    await manifest({ sha256: sha256(web) });
    const first = await kept.ingest(leads);
    await kept.touch('leads.csv', 1);
    const next = await kept.ingest(leads);
    expect(next).toEqual({ ...first, readAt: leads.task.now });
    await kept.changeUnseen('leads.csv', wet);
    const seen = await kept.seen();
    expect(await isRead()).toBe(false);
    expect((await kept.seen()).changed).toBe(seen.changed);
  });

  test('are read where their content is another', async () => {
    await manifest({ sha256: sha256(web) });
    await kept.ingest(leads);
    await kept.write({ 'leads.csv': wet });
    expect(await isRead()).toBe(true);
    expect(kept.dump()).toContain('"Wet"');
  });

  test('are read once more where nothing tells their hash, and are hashed then: times are not kept there', async () => {
    await manifest({});
    await kept.ingest(leads);
    await kept.touch('leads.csv', 1);
    expect(await isRead()).toBe(true);
    await kept.touch('leads.csv', 2);
    expect(await isRead()).toBe(false);
    await kept.write({ 'more.csv': 'Id\n1\n' });
    expect(await isRead()).toBe(true);
    await kept.touch('leads.csv', 3);
    expect(await isRead()).toBe(false);
    await kept.write({ 'leads.csv': wet });
    expect(await isRead()).toBe(true);
    expect(kept.dump()).toContain('"Wet"');
  });
});

describe('a manifest', () => {
  test('that tells another hash shows what size and time hide', async () => {
    await manifest({ sha256: sha256(web) });
    await kept.ingest(leads);
    await kept.changeUnseen('leads.csv', wet);
    expect(await isRead()).toBe(false);
    await manifest({ sha256: sha256(wet) });
    expect(await isRead()).toBe(true);
    expect(kept.dump()).toContain('"Wet"');
  });

  test.each([
    { asOf: '2026-11-09T05:40:00Z' },
    { rows: 1 },
    { bytes: Buffer.byteLength(web) },
    { holds: 'changes' },
    { pull: 'a pull' },
  ])('that tells %o of a file has it read', async (told) => {
    await manifest({});
    await kept.ingest(leads);
    await manifest(told);
    expect(await isRead()).toBe(true);
    expect(await isRead()).toBe(false);
  });

  test('that tells how far a pull asked changes nothing', async () => {
    await manifest({ upTo: '2026-11-09T05:40:00Z', version: 'one' });
    const first = await kept.ingest(leads);
    await manifest({ upTo: '2026-11-10T05:40:00Z', version: 'two' });
    expect(await kept.ingest(leads)).toEqual({ ...first, readAt: leads.task.now });
    const seen = await kept.seen();
    expect(await isRead()).toBe(false);
    expect(await kept.seen()).toEqual(seen);
  });

  test('that is none any more is told, and the database is not touched', async () => {
    await manifest({});
    await kept.ingest(leads);
    const seen = await kept.seen();
    await kept.write({ 'manifest.json': '{' });
    const { problems } = await kept.ingest(leads);
    expect(problems.map(({ says }) => says)).toContain('the manifest is no JSON');
    expect(await kept.seen()).toEqual(seen);
  });
});

describe('a pull that brought nothing', () => {
  const connection = 'connects to: HTTPS\nat: https://files.example.com/\nfetches: [other.csv]\n';
  const night: Night = { ...leads, sources: { ...leads.sources, files: connection } };
  const pulls = (...days: readonly number[]): Promise<void> => {
    const at = (day: number): string => `2026-11-0${day}T05:40:00Z`;
    const told = days.map((day) => ({ connection: 'files', began: at(day), ended: at(day), outcome: 'complete', says: [] })); // prettier-ignore
    return manifest({}, { pulls: told });
  };

  test('has no export read, and the account tells it', async () => {
    await pulls(1);
    await kept.ingest(night);
    await pulls(1, 2);
    const next = await kept.ingest(night);
    expect(next.readAt).toBe(leads.task.now);
    expect(next.account.pulls.map(({ lastComplete }) => lastComplete)).toEqual([
      Date.parse('2026-11-02T05:40:00Z') / 1000,
    ]);
    const { ingested, dump } = await kept.fromNothing(night);
    expect(next.account).toEqual(ingested.account);
    expect(kept.dump()).toBe(dump);
    const seen = await kept.seen();
    expect(await isRead(night)).toBe(false);
    expect(await kept.seen()).toEqual(seen);
  });
});

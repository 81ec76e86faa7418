import { afterEach, beforeEach, expect, test } from 'vitest';
import { observedText, readObserved } from '../../../../src/records/history/observed-file.ts';
import type { ObservedLine } from '../../../../src/records/history/observed-line.ts';
import { knownAtOnce } from '../../../../src/records/known/known-at-once.ts';
import { nights, type Night, type Nights } from './nights.ts';

const sources = {
  deals:
    'reads: deals-*.csv\ndated by name: deals-YYYY-MM-DD.csv\nkey: Id\ngives:\n  - record: opportunity\n    columns: { stage: Stage }\n',
};
const deals = (stage: string): string => `Id,Stage\nd1,${stage}\nd2,Open\n`;
const now = 1_794_700_000;
const known = { code: 'a code', texts: 'a text' };
const night = (observed: readonly ObservedLine[]): Night => ({ sources, task: { now, observed, known } });

let kept: Nights;
beforeEach(async () => {
  kept = await nights();
  await kept.write({ 'deals-2026-11-02.csv': deals('Open'), 'deals-2026-11-03.csv': deals('Won') });
});
afterEach(() => kept.end());

/** As lines come back from the file that they were written to. */
const fromFile = (lines: readonly ObservedLine[]): ObservedLine[] =>
  readObserved({ path: 'observed.csv', text: observedText(lines) }).lines;

test('a run that begins with what the one before began with observes the same again', async () => {
  const first = await kept.ingest(night([]));
  expect(first.observed.length).toBeGreaterThan(3);
  const next = await kept.ingest(night([]));
  expect(next).toEqual({ ...first, readAt: now });
});

test('so does one that begins with what it ended with, and its records are those of a run from nothing', async () => {
  const first = await kept.ingest(night([]));
  const before = fromFile(first.observed);
  // What was never observed before has a source of its own now.
  expect((await kept.ingest(night(before))).readAt).toBeNull();
  await kept.write({ 'deals-2026-11-04.csv': deals('Lost') });
  const third = await kept.ingest(night(before));
  expect([third.readAt, third.observed.length]).toEqual([null, before.length + 2]);
  const after = fromFile(third.observed);
  const fourth = await kept.ingest(night(after));
  expect(fourth).toEqual({ ...third, observed: after, readAt: now });
  const { ingested, dump } = await kept.fromNothing(night(after));
  expect(fourth).toEqual({ ...ingested, readAt: now });
  expect(kept.dump()).toBe(dump);
  expect((await kept.ingest(night(after.slice(1)))).readAt).toBeNull();
});

test('by the texts alone it is known as far as nothing of what was observed is still to be written down', async () => {
  const place = { exportsDir: kept.exportsDir, database: kept.database, now, known };
  const readAt = async (text: string, isKept: boolean, change: Partial<typeof place> = {}): Promise<number | null> =>
    (await knownAtOnce({ ...place, ...change }, { text, isKept }))?.readAt ?? null;
  expect(await readAt('', false)).toBeNull();
  const { observed } = await kept.ingest(night([]));
  expect(await readAt('', false)).toBe(now);
  expect(await readAt('', true)).toBeNull();
  const text = observedText(observed);
  expect(await readAt(text, true)).toBeNull();
  await kept.ingest(night(fromFile(observed)));
  expect([await readAt(text, true), await readAt(text, false)]).toEqual([now, now]);
  expect(await readAt(`${text}# more`, false)).toBeNull();
  expect(await readAt(text, false, { known: { ...known, texts: 'another' } })).toBeNull();
  expect(await readAt(text, false, { known: { ...known, code: 'another' } })).toBeNull();
  await kept.write({ 'manifest.json': '{"files": []}' });
  expect(await readAt(text, false)).toBeNull();
});

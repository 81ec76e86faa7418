import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyWorkshop } from './exports-over-time.ts';
import type { HistoryRun } from './exports-over-time.ts';
import { instantOf, pulled } from './pulled-files.ts';
import type { PulledFile } from './pulled-files.ts';

/** What the CRM says of a deal from a minute on; its contacts are told by the same row. */
interface Version {
  readonly key: string;
  /** Minutes since midnight of 2 November. */
  readonly changed: number;
  readonly stage: string;
  readonly fate: 'there' | 'deleted' | 'merged' | 'left out';
  readonly contacts: readonly string[];
}

const sources = {
  deals: `
reads: Deal.csv
key: Id
modified: Changed
deleted when: { Deleted: yes }
merged into: Into
leave out when: { Stage: Test }
gives: [{ record: opportunity, columns: { created: Created, stage: Stage } }]
`,
  contacts: `
reads: Deal.csv
key: Id
modified: Changed
deleted when: { Deleted: yes }
leave out when: { Stage: Test }
gives:
  - record: deal contact
    for each piece of: Contacts
    split at: ;
    columns: { opportunity: Id, contact: its value }
`,
};

const clock = (minute: number): string =>
  `2026-11-02T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`;
const folderOf = (minute: number): string => clock(minute).replaceAll(':', '-');

function rowOf({ key, changed, stage, fate, contacts }: Version): string {
  const isGone = fate === 'deleted' || fate === 'merged' ? 'yes' : 'no';
  const said = fate === 'left out' ? 'Test' : stage;
  const into = fate === 'merged' ? 'D0' : '';
  return `${key},2026-10-01T08:00:00Z,${said},${clock(changed)},${isGone},${into},${contacts.join(';')}\n`;
}

const textOf = (versions: readonly Version[]): string =>
  `Id,Created,Stage,Changed,Deleted,Into,Contacts\n${versions.map(rowOf).join('')}`;

/** The last version of each deal until a minute. */
function standing(versions: readonly Version[], until: number): Version[] {
  const last = new Map<string, Version>();
  for (const version of versions.filter(({ changed }) => changed <= until)) last.set(version.key, version);
  return [...last.values()];
}

/** Every deal's versions, each at a minute of its own; D0 is there from the beginning and stays. */
const anyHistory = fc
  .array(
    fc.record({
      key: fc.constantFrom('D1', 'D2', 'D3', 'D4', 'D5'),
      stage: fc.constantFrom('Open', 'Offer', 'Won'),
      fate: fc.constantFrom('there', 'there', 'there', 'deleted', 'merged', 'left out'),
      contacts: fc.subarray(['C1', 'C2', 'C3']),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((versions): Version[] => [
    { key: 'D0', changed: 0, stage: 'Open', fate: 'there', contacts: ['C1'] },
    ...versions.map((version, index): Version => ({
      ...version,
      changed: index * 30 + 10,
    })),
  ]);

const anyPulls = fc
  .uniqueArray(fc.integer({ min: 1, max: 15 }), { minLength: 2, maxLength: 6 })
  .map((times) => times.toSorted((one, other) => one - other).map((time) => time * 50));

/** The pulls of a history: a whole one, then changes, with repeats of what came before and rows that come late. */
function pullsOf(versions: readonly Version[], times: readonly number[], odd: readonly number[]): PulledFile[] {
  return times.map((time, nth): PulledFile => {
    const before = times[nth - 1];
    const file = { pull: folderOf(time), name: 'Deal.csv' };
    if (before === undefined) return { ...file, text: textOf(standing(versions, time)) };
    const changed = standing(versions, time).filter((version) => version.changed > before);
    const old = versions.filter(({ changed: at }) => at <= before);
    const again = odd.flatMap((pick) => old[(pick + nth) % Math.max(1, old.length)] ?? []);
    return { ...file, holds: 'changes', text: textOf([...again, ...changed, ...changed.slice(0, 1)]) };
  });
}

async function recordsOf(run: HistoryRun): Promise<unknown[][]> {
  const tables = await Promise.all([
    run.rows('opportunity', 'key', 'stage', 'modified', 'created'),
    run.rows('deal_contact', 'key', 'opportunity', 'contact'),
  ]);
  return tables.flat().toSorted((one, other) => (String(one) < String(other) ? -1 : 1));
}

/** Rows that give no account of themselves. */
const unaccounted = ({ files }: HistoryRun): string[] =>
  files
    .filter((file) => {
      const { rows, gaveRecords, merged, repeats, leftOut, superseded, deleted, rejected } = file;
      return rows !== gaveRecords + merged + repeats + leftOut + superseded + deleted + rejected;
    })
    .map(({ file }) => file);

const isThere = ({ fate }: Version): boolean => fate === 'there' || fate === 'merged';

/** What pulls saw change of the deals' stages, told by hand: key, from, to, when it was seen. */
function edits(versions: readonly Version[], times: readonly number[]): string[] {
  const known = new Map<string, string>();
  return times.flatMap((time) =>
    standing(versions, time)
      .filter(isThere)
      .flatMap(({ key, stage }) => {
        const from = known.get(key) ?? '';
        known.set(key, stage);
        return from === stage ? [] : [`${key},stage,${from},${stage},${instantOf(folderOf(time))}`];
      }),
  );
}

test('a whole export and changes give what one whole export gives, and tell every edit; a new whole one in their place does, too', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, anyPulls, fc.array(fc.nat(20), { maxLength: 4 }), async (versions, times, odd) => {
      const [work, plain] = [await historyWorkshop(), await historyWorkshop()];
      try {
        const pulls = pullsOf(versions, times, odd);
        const last = times.at(-1) ?? 0;
        const whole: PulledFile = { pull: folderOf(last), name: 'Deal.csv', text: textOf(standing(versions, last)) };
        const [run, once] = [await work.ingest(sources, pulled(...pulls)), await plain.ingest(sources, pulled(whole))];
        const expected = await recordsOf(once);
        expect([run.faults, await recordsOf(run), unaccounted(run)]).toEqual([[], expected, []]);
        const told = run.observed.filter((line) => line.includes(',stage,'));
        const seen = told.map((line) => line.split(',').slice(2, 7).join(','));
        expect(seen.toSorted()).toEqual(edits(versions, times).toSorted());
        const before = work.published;
        const merged = await work.ingest(sources, pulled(whole));
        expect([await recordsOf(merged), work.published]).toEqual([expected, before]);
        const stepwise = await historyWorkshop();
        for (const nth of pulls.keys()) await stepwise.ingest(sources, pulled(...pulls.slice(0, nth + 1)));
        expect(stepwise.published).toBe(before);
        await stepwise.end();
      } finally {
        await work.end();
        await plain.end();
      }
    }),
    { numRuns: 12, seed: 1 },
  );
}, 120_000);

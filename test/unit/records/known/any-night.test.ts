import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { company } from '../../berlin-company.ts';
import { leads, nights, type Night } from './nights.ts';

/** All that a night's ingest depends on, of a small company. */
interface Company {
  /** What each file holds, by its place; null: there is none. */
  readonly files: readonly (string | null)[];
  readonly zone: string;
  readonly key: string;
  readonly mapped: 'Source' | 'Email';
  readonly now: number;
}

const days = [2, 3, 4];
const anyCompany: fc.Arbitrary<Company> = fc.record({
  files: fc
    .tuple(...days.map(() => fc.constantFrom(null, 'Web', 'Fair', 'Wet')))
    .filter((files) => files.some(Boolean)),
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York'),
  key: fc.constantFrom('one', 'other'),
  mapped: fc.constantFrom('Source', 'Email'),
  now: fc.constantFrom(1_793_700_000, 1_793_750_000, 1_793_900_000),
});

/** Often as it was: then one thing changed, or none. */
const anyNights = fc
  .tuple(
    anyCompany,
    fc.array(fc.tuple(anyCompany, fc.constantFrom('files', 'zone', 'key', 'mapped', 'now', null)), {
      minLength: 2,
      maxLength: 4,
    }),
  ) // prettier-ignore
  .map(([first, changes]) =>
    changes.reduce<Company[]>(
      (all, [other, what]) => [...all, { ...(all.at(-1) ?? first), ...(what === null ? {} : { [what]: other[what] }) }],
      [first],
    ),
  );

const nightOf = ({ zone, key, mapped, now }: Company): Night => ({
  sources: {
    leads: `reads: leads-*.csv\ndated by name: leads-YYYY-MM-DD.csv\nkey: Id\nperson: Email\nreject at most: 50%\ngives:\n  - record: lead\n    columns: { created: Created, source: ${mapped} }\n`,
  },
  task: { ...leads.task, now, personKey: key, company: { ...company, timeZone: zone } },
});

const nameOf = (nth: number): string => `leads-2026-11-0${days[nth]}.csv`;
const textOf = (source: string): string =>
  `Id,Created,Email,Source\na,2026-11-01T08:00:00Z,a@example.com,${source}\nb,soon,b@example.com,${source}\n`;

test('whatever changes from night to night, what is kept is what a run from nothing gives; where nothing changes nothing is read', async () => {
  await fc.assert(
    fc.asyncProperty(anyNights, async (all) => {
      const kept = await nights();
      try {
        let before: Company | null = null;
        for (const now of all) {
          for (const [nth, source] of now.files.entries()) {
            if (source === (before?.files[nth] ?? null)) continue;
            if (source === null) await rm(join(kept.exportsDir, nameOf(nth)));
            else await kept.write({ [nameOf(nth)]: textOf(source) });
          }
          const ingested = await kept.ingest(nightOf(now));
          const nothing = await kept.fromNothing(nightOf(now));
          expect({ ...ingested, readAt: null }).toEqual(nothing.ingested);
          expect(kept.dump()).toBe(nothing.dump);
          if (JSON.stringify(now) === JSON.stringify(before)) expect(ingested.readAt).not.toBeNull();
          before = now;
        }
      } finally {
        await kept.end();
      }
    }),
    { numRuns: 12 },
  );
});

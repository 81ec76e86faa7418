import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPart } from '../../../../src/records/bulk/load-part.ts';
import { partThreads } from '../../../../src/records/bulk/part-threads.ts';
import type { PartTask } from '../../../../src/records/bulk/part.ts';
import { catalogueOf } from '../../../../src/records/catalogue.ts';
import { readSources } from '../../../../src/records/read-sources.ts';
import type { FileSource } from '../../../../src/records/source.ts';
import { workshop } from '../run-ingest.ts';
import type { IngestRun, Workshop } from '../run-ingest.ts';

const people = `reads: people*.csv
key: id
modified: changed
as of: 2026-05-01T00:00:00Z
deleted when: { gone: yes }
merged into: into
reject at most: 100%
gives:
  - record: lead
    columns: { source: source, score: score }
  - record: contact
    when: { is contact: yes }
    key: contact
    columns: { role: source }
`;
const others = `reads: others.csv
key: id
modified: changed
as of: 2026-05-01T00:00:00Z
reject at most: 100%
gives: [{ record: contact, columns: { role: role } }]
`;
/** Adds to both kinds, so that no file gives them by itself. It has no row. */
const adding = (kind: string, column: string): string =>
  `reads: adding.csv\nkey: id\nas of: 2026-05-01T00:00:00Z\ngives: [{ record: ${kind}, only adds: yes, columns: { ${column}: added } }]\n`;
const careful = { 'adding-leads': adding('lead', 'region'), 'adding-contacts': adding('contact', 'role') };

const among = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const row = fc
  .tuple(
    among('a', 'b', 'c', 'd', 'e', 'f', 'g', ''),
    among('', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', 'soon'),
    among('no', 'no', 'no', 'yes'),
    among('', '', '', '', 'a', 'b'),
    among('Web', 'Fair'),
    among('1', '2', 'many'),
    among('no', 'yes'),
    among('x', 'y', 'z', 'v', 'w', ''),
  )
  .map((cells) => cells.join());
const other = fc
  .tuple(among('x', 'y', 'z', 'u'), among('', '2026-01-01T12:00:00Z'), among('Buyer', 'User'))
  .map((cells) => cells.join());
const exportsOf = fc.record({
  one: fc.array(row, { maxLength: 12 }),
  two: fc.array(row, { maxLength: 12 }),
  contacts: fc.array(other, { maxLength: 5 }),
});
const header = 'id,changed,gone,into,source,score,is contact,contact\n';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

/** All that an ingest says of these files and their records. */
async function toldBy(ingesting: Promise<IngestRun>) {
  const run = await ingesting.catch((error: unknown) => String(error));
  if (typeof run === 'string') return run;
  if (run.faults.length > 0) return run.faults.join('\n');
  const fields = { lead: ['source', 'score', 'modified'], contact: ['role', 'modified'] };
  return {
    leads: new Set((await run.rows('lead', 'key', ...fields.lead)).map(String)),
    contacts: new Set((await run.rows('contact', 'key', ...fields.contact)).map(String)),
    files: run.account.files.filter(({ file }) => file !== 'adding.csv'),
    rejected: run.account.rejected,
    warnings: run.warnings.filter((line) => !line.includes('adding')),
  };
}

describe('Files that are loaded by themselves', () => {
  test('give what they give when they are read in order, whichever keys are there twice', async () => {
    await fc.assert(
      fc.asyncProperty(exportsOf, async ({ one, two, contacts }) => {
        const files = {
          'people-1.csv': header + one.join('\n'),
          'people-2.csv': header + two.join('\n'),
          'others.csv': `id,changed,role\n${contacts.join('\n')}`,
          'adding.csv': 'id,added\n',
        };
        const apart = await toldBy(work.ingest({ sources: { people, others }, files }));
        const inOrder = await toldBy(work.ingest({ sources: { people, others, ...careful }, files }));
        expect(apart).toEqual(inOrder);
      }),
      { numRuns: 30 },
    );
  });
});

describe('A thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'part-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const exportsDir = join(import.meta.dirname, '../../../../data/sample/exports');
  const { sources } = readSources([{ path: 'queues.yml', text: 'reads: Group.csv\nkey: Id\ngives: [{ record: user, columns: { team: DeveloperName } }]\n' }]); // prettier-ignore
  const source = sources.find((each): each is FileSource => each.is === 'file');
  const taskFor = (part: string, file = 'Group.csv'): PartTask => {
    if (!source) throw new Error('There is no source.');
    const path = join(exportsDir, file);
    const personKey = new Uint8Array([1, 2, 3]);
    const sql =
      'create table user (place integer primary key, key text not null, modified bigint, person text, name text)';
    return {
      source,
      path,
      file,
      container: { path, name: file },
      asOf: null,
      number: 3,
      tables: [{ kind: 'user', sql }],
      part: join(folder, part),
      context: { catalogue: catalogueOf(sources), timeZone: 'Europe/Berlin', currency: 'EUR', personKey },
    };
  };

  test('loads a file as this one does', async () => {
    const threads = partThreads();
    try {
      const [there, here] = [await threads.load(taskFor('there.db'), () => undefined), await loadPart(taskFor('here.db'), () => undefined)]; // prettier-ignore
      expect(there).toEqual(here);
      expect(there.counts).toMatchObject({ rows: 6, gaveRecords: 6 });
    } finally {
      await threads.end();
    }
  });

  test('says what the machine failed at, with its code', async () => {
    const threads = partThreads();
    try {
      const loading = threads.load(taskFor('no such folder/part.db'), () => undefined);
      await expect(loading).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open' });
    } finally {
      await threads.end();
    }
  });
});

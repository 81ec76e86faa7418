import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { csvOf, tableOf, type SalesforceTable } from '../../servers/salesforce/objects.ts';
import { copySample } from '../commands/run-command.ts';

const exported = 'data/sample/exports';
const spend = { file: 'spend.csv', asOf: '2026-11-09T05:40:00Z' };

/** The objects of the sample's exports. */
export async function sampleTables(): Promise<Record<string, SalesforceTable>> {
  const names = (await readdir(exported)).filter((name) => /^[A-Z]\w+\.csv$/.test(name));
  const tables = names.map(async (name) => [name.replace('.csv', ''), await tableOf(join(exported, name))] as const);
  return Object.fromEntries(await Promise.all(tables));
}

/** The sample company, whose mappings say that its exports are pulled from a Salesforce at an address. Only what finance writes down lies there. */
export async function pulledCompany(
  address: string,
): Promise<{ readonly data: string; readonly done: () => Promise<void> }> {
  const { data, done } = await copySample();
  const sources = join(data, 'sources');
  for (const name of await readdir(sources)) {
    const text = await readFile(join(sources, name), 'utf8');
    const pulled = text.replace(/^reads: ([A-Z]\w+)\.csv$/m, '$&\npulled from: salesforce\nobject: $1');
    await writeFile(join(sources, name), pulled);
  }
  await writeFile(
    join(sources, 'salesforce.yml'),
    `connects to: Salesforce
at: ${address}
secrets:
  client id: SALESFORCE_CLIENT_ID
  client secret: SALESFORCE_CLIENT_SECRET
`,
  );
  await rm(join(data, 'exports'), { recursive: true });
  await mkdir(join(data, 'exports'));
  await copyFile(join(exported, 'spend.csv'), join(data, 'exports', 'spend.csv'));
  await writeFile(join(data, 'exports', 'manifest.json'), JSON.stringify({ files: [spend] }));
  return { data, done };
}

/** What a person would have exported, at some times: a folder each. */
export async function exportByHand(
  folder: string,
  exports: readonly { readonly at: string; readonly tables: Readonly<Record<string, SalesforceTable>> }[],
): Promise<void> {
  const files: { file: string; asOf: string; pull?: string }[] = [spend];
  for (const { at, tables } of exports) {
    const name = at.replaceAll(':', '-');
    await mkdir(join(folder, name), { recursive: true });
    for (const [object, { columns, rows }] of Object.entries(tables)) {
      await writeFile(join(folder, name, `${object}.csv`), csvOf(columns, rows));
      files.push({ file: `${name}/${object}.csv`, asOf: at, pull: at });
    }
  }
  await copyFile(join(exported, 'spend.csv'), join(folder, 'spend.csv'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ files }));
}

/** What tells of files, and not of the company. */
const ofFiles = /^(?:file_|left_out|rejected|link_account|kind_file|health|record_index|known_run|sqlite_|pull)/;

/** All records of a database, by kind, in an order of their own. Where a row stood in its file is not looked at, and of a person only whether one is known: each database has a key of its own for them. */
export function recordsOf(database: string): Record<string, string[]> {
  const db = new Database(database, { readonly: true });
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
    const records = tables
      .filter((name) => !ofFiles.test(name))
      .map((name) => {
        const rows = db.prepare(`select * from "${name}"`).all() as Record<string, unknown>[];
        const told = rows.map(({ place: _, sequence: _1, person, ...row }) => ({
          ...row,
          isPersonKnown: Boolean(person),
        }));
        return [name, told.map((row) => JSON.stringify(row)).toSorted()] as const;
      });
    return Object.fromEntries(records);
  } finally {
    db.close();
  }
}

/** What stands in one of two lists of records only: a few of each. */
export function differing(
  some: Readonly<Record<string, readonly string[]>>,
  others: Readonly<Record<string, readonly string[]>>,
): Record<string, { only: readonly string[]; missing: readonly string[] }> {
  const kinds = [...new Set([...Object.keys(some), ...Object.keys(others)])];
  const found = kinds.map((kind) => {
    const [here, there] = [new Set(some[kind]), new Set(others[kind])];
    const only = [...here].filter((row) => !there.has(row)).slice(0, 3);
    return [kind, { only, missing: [...there].filter((row) => !here.has(row)).slice(0, 3) }] as const;
  });
  return Object.fromEntries(found.filter(([, { only, missing }]) => only.length + missing.length > 0));
}

/** A CRM and a place in memory, and a disk whose power goes: what pulls are tested with. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvRow } from '../../../src/pull/part-file.ts';
import { MarkIsStale, type ObjectSeen, type PlaceSession, type TableSession } from '../../../src/pull/connector.ts';
import type { Connectors } from '../../../src/pull/connectors.ts';
import { diskFault, realDisk, type Appending, type Disk } from '../../../src/pull/disk.ts';
import { pull, type Pulled } from '../../../src/pull/pull.ts';
import type { PullTask } from '../../../src/pull/pull-task.ts';
import { readSources } from '../../../src/records/read-sources.ts';

export interface Row {
  readonly Id: string;
  readonly Status: string;
  /** The server's clock at its last change. */
  readonly changed: number;
}

export interface MemoryCrm {
  rows: Record<string, Row[]>;
  /** The server's clock, seconds since 1970. */
  clock: number;
  pageRows: number;
  /** Called before each page. */
  beforePage: (object: string, page: number) => void;
  hidden: string[];
  /** What the type of Status is called. */
  statusType: string;
  calls: number;
  readonly session: () => TableSession;
}

const time = (seconds: number): string => new Date(seconds * 1000).toISOString();

export function memoryCrm(): MemoryCrm {
  const crm: MemoryCrm = {
    rows: { Lead: [], Contact: [] },
    clock: 1_700_000_000,
    pageRows: 2,
    beforePage: () => undefined,
    hidden: [],
    statusType: 'text',
    calls: 0,
    session: () => sessionOf(crm),
  };
  return crm;
}

function sessionOf(crm: MemoryCrm): TableSession {
  let calls = 0;
  const fields = [
    { name: 'Id', label: 'Lead ID', type: 'id', isFormula: false },
    { name: 'Status', label: 'Lead Status', type: crm.statusType, isFormula: false },
    { name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime', isFormula: false },
  ];
  const seen = (object: string): ObjectSeen => ({
    fields: fields.filter(({ name }) => !crm.hidden.includes(`${object}.${name}`)),
    count: () => Promise.resolve(crm.rows[object]?.length ?? 0),
    tellsDeletedDays: 14,
  });
  const valueOf = (row: Row, field: string): string =>
    field === 'Id' ? row.Id : field === 'Status' ? row.Status : time(row.changed);
  return {
    see: async (object) => (crm.rows[object] ? seen(object) : null),
    objects: async () => Object.keys(crm.rows),
    start: async () => ({ until: crm.clock, mark: `0/${crm.clock}` }),
    async *pages(ask, mark) {
      const [from = 0, until = 0] = mark.split('/').map(Number);
      const rows = (crm.rows[ask.object] ?? []).filter(
        ({ changed }) => changed < until && changed >= (ask.since ?? -Infinity),
      );
      for (let at = from; at < rows.length; at += crm.pageRows) {
        calls += 1;
        crm.calls += 1;
        crm.beforePage(ask.object, at / crm.pageRows);
        const page = rows.slice(at, at + crm.pageRows);
        const csv = page.map((row) => csvRow(ask.columns.map(({ field }) => valueOf(row, field)))).join('');
        yield {
          csv: [Buffer.from(csv, 'utf8')],
          rows: page.length,
          mark: `${at + page.length}/${until}`,
          total: rows.length,
        };
      }
    },
    usage: () => ({ calls, usedToday: 10 + crm.calls, allowedADay: 1000 }),
    close: async () => undefined,
  };
}

export const forgets = (): never => {
  throw new MarkIsStale('the job expired');
};

const leads = (object: string): string =>
  `reads: ${object}.csv\npulled from: crm\nobject: ${object}\nkey: Id\nmodified: SystemModstamp\ngives:\n  - record: lead\n    columns: { status: Status }\n`;

export const crmSources: Readonly<Record<string, string>> = {
  crm: 'connects to: Salesforce\nat: https://company.example\nsecrets: { client id: CRM_ID, client secret: CRM_SECRET }\n',
  leads: leads('Lead'),
  contacts: leads('Contact'),
};

/** The power goes after so many writes: the one that it goes in is half done, and none comes through after it. */
export function failingDisk(writes: number, fails: () => Error = () => new Error('the power is gone')): Disk {
  let left = writes;
  const spend = async (half: () => Promise<void> = async () => undefined): Promise<void> => {
    if (left < 0) throw fails();
    left -= 1;
    if (left >= 0) return;
    await half();
    throw fails();
  };
  return {
    appendTo: async (path, from) => {
      await spend();
      const file = await realDisk.appendTo(path, from);
      const cut: Appending = {
        write: async (bytes) => {
          await spend(() => file.write(bytes.subarray(0, bytes.length / 2)));
          await file.write(bytes);
        },
        close: () => file.close(),
      };
      return cut;
    },
    replace: async (path, text) => {
      await spend();
      await realDisk.replace(path, text);
      await spend();
    },
    move: async (from, to) => {
      await spend();
      await realDisk.move(from, to);
      await spend();
    },
    remove: async (path) => {
      await spend();
      await realDisk.remove(path);
    },
  };
}

export const fullDisk = (writes: number): Disk => failingDisk(writes, () => diskFault('ENOSPC', 'exports/Lead.csv'));

export interface Folder {
  readonly exports: string;
  readonly pull: (asked?: Partial<PullTask>) => Promise<Pulled>;
  /** All that an ingest would see: the manifest's files in their order with their texts, without the times that a kill moves. */
  readonly seen: () => Promise<readonly unknown[]>;
  readonly names: () => Promise<readonly string[]>;
  readonly end: () => Promise<void>;
}

/** A folder of exports, pulled into by what these sources say. `now`: this machine's clock. */
export async function folderOf(
  connectors: Partial<Connectors>,
  now: () => number = () => 1_700_000_000,
  texts: Readonly<Record<string, string>> = crmSources,
): Promise<Folder> {
  const exports = await mkdtemp(join(tmpdir(), 'same-page-pull-'));
  const { sources, connections, problems } = readSources(
    Object.entries(texts).map(([name, text]) => ({ path: `sources/${name}.yml`, text })),
  );
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const none = (): never => {
    throw new Error('no such connection');
  };
  const task: PullTask = {
    sources: sources.filter((source) => source.is === 'file'),
    connections,
    exports,
    whole: false,
    until: null,
    disk: realDisk,
    connectors: { openTable: none, openPlace: none, ...connectors },
    world: {
      now,
      wait: async () => undefined,
      chance: () => 0.5,
      variable: (name) => `${name.toLowerCase()}-is/secret+1`,
      report: () => undefined,
    },
  };
  const names = async (): Promise<readonly string[]> => {
    const entries = await readdir(exports, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return files.map((file) => file.slice(exports.length + 1)).sort();
  };
  return {
    exports,
    pull: (asked = {}) => pull({ ...task, ...asked }),
    names,
    seen: async () => {
      const { files } = JSON.parse(await readFile(join(exports, 'manifest.json'), 'utf8'));
      const texts = await Promise.all(
        files.map(async ({ file, pull: _, ...entry }: { file: string; pull?: string }) => ({
          ...entry,
          name: file.split('/').at(-1),
          text: await readFile(join(exports, file), 'utf8'),
        })),
      );
      return texts.sort((one, other) => (JSON.stringify(one.name) < JSON.stringify(other.name) ? -1 : 1));
    },
    end: () => rm(exports, { recursive: true, force: true }),
  };
}

/** A place with these files, whose reading may be cut by `cutAfter` bytes once. */
export function memoryPlace(
  files: Readonly<Record<string, string>>,
  cut: { at: number | null } = { at: null },
): PlaceSession {
  const fileOf = (name: string) => ({
    name,
    bytes: files[name]?.length ?? 0,
    modified: 1_690_000_000,
    version: `"${files[name]?.length}"`,
  });
  return {
    list: async () => Object.keys(files).map(fileOf),
    open: async (file, from) => ({
      from,
      file: fileOf(file.name),
      bytes: (async function* () {
        const text = files[file.name] ?? '';
        const stop = cut.at ?? text.length;
        cut.at = null;
        yield Buffer.from(text.slice(from, stop), 'utf8');
      })(),
    }),
    close: async () => undefined,
  };
}

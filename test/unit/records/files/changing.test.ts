import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayProblem } from '../../../../src/agreement/say-problem.ts';
import { exportFiles } from '../../../../src/records/export-files.ts';
import { openArchive } from '../../../../src/records/files/archive.ts';
import { ingest } from '../../../../src/records/ingest.ts';
import { readSources } from '../../../../src/records/read-sources.ts';
import type { FileSource } from '../../../../src/records/source.ts';
import { company } from '../../berlin-company.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'same-page-changing-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const { sources } = readSources([
  {
    path: 'sources/lead.yml',
    text: 'reads: Lead.csv\nkey: Id\nas of: 2026-10-01T00:00:00Z\ngives:\n  - record: lead\n    columns: { source: Source }\n',
  },
]);
const rows = `Id,Source\n${Array.from({ length: 100_000 }, (_, at) => `lead ${at},Web`).join('\n')}\n`;

/** The faults of an ingest, during which something is done to a file of 1.5 MB once its first piece was read. */
async function faultsWhen(change: (file: string) => Promise<void>): Promise<readonly string[]> {
  const file = join(folder, 'Lead.csv');
  await writeFile(file, rows);
  const found = await exportFiles(sources as FileSource[], folder);
  const open = found.files[0]?.open() ?? [];
  const pieces = (open as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  await pieces.next();
  await change(file);
  try {
    for (let next = await pieces.next(); !next.done; next = await pieces.next());
    return [];
  } catch (error) {
    return [String(error)];
  }
}

describe('a file that changes while it is read is refused, for half of what somebody writes is no export', () => {
  it('where it grows', async () => {
    expect(await faultsWhen((file) => appendFile(file, 'a,b\n'))).toEqual(['Error: this file grew while it was read']);
  });

  it('where it is cut', async () => {
    expect(await faultsWhen((file) => truncate(file, 600_000))).toEqual(['Error: this file was cut while it was read']);
  });

  it('and where it is as it was, it is read', async () => {
    expect(await faultsWhen(() => Promise.resolve())).toEqual([]);
  });

  it('one that is taken away between listing and reading is told by its name', async () => {
    await writeFile(join(folder, 'Lead.csv'), rows);
    const found = await exportFiles(sources as FileSource[], folder);
    await rm(join(folder, 'Lead.csv'));
    const read = async (): Promise<void> => {
      for await (const piece of found.files[0]?.open() ?? []) expect(piece.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow('this file was taken away while the exports were read');
  });

  it('and so is a ZIP', async () => {
    await expect(openArchive(join(folder, 'All.zip'))).rejects.toThrow('this file was taken away while the exports were read'); // prettier-ignore
  });
});

describe('what is called like a file and is none is told as what it is, and never waited for', () => {
  it.each<[what: string, make: (path: string) => unknown, says: string]>([
    ['a folder', (path) => mkdir(path), 'a folder'],
    ['a link to itself', (path) => symlink(path, path), 'a link, which is not followed'],
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'a pipe or a device'],
  ])('%s', async (_, make, says) => {
    const exportsDir = join(folder, 'exports');
    await mkdir(exportsDir);
    await make(join(exportsDir, 'Lead.csv'));
    const database = join(folder, 'records.db');
    await writeFile(database, 'what was there before');
    const { problems } = await ingest({ sources, exportsDir, database, company, now: 1_794_200_000, progress: () => undefined }); // prettier-ignore
    expect(problems.map(sayProblem)).toEqual([
      `sources/lead.yml:1:8  there is no "Lead.csv" in ${exportsDir}; what is called so is ${says}: put the file itself there`,
    ]);
    expect(await readFile(database, 'utf8')).toBe('what was there before');
  });
});

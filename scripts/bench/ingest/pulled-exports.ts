/** A company's exports as pulls leave them: everything at first, and a day later what changed. */
import { createReadStream, createWriteStream, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { rowSplitter, type SplitRow } from '../../../src/records/csv/split-rows.ts';
import { sha256Of } from '../../../src/records/files/sha256-of.ts';
import type { ManifestFile } from '../../../src/records/manifest.ts';
import { changing, deltaAsOf, isChanged, rowAfterADay, textOf, type ChangingFile } from './delta.ts';
import type { BenchExports } from './exports.ts';

/** The instants at which the two pulls began: a little before what they tell was so. */
const [firstPull, secondPull] = ['2026-11-09T05:35:00Z', '2026-11-10T05:35:00Z'];

const folderOf = (pull: string): string => pull.replaceAll(':', '-');

interface Delta {
  readonly rows: number;
  readonly megabytes: number;
  /** Puts it among the exports. */
  add(): void;
}

/** Lays a company's files out as a first pull does, without another copy of their bytes, and makes what a second one brings, which no manifest names yet. */
export async function pulledExports(made: BenchExports, folder: string): Promise<Delta> {
  const [first, second] = [folderOf(firstPull), folderOf(secondPull)];
  mkdirSync(join(folder, first), { recursive: true });
  mkdirSync(join(folder, second), { recursive: true });
  const whole: ManifestFile[] = [];
  for (const { file, asOf, rows } of made.files) {
    const name = `${first}/${file}`;
    linkSync(join(made.folder, file), join(folder, name));
    whole.push({ ...(await told(folder, name, rows)), asOf, holds: 'everything', pull: firstPull });
  }
  const changes: ManifestFile[] = [];
  for (const file of changingFiles(made)) {
    const name = `${second}/${file}.csv`;
    const rows = await writeChanges(file, join(made.folder, `${file}.csv`), join(folder, name));
    changes.push({ ...(await told(folder, name, rows)), asOf: deltaAsOf, holds: 'changes', pull: secondPull });
  }
  const keep = (files: readonly ManifestFile[]): void =>
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ files }, null, 2)}\n`);
  keep(whole);
  return {
    rows: changes.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    megabytes: changes.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) / 2 ** 20,
    add: () => keep([...whole, ...changes]),
  };
}

function changingFiles(made: BenchExports): ChangingFile[] {
  const names = new Set(made.files.map(({ file }) => basename(file, '.csv')));
  return (Object.keys(changing) as ChangingFile[]).filter((file) => names.has(file));
}

/** What a pull says of a file. */
async function told(folder: string, file: string, rows: number): Promise<ManifestFile> {
  const path = join(folder, file);
  const { size: bytes } = await stat(path);
  return { file, rows, bytes, sha256: await sha256Of(path) };
}

/** Writes what a day changed of a file; the number of its rows. */
async function writeChanges(file: ChangingFile, from: string, to: string): Promise<number> {
  const out = createWriteStream(to);
  let header: readonly string[] = [];
  let number = 0;
  let rows = 0;
  const onRow = ({ values }: SplitRow): void => {
    if (isChanged(number)) {
      out.write(`${textOf(rowAfterADay(file, header, values, number))}\n`);
      rows += 1;
    }
    number += 1;
  };
  const splitter = rowSplitter(',', onRow, ({ values }) => {
    header = [...values];
    out.write(`${textOf(header)}\n`);
    return new Map(values.map((_, column) => [column, column]));
  });
  for await (const text of createReadStream(from, 'utf8')) splitter.push(text as string);
  splitter.end();
  out.end();
  await finished(out);
  return rows;
}

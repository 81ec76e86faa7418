import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { closestWord } from '../agreement/closest-word.ts';
import type { Problem } from '../values/problem.ts';
import { readInstant } from './forms/instant.ts';
import type { FileSource } from './source.ts';

/** A file of the exports, and the source that reads it. */
export interface ExportFile {
  readonly source: FileSource;
  /** As problems name it. */
  readonly path: string;
  /** As the account of rows names it: relative to the exports. */
  readonly file: string;
  readonly bytes: number;
  /** Its bytes, piece by piece, from the beginning. */
  readonly open: () => AsyncIterable<Buffer>;
  /** When it was written, seconds since 1970, by the manifest or the source; null where neither tells. */
  readonly asOf: number | null;
  /** How many rows the manifest says that it has. */
  readonly rows: number | null;
}

const pieceBytes = 256 * 1024;

const manifestName = 'manifest.json';

const manifestSchema = z.object({
  files: z.array(z.object({ file: z.string(), asOf: z.string().optional(), rows: z.number().int().optional() })),
});
type Manifest = z.infer<typeof manifestSchema>;

/** Finds the files that the sources read, in the order of the sources and then by name. */
export async function exportFiles(
  sources: readonly FileSource[],
  exportsDir: string,
): Promise<{ files: readonly ExportFile[]; problems: readonly Problem[] }> {
  const names = await namesIn(exportsDir);
  if (names === null) {
    const says = 'there is no such folder of exports';
    return {
      files: [],
      problems: [{ level: 'fault', file: exportsDir, line: 1, column: 1, says, fix: 'put the exports there' }],
    };
  }
  const { manifest, problems } = names.includes(manifestName)
    ? await readManifest(join(exportsDir, manifestName))
    : { manifest: { files: [] }, problems: [] };
  const all: Problem[] = [...problems];
  const files: ExportFile[] = [];
  for (const source of sources) {
    const matching = names.filter((name) => isMatch(source.reads, name));
    if (matching.length === 0) all.push(noSuchFile(source, exportsDir, names));
    for (const file of matching) {
      const listed = manifest.files.find((each) => each.file === file);
      const path = join(exportsDir, file);
      const asOf = listed?.asOf === undefined ? source.asOf : readInstant(listed.asOf);
      const open = (): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: pieceBytes });
      files.push({ source, path, file, bytes: (await stat(path)).size, open, asOf, rows: listed?.rows ?? null });
    }
  }
  return { files, problems: [...all, ...unreadFiles(exportsDir, names, files)] };
}

async function namesIn(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return names.map((name) => name.slice(join(folder, '/').length).replaceAll('\\', '/')).sort();
  } catch {
    return null;
  }
}

function isMatch(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const pieces = pattern.split('*').map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${pieces.join('[^/]*')}$`).test(name);
}

function noSuchFile(source: FileSource, exportsDir: string, names: readonly string[]): Problem {
  const closest = closestWord(source.reads, names);
  const fix = closest ? `did you mean "${closest}"?` : 'export it, or take the source away';
  return { level: 'fault', ...source.at, says: `there is no "${source.reads}" in ${exportsDir}`, fix };
}

async function readManifest(path: string): Promise<{ manifest: Manifest; problems: readonly Problem[] }> {
  const fault = (says: string): { manifest: Manifest; problems: readonly Problem[] } => ({
    manifest: { files: [] },
    problems: [
      {
        level: 'fault',
        file: path,
        line: 1,
        column: 1,
        says,
        fix: 'it is written as {"files": [{"file": "Lead.csv", "asOf": "2026-11-09T05:40:00Z", "rows": 1500}]}',
      },
    ],
  });
  let read: unknown;
  try {
    read = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return fault('the manifest is no JSON');
  }
  const manifest = manifestSchema.safeParse(read);
  if (!manifest.success) return fault('the manifest is not as expected');
  const wrong = manifest.data.files.find(({ asOf }) => asOf !== undefined && readInstant(asOf) === null);
  if (wrong) return fault(`"${wrong.asOf}" of ${wrong.file} is no instant`);
  return { manifest: manifest.data, problems: [] };
}

/** Files of the exports that no source reads. */
function unreadFiles(exportsDir: string, names: readonly string[], files: readonly ExportFile[]): Problem[] {
  const read = new Set(files.map(({ file }) => file));
  return names
    .filter((name) => /\.(csv|tsv|txt)$/i.test(name) && !read.has(name))
    .map((name) => ({
      level: 'warning',
      file: join(exportsDir, name),
      line: 1,
      column: 1,
      says: 'no source reads this file',
      fix: 'map it in data/sources, or take it away',
    }));
}

import { join } from 'node:path';
import { closestWord } from '../agreement/closest-word.ts';
import type { Problem } from '../values/problem.ts';
import type { Archive } from './files/archive.ts';
import { filesOf, namesIn, otherThan } from './files/found-files.ts';
import type { FoundFile } from './files/found-files.ts';
import { matchingFiles } from './files/matching-files.ts';
import { UnusableFile } from './files/unusable-file.ts';
import { readInstant } from './forms/instant.ts';
import { manifestName } from './manifest-name.ts';
import { readManifest } from './manifest.ts';
import type { Holds, ManifestFile, PullAccount } from './manifest.ts';
import type { FileSource } from './source.ts';

/** A file of the exports, and the source that reads it. */
export interface ExportFile {
  readonly source: FileSource;
  /** As problems name it. */
  readonly path: string;
  /** As the account of rows names it: relative to the exports. */
  readonly file: string;
  readonly bytes: number;
  /** The file that it is, or the ZIP that it lies in; and that one's name within the exports. */
  readonly container: { readonly path: string; readonly name: string };
  /** Its bytes, piece by piece, from the beginning. */
  readonly open: () => AsyncIterable<Buffer>;
  /** The parts of a workbook; null where the bytes are text. */
  readonly openWorkbook: (() => Promise<Archive>) | null;
  /** When it was written, seconds since 1970, by the manifest or the source; null where neither tells. */
  readonly asOf: number | null;
  /** How many rows the manifest says that it has. */
  readonly rows: number | null;
  /** The pull that it belongs to, by the time at which that began; null: none brought it. */
  readonly pull: string | null;
  readonly holds: Holds;
}

/** What the folder of exports holds. */
export interface ExportsFound {
  readonly files: readonly ExportFile[];
  /** What became of pulls, as the manifest tells, oldest first. */
  readonly pulls: readonly PullAccount[];
  readonly problems: readonly Problem[];
}

/** Finds the files that the sources read, in the order of the sources and then by name. */
export async function exportFiles(sources: readonly FileSource[], exportsDir: string): Promise<ExportsFound> {
  const names = await namesIn(exportsDir);
  if (names === null) {
    const says = 'there is no such folder of exports';
    return {
      files: [],
      pulls: [],
      problems: [{ level: 'fault', file: exportsDir, line: 1, column: 1, says, fix: 'put the exports there' }],
    };
  }
  const { manifest, problems } = await readManifest(join(exportsDir, manifestName));
  const said = new Map(manifest.files.map((file) => [file.file, file]));
  const all: Problem[] = [...problems, ...missingOf(manifest.files, sources, names, exportsDir)];
  const found: FoundFile[] = [];
  // What a pull has left behind that did not end is no export: the manifest names what is.
  for (const name of names)
    if (said.has(name) || !isPulled(name)) found.push(...(await foundIn(exportsDir, name, all)));
  const cut = found.filter((file) => isCut(file, said.get(file.name)));
  all.push(...cut.map((file) => saysCut(file, said.get(file.name), exportsDir)));
  const files: ExportFile[] = [];
  for (const source of sources) {
    const matching = matchingFiles(source.reads, found);
    const known = found.map(({ name }) => name);
    if (matching.length === 0)
      all.push(noSuchFile(source, exportsDir, known, await otherThan(exportsDir, source.reads)));
    for (const file of matching.filter((each) => !cut.includes(each)))
      files.push(exportFile(source, file, exportsDir, said));
  }
  return { files, pulls: manifest.pulls ?? [], problems: [...all, ...unreadFiles(exportsDir, found, files)] };
}

function exportFile(
  source: FileSource,
  { name: file, archive, bytes, open, openWorkbook }: FoundFile,
  exportsDir: string,
  said: ReadonlyMap<string, ManifestFile>,
): ExportFile {
  const listed = said.get(file);
  // What is said of a ZIP holds for all that lies in it.
  const whole = listed ?? (archive === null ? undefined : said.get(archive));
  const asOf = whole?.asOf === undefined ? source.asOf : readInstant(whole.asOf);
  const isChange = source.holdsChanges !== null && matchingFiles(source.holdsChanges, [{ name: file }]).length > 0;
  const holds = whole?.holds ?? (isChange ? 'changes' : 'everything');
  const rows = listed?.rows ?? null;
  const name = archive ?? file;
  return {
    source,
    path: join(exportsDir, file),
    file,
    bytes,
    container: { path: join(exportsDir, name), name },
    open,
    openWorkbook,
    asOf,
    rows,
    pull: whole?.pull ?? null,
    holds,
  };
}

/** Pulls write into folders that are called after the time at which they began. */
function isPulled(name: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:\.\d+)?Z\//.test(name);
}

/** What to do where pulled files are not as the manifest says. */
export const pullAgain = 'pull everything again: npm run pull -- --whole';

function isCut({ archive, bytes }: FoundFile, said: ManifestFile | undefined): boolean {
  return archive === null && said?.bytes !== undefined && said.bytes !== bytes;
}

function saysCut({ name, bytes }: FoundFile, said: ManifestFile | undefined, exportsDir: string): Problem {
  const says = `the manifest says that this file is ${said?.bytes} bytes long, and it is ${bytes}: it was cut off or changed by hand`;
  const fix = said?.from === undefined ? 'export it again, and mend the manifest' : pullAgain;
  return { level: 'fault', file: join(exportsDir, name), line: 1, column: 1, says, fix };
}

/** Pulled files that a source reads and that are gone: what later ones say has changed is nothing without them. */
function missingOf(
  files: readonly ManifestFile[],
  sources: readonly FileSource[],
  names: readonly string[],
  exportsDir: string,
): Problem[] {
  const there = new Set(names);
  const gone = files.filter(({ file, pull }) => pull !== undefined && !there.has(file));
  return gone.flatMap(({ file }): Problem[] => {
    if (sources.every(({ reads }) => matchingFiles(reads, [{ name: file }]).length === 0)) return [];
    const says = 'the manifest names this file, and it is not there';
    return [{ level: 'fault', file: join(exportsDir, file), line: 1, column: 1, says, fix: pullAgain }];
  });
}

/** What a name comes to. A ZIP that can't be opened, or holds another one, is a fault. */
async function foundIn(exportsDir: string, name: string, problems: Problem[]): Promise<readonly FoundFile[]> {
  const path = join(exportsDir, name);
  const fault = (file: string, says: string, fix: string): void =>
    void problems.push({ level: 'fault', file, line: 1, column: 1, says, fix });
  try {
    const found = await filesOf(path, name);
    const nested = found.filter((file) => file.archive !== null && /\.zip$/i.test(file.name));
    for (const file of nested) fault(join(exportsDir, file.name), 'this is a ZIP inside a ZIP', 'unpack the outer one');
    return found.filter((file) => !nested.includes(file));
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    fault(path, error.says, error.fix);
    return [];
  }
}

function noSuchFile(source: FileSource, exportsDir: string, names: readonly string[], other: string | null): Problem {
  const closest = closestWord(source.reads, names);
  const mend = closest ? `did you mean "${closest}"?` : 'export it, or take the source away';
  const fix = other === null ? mend : `what is called so is ${other}: put the file itself there`;
  return { level: 'fault', ...source.at, says: `there is no "${source.reads}" in ${exportsDir}`, fix };
}

/** Files of the exports that no source reads. Those of a ZIP are told in one line: a weekly export holds every object there is. */
function unreadFiles(exportsDir: string, found: readonly FoundFile[], files: readonly ExportFile[]): Problem[] {
  const read = new Set(files.map(({ file }) => file));
  const unread = found.filter(({ name }) => /\.(?:csv|tsv|txt|xls[xm]?)(?:\.gz)?$/i.test(name) && !read.has(name));
  const warning = (name: string, says: string): Problem => {
    const fix = 'map it in data/sources, or take it away';
    return { level: 'warning', file: join(exportsDir, name), line: 1, column: 1, says, fix };
  };
  const archives = new Set(unread.flatMap(({ archive }) => archive ?? []));
  return [
    ...unread.filter(({ archive }) => archive === null).map(({ name }) => warning(name, 'no source reads this file')),
    ...[...archives].map((archive) => warning(archive, unreadIn(archive, unread))),
  ];
}

function unreadIn(archive: string, unread: readonly FoundFile[]): string {
  const names = unread.filter((file) => file.archive === archive).map(({ name }) => name.slice(archive.length + 1));
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `no source reads ${names.slice(0, 3).join(', ')}${more} in it`;
}

import type { LocalTime } from '../../calendar/local-time.ts';
import type { Problem } from '../../values/problem.ts';
import type { ExportFile } from '../export-files.ts';
import type { FileSource } from '../source.ts';
import type { Holds } from '../manifest.ts';
import { instantOfName } from './dated-name.ts';

/** Files that are to be read, in the order in which they are applied, and what is wrong with their dates. */
export interface FilesInOrder {
  readonly files: readonly ExportFile[];
  readonly problems: readonly Problem[];
}

/**
 * Puts the files of each source into the order of time, whatever their names: what is written later is read later. Files that nothing dates stand
 * first; those of one time stay in the order of their names. `now`: a day in a name ends no later, seconds since 1970.
 */
export function inOrderOfTime(files: readonly ExportFile[], clock: LocalTime, now: number): FilesInOrder {
  const dated = files.map((file) => dateByName(file, clock, now));
  const problems = dated.flatMap((file) => misnamed(file));
  const sources = [...new Set(dated.map(({ source }) => source))];
  const inOrder = sources.map((source) => dated.filter((file) => file.source === source).toSorted(byTime));
  return {
    files: inOrder.flat(),
    problems: [...problems, ...inOrder.flatMap((of) => [...partlyDated(of), ...untold(of)])],
  };
}

function dateByName(file: ExportFile, clock: LocalTime, now: number): ExportFile {
  const { datedByName } = file.source;
  if (!datedByName || file.asOf !== null) return file;
  const asOf = instantOfName(file.file, datedByName, clock);
  // An export of today is as new as now, not as the end of the day.
  return { ...file, asOf: asOf !== null && asOf > now && asOf - now < 86_400 ? now : asOf };
}

/** Of one time what is whole stands before what changed. */
function byTime(one: ExportFile, other: ExportFile): number {
  const [before, after] = [one.asOf ?? -Infinity, other.asOf ?? -Infinity];
  return before === after ? Number(one.holds === 'changes') - Number(other.holds === 'changes') : before - after;
}

function misnamed({ source, path, file, asOf }: ExportFile): Problem[] {
  if (!source.datedByName || asOf !== null) return [];
  const says = `"${file}" does not tell its day as "${source.datedByName.template}" does`;
  const fix = `rename it, or mend "dated by name" in ${source.at.file}`;
  return [{ level: 'fault', file: path, line: 1, column: 1, says, fix }];
}

/** Files of one source of which only some are dated: nobody knows where the others belong. */
function partlyDated(files: readonly ExportFile[]): Problem[] {
  const undated = files.find(({ asOf }) => asOf === null);
  if (!undated || files.every(({ asOf }) => asOf === null) || undated.source.datedByName) return [];
  const says =
    'nothing tells when this file was written, as it does of others of its source: it counts as older than all of them';
  const fix = 'name it in manifest.json with its "asOf"';
  return [{ level: 'warning', file: undated.path, line: 1, column: 1, says, fix }];
}

/** Changes of rows that nothing tells apart: nobody knows which row is another version of which. */
function untold(files: readonly ExportFile[]): Problem[] {
  const change = files.find(({ holds }) => holds === 'changes');
  if (!change) return [];
  const { key, gives, repeats, at } = change.source;
  const hasKey = key !== null || gives.some((gift) => gift.each === null && gift.key !== null);
  const says = 'this source has files that hold only changes, and ';
  const fault = (why: string, fix: string): Problem[] => [{ level: 'fault', ...at, says: says + why, fix }];
  if (!hasKey) return fault('nothing tells which of its rows changed', 'name the column of the row\'s id as "key"');
  return repeats === 'keep' ? fault('keeps repeats: a row that changed would count twice', 'write repeats: drop') : [];
}

/** An export: its files belong together as parts. */
export interface Export {
  readonly source: FileSource;
  /** Changes replace nothing; everything replaces all that its source gave before. */
  readonly holds: Holds;
  /** The numbers of its files, in the order of reading. */
  readonly files: readonly number[];
  /** When the last of its files was written; null where nothing tells. */
  readonly asOf: number | null;
}

/** Parts of one export are written one after the other, exports a day or more apart: files that are written within this of the first are its parts. */
const partsWithin = 12 * 3600;

type Dated = Pick<ExportFile, 'source' | 'asOf' | 'pull' | 'holds'>;

/**
 * The exports of each source, in the order of reading. What was pulled together is one, and what was pulled at another time another. Of other files, those
 * that nothing dates are parts of one, and each file of changes is one by itself.
 */
export function exportsIn(files: readonly Dated[]): readonly Export[] {
  const exports: { first: Dated; files: number[]; asOf: number | null }[] = [];
  for (const [number, file] of files.entries()) {
    const last = exports.at(-1);
    if (last && isPart(file, last.first)) {
      last.files.push(number);
      last.asOf = file.asOf;
    } else exports.push({ first: file, files: [number], asOf: file.asOf });
  }
  return exports.map(({ first: { source, holds }, files: numbers, asOf }) => ({ source, holds, files: numbers, asOf }));
}

/** Whether a file belongs to the export that began with another one. */
function isPart({ source, asOf, pull, holds }: Dated, first: Dated): boolean {
  if (source !== first.source || holds !== first.holds || pull !== first.pull) return false;
  if (pull !== null) return true;
  if (first.asOf === null || asOf === null) return first.asOf === asOf;
  return holds === 'changes' ? asOf === first.asOf : asOf - first.asOf < partsWithin;
}

/** The names of the sources some of whose files hold changes. */
export function withChanges(exports: readonly Export[]): ReadonlySet<string> {
  return new Set(exports.flatMap(({ source, holds }) => (holds === 'changes' ? [source.name] : [])));
}

/** The number of each file's export. */
export function exportOfFile(exports: readonly Export[]): (file: number) => number {
  const numbers = new Map(exports.flatMap(({ files }, number) => files.map((file) => [file, number] as const)));
  return (file) => numbers.get(file) ?? -1;
}

import { closestWord } from '../agreement/closest-word.ts';
import type { FileHeader } from '../store/file-headers.ts';
import type { Problem } from '../values/problem.ts';
import { inOneLine, someOf } from './in-one-line.ts';
import { bindSource } from './load/bind-source.ts';
import { columnsNeeded } from './load/row-plan.ts';
import type { FileSource, Gift } from './source.ts';

/** Metrics that are named at a missing column; of more only the number is told. */
const mostNamed = 5;

/** A header that was read just now. */
export interface HeardHeader extends FileHeader {
  /** As problems name the file. */
  readonly path: string;
}

/** What a file's header is told from. */
export interface HeaderTask {
  readonly sources: readonly FileSource[];
  /** The headers of the ingest before; none where there was none. */
  readonly before: readonly FileHeader[];
  readonly now: readonly HeardHeader[];
  /** The titles of the metrics that read a field (`lead's source`) or anything of a kind (`lead`). */
  readonly readBy: (name: string) => readonly string[];
}

/**
 * The problems with what a changed header means: at a column that is missing, what it is called now and which metrics can't be counted without it;
 * and a warning of the columns that are new since last time, which nothing reads.
 */
export function withHeaderChanges(problems: readonly Problem[], task: HeaderTask): Problem[] {
  const told = new Set<string>();
  return task.now.reduce<Problem[]>(
    (all, now) => {
      const written = task.sources.find(({ name }) => name === now.source);
      if (!written) return all;
      const before = earlierOf(now, task.before);
      // Of columns that may have any of several names, those that they had last time.
      const source = bindSource(written, (before ?? now).columns).source;
      const renamed =
        before === null ? new Map<string, string>() : renamings(before.columns, now.columns, needed(source));
      const mended = all.map((problem) => mendedFor(problem, now, source, renamed, task));
      const fresh =
        told.has(source.name) || before === null
          ? null
          : freshIn(now, before, bindSource(written, now.columns).source, renamed);
      if (fresh) told.add(source.name);
      return fresh ? [...mended, fresh] : mended;
    },
    [...problems],
  );
}

const needed = (source: FileSource): readonly string[] => [...columnsNeeded(source).keys()];

/** The same file's last header; else that of the last file that its source read, as names may hold the day. */
function earlierOf({ source, file }: FileHeader, before: readonly FileHeader[]): FileHeader | null {
  const own = before.filter((header) => header.source === source);
  return own.find((header) => header.file === file) ?? own.at(-1) ?? null;
}

/** What missing columns are called now: the new column that stands between the same neighbours, or one whose name is alike. */
export function renamings(
  before: readonly string[],
  now: readonly string[],
  wanted: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const column of wanted.filter((name) => before.includes(name) && !now.includes(name))) {
    const fresh = now.filter((name) => !before.includes(name) && ![...found.values()].includes(name));
    const there = fresh.find((name) => standsAlike(before, before.indexOf(column), now, now.indexOf(name)));
    const called = closestWord(column, fresh) ?? there;
    if (called !== undefined) found.set(column, called);
  }
  return found;
}

/** Between the same two columns, or at the same end beside the same one. */
function standsAlike(before: readonly string[], was: number, now: readonly string[], is: number): boolean {
  return before[was - 1] === now[is - 1] && before[was + 1] === now[is + 1];
}

/** The fault of a missing column with what that means; other problems as they are. */
function mendedFor(
  problem: Problem,
  now: HeardHeader,
  source: FileSource,
  renamed: ReadonlyMap<string, string>,
  { readBy }: HeaderTask,
): Problem {
  if (problem.file !== now.path || problem.level !== 'fault') return problem;
  const column = problem.says.startsWith('there is no column ')
    ? needed(source).find((name) => problem.says.includes(`"${name}"`))
    : undefined;
  if (column === undefined || now.columns.includes(column)) return problem;
  const without = lostWithout(source, column, readBy);
  const name = renamed.get(column);
  if (name === undefined) return { ...problem, fix: problem.fix + without };
  const says = `${problem.says} any more; it seems to be called "${inOneLine(name)}" now`;
  const names = `[${[column, name].map(quoted).join(', ')}]`;
  const isField = source.gives.some((gift) => gift.columns.some(({ from }) => from?.columns.includes(column)));
  const write = problem.says.includes('" or "')
    ? `add ${quoted(name)} to its names`
    : `write ${isField ? 'from: ' : ''}${names} in its place`;
  const fix = `if so, ${write}, ${placeIn(source, column)}${without}`;
  return { ...problem, says, fix };
}

/** As a list of a source takes it. */
const quoted = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : JSON.stringify(name));

function placeIn(source: FileSource, column: string): string {
  const { file, line } = columnsNeeded(source).get(column) ?? source.at;
  return `${file}:${line}`;
}

/** `; without it these can't be counted: Leads accepted, Leads won and 3 others`. */
function lostWithout(source: FileSource, column: string, readBy: HeaderTask['readBy']): string {
  const titles = [...new Set(fieldsFrom(source, column).flatMap(readBy))].sort();
  if (titles.length === 0) return '';
  const rest = titles.length - mostNamed;
  const others = rest > 0 ? ` and ${rest} ${rest === 1 ? 'other' : 'others'}` : '';
  return `; without it these can't be counted: ${titles.slice(0, mostNamed).join(', ')}${others}`;
}

/** The fields that a column fills or decides of; what tells rows apart or leaves some out decides of all that the record has. */
function fieldsFrom(source: FileSource, column: string): string[] {
  const ofField = (gift: Gift): string[] =>
    gift.columns
      .filter((mapping) =>
        [...(mapping.from?.columns ?? []), ...mapping.when.map((test) => test.column)].includes(column),
      )
      .map(({ field }) => `${gift.record}'s ${field}`);
  const fields = source.gives.flatMap(ofField);
  return fields.length > 0 ? fields : source.gives.map(({ record }) => record);
}

/** One warning of all columns of a file that are new since last time. */
function freshIn(
  now: HeardHeader,
  before: FileHeader,
  source: FileSource,
  renamed: ReadonlyMap<string, string>,
): Problem | null {
  const known = new Set([...before.columns, ...needed(source), ...renamed.values()]);
  const fresh = now.columns.filter((name) => name !== '' && !known.has(name));
  if (fresh.length === 0) return null;
  const [one, them] = fresh.length === 1 ? ['the column', 'it'] : ['the columns', 'them'];
  const says = `${one} ${someOf(fresh.map((name) => `"${name}"`))} ${fresh.length === 1 ? 'is' : 'are'} new since last time, and nothing reads ${them}`;
  return { level: 'warning', file: now.path, line: 1, column: 1, says, fix: `map ${them} in ${source.at.file}, if ${fresh.length === 1 ? 'it' : 'they'} should count` }; // prettier-ignore
}

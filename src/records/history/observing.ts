import type { NewStore } from '../../store/open.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Problem } from '../../values/problem.ts';
import type { ExportFile } from '../export-files.ts';
import { placesOf } from '../load/place.ts';
import type { RowKeeper } from '../load/row-keeper.ts';
import type { FileSource, Source } from '../source.ts';
import { changesIn, foldOf } from './fold.ts';
import type { Snapshot } from './fold.ts';
import { withChanges } from './in-order-of-time.ts';
import type { Export } from './in-order-of-time.ts';
import type { ObservedLine } from './observed-line.ts';
import { retiring } from './retire.ts';
import { beyond, snapshotOf } from './snapshot.ts';
import { watchesOf } from './watch.ts';
import type { Watch } from './watch.ts';

/** Applies the exports of each source one after the other, and keeps what each of them showed. */
export interface Observing {
  /** To be called before a file is read: what a newer export replaces gives way. */
  before(file: number): void;
  /** To be called when all files are read, and before what was marked as deleted is settled. */
  settle(): readonly Problem[];
  /** To be called when it is known when the files were written: what was observed so far, and by these exports. */
  observed(before: readonly ObservedLine[]): readonly ObservedLine[];
  /** To be called when it is known when the files were written: what is told with its changes is as new as the newest of them. */
  bringUpToDate(): void;
  /** The numbers of files that a newer export replaced: nothing is made of them any more. */
  readonly replaced: ReadonlySet<number>;
}

/** What is needed to apply exports; files in the order of reading. */
export interface ObservingTask {
  readonly store: NewStore;
  readonly keeper: RowKeeper;
  readonly catalogue: Catalogue;
  readonly sources: readonly Source[];
  readonly files: readonly ExportFile[];
  readonly exports: readonly Export[];
  /** What was observed before: what exports showed until then is not looked at again. */
  readonly before: readonly ObservedLine[];
}

export function observing({
  store,
  keeper,
  catalogue,
  sources,
  files,
  exports,
  before: lines,
}: ObservingTask): Observing {
  const seen = seenUntil(lines);
  const watches = watchesOf(sources, catalogue);
  const retirement = retiring(store, keeper, catalogue);
  const snapshots: Snapshot[] = [];
  const replaced = new Set<number>();
  const nameless = new Set<Watch>();
  const lastLook = new Map<Watch, Snapshot>();

  /** All that the source has given until then: an older export that is replaced has left nothing. */
  function look({ source, holds, files: parts }: Export, at: number): void {
    const first = placesOf(files.findIndex((file) => file.source === source)).first;
    const last = placesOf(parts.at(-1) ?? 0).last;
    for (const watch of watches.filter((each) => each.source === source)) {
      if (at <= (seen.get(`${source.name} ${watch.kind.name}`) ?? -Infinity)) continue;
      const snapshot = snapshotOf(store, watch, at, { first, last });
      if (!snapshot) {
        nameless.add(watch);
        lastLook.delete(watch);
        continue;
      }
      snapshots.push(holds === 'changes' ? beyond(lastLook.get(watch), snapshot) : snapshot);
      lastLook.set(watch, snapshot);
    }
  }

  /** Whether an export of the source was not replaced. One that nothing dates never is. */
  function stands({ source, files: parts, asOf }: Export, of: FileSource): boolean {
    return source === of && asOf !== null && !parts.some((part) => replaced.has(part));
  }

  function writtenAt({ asOf, files: parts }: Export): number | null {
    const known = parts.flatMap((file) => keeper.countsOf(file).asOf ?? []);
    return asOf ?? (known.length === 0 ? null : Math.max(...known));
  }

  return {
    before(file) {
      const index = exports.findIndex(({ files: parts }) => parts[0] === file);
      const older = exports[index - 1];
      if (!older || older.source !== exports[index]?.source || older.asOf === null) return;
      look(older, older.asOf);
      if (exports[index]?.holds === 'changes' || older.source.forgets) return;
      const standing = exports.slice(0, index).filter((each) => stands(each, older.source));
      retirement.retire({ ...older, files: standing.flatMap(({ files: parts }) => parts) });
      keeper.forgetVersions(older.source.name);
      for (const part of standing.flatMap(({ files: parts }) => parts)) replaced.add(part);
    },
    bringUpToDate() {
      for (const name of withChanges(exports)) {
        const all = exports.filter(({ source }) => source.name === name);
        const parts = all.filter((each) => stands(each, each.source)).flatMap(({ files: numbers }) => numbers);
        const known = parts.map((file) => keeper.countsOf(file).asOf);
        const newest = known.reduce(
          (max, asOf) => (max === null || asOf === null ? null : Math.max(max, asOf)),
          -Infinity,
        );
        for (const file of newest === null ? [] : parts) keeper.countsOf(file).asOf = newest;
      }
    },
    replaced,
    settle: () => [...retirement.settle(files), ...[...nameless].map(saysNameless)],
    observed(before) {
      for (const last of exports.filter((each, index) => exports[index + 1]?.source !== each.source)) {
        const at = writtenAt(last);
        if (at !== null) look(last, at);
      }
      return [...before, ...newIn(snapshots, before)];
    },
  };
}

/** When each source was last seen, by its name and the kind. */
function seenUntil(lines: readonly ObservedLine[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { source, kind, key, at } of lines)
    if (key === '') seen.set(`${source} ${kind}`, Math.max(at, seen.get(`${source} ${kind}`) ?? at));
  return seen;
}

/** Said where there are several exports to compare; where there is one, nothing is lost yet. */
function saysNameless({ source, kind }: Watch): Problem {
  const says = `nothing is observed of ${kind.plural} between exports: a key of theirs is no id, and names are not written down`;
  return { level: 'warning', ...source.at, says, fix: 'map the id of the CRM as "key"' };
}

function newIn(snapshots: readonly Snapshot[], before: readonly ObservedLine[]): readonly ObservedLine[] {
  const kinds = [...new Set(snapshots.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const fold = foldOf(kind, before);
    const ofKind = snapshots.filter((snapshot) => snapshot.kind === kind).toSorted((one, other) => one.at - other.at);
    return ofKind.flatMap((snapshot) => changesIn(fold, snapshot));
  });
}

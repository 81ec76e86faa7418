import type { NewStore } from '../../store/open.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Problem } from '../../values/problem.ts';
import type { ExportFile } from '../export-files.ts';
import { placesOf } from '../load/place.ts';
import type { RowKeeper } from '../load/row-keeper.ts';
import type { Source } from '../source.ts';
import { changesIn, foldOf } from './fold.ts';
import type { Snapshot } from './fold.ts';
import { exportsIn } from './in-order-of-time.ts';
import type { Export } from './in-order-of-time.ts';
import type { ObservedLine } from './observed-line.ts';
import { retiring } from './retire.ts';
import { snapshotOf } from './snapshot.ts';
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
}

export function observing({ store, keeper, catalogue, sources, files }: ObservingTask): Observing {
  const exports = exportsIn(files);
  const watches = watchesOf(sources, catalogue);
  const retirement = retiring(store, keeper, catalogue);
  const snapshots: Snapshot[] = [];
  const replaced = new Set<number>();
  const nameless = new Set<Watch>();

  /** All that the source has given until then: an older export that is replaced has left nothing. */
  function look({ source, files: parts }: Export, at: number): void {
    const first = placesOf(files.findIndex((file) => file.source === source)).first;
    const last = placesOf(parts.at(-1) ?? 0).last;
    for (const watch of watches.filter((each) => each.source === source)) {
      const snapshot = snapshotOf(store, watch, at, { first, last });
      if (snapshot) snapshots.push(snapshot);
      else nameless.add(watch);
    }
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
      if (older.source.forgets) return;
      retirement.retire(older);
      for (const part of older.files) replaced.add(part);
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

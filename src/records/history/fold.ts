import { gone, here, inFileOrder, presence } from './observed-line.ts';
import type { ObservedLine } from './observed-line.ts';

/** What was last known of a record. */
interface Known {
  source: string;
  /** Values by field; a field that was never seen is missing. */
  readonly values: Map<string, string>;
  /** The last export that showed the record, where it is gone by now; null while it is there. */
  goneSince: number | null;
}

/** What lines come to: the state of each record, and when each source was last seen. */
export interface Fold {
  readonly kind: string;
  readonly records: Map<string, Known>;
  /** The time of the newest export, by source. */
  readonly seen: Map<string, number>;
  /** The fields that were ever seen filled. */
  readonly fields: Set<string>;
}

/** A source's records of a kind as an export shows them. */
export interface Snapshot {
  readonly source: string;
  readonly kind: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** The fields that it tells. */
  readonly fields: readonly string[];
  /** Values by key, in the order of the fields; '' for none. Of a look that says what is gone only the records that are new or other than in the look before. */
  readonly records: ReadonlyMap<string, readonly string[]>;
  /** Keys that the look before showed and this one does not; null: `records` holds all there are. */
  readonly gone: readonly string[] | null;
  /** Missing is not gone. */
  readonly forgets: boolean;
}

/** The state that lines of a kind lead to. */
export function foldOf(kind: string, lines: readonly ObservedLine[]): Fold {
  const fold: Fold = { kind, records: new Map(), seen: new Map(), fields: new Set() };
  for (const line of lines.filter((each) => each.kind === kind).toSorted(inFileOrder)) apply(fold, line);
  return fold;
}

function apply({ records, seen, fields }: Fold, { source, key, field, to, at, seenBefore }: ObservedLine): void {
  if (key === '') return void seen.set(source, at);
  const known = records.get(key) ?? { source, values: new Map<string, string>(), goneSince: null };
  records.set(key, known);
  known.source = source;
  if (field !== presence) fields.add(field);
  if (field !== presence) known.values.set(field, to);
  else known.goneSince = to === gone ? seenBefore : null;
}

/**
 * What an export shows that was not so before, in the order of the file; the fold then knows it. An export that is not newer than what was
 * seen of its source tells nothing new.
 */
export function changesIn(fold: Fold, snapshot: Snapshot): readonly ObservedLine[] {
  const { source, kind, at } = snapshot;
  const before = fold.seen.get(source) ?? null;
  if (before !== null && at <= before) return [];
  const seen: ObservedLine = { source, kind, key: '', field: '', from: '', to: '', at, seenBefore: before };
  const lines = [
    seen,
    ...[...snapshot.records].flatMap(([key, values]) => changesOf(fold, snapshot, key, values)),
    ...missing(fold, snapshot, before),
  ];
  lines.sort(inFileOrder);
  for (const line of lines) apply(fold, line);
  return lines;
}

function changesOf(
  fold: Fold,
  { source, kind, at, fields }: Snapshot,
  key: string,
  values: readonly string[],
): ObservedLine[] {
  const known = fold.records.get(key);
  const since = known ? (known.goneSince ?? fold.seen.get(known.source) ?? null) : null;
  const seenBefore = since !== null && since < at ? since : null;
  const line = (field: string, from: string, to: string): ObservedLine => ({
    source,
    kind,
    key,
    field,
    from,
    to,
    at,
    seenBefore,
  });
  const changed = fields.flatMap((field, index) => {
    const [from, to] = [known?.values.get(field) ?? '', values[index] ?? ''];
    // A column that is mapped only now shows what it held for nobody knows how long.
    return from === to ? [] : [{ ...line(field, from, to), ...(fold.fields.has(field) ? {} : { seenBefore: null }) }];
  });
  if (!known) return changed.length > 0 ? changed : [line(presence, '', here)];
  return known.goneSince === null ? changed : [...changed, line(presence, gone, here)];
}

function missing(fold: Fold, snapshot: Snapshot, before: number | null): ObservedLine[] {
  const { source, kind, at, records, forgets } = snapshot;
  if (forgets) return [];
  return (snapshot.gone ?? [...fold.records.keys()]).flatMap((key) => {
    const known = fold.records.get(key);
    return known?.source === source && known.goneSince === null && !records.has(key)
      ? [{ source, kind, key, field: presence, from: here, to: gone, at, seenBefore: before }]
      : [];
  });
}

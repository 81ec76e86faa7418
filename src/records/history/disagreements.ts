import type { NewStore } from '../../store/open.ts';
import type { Problem } from '../../values/problem.ts';
import type { Source } from '../source.ts';
import type { ObservedLine } from './observed-line.ts';
import { calledInHistory, observedPath } from './with-observed.ts';

/** Ids that a warning names. */
const idsShown = 3;

interface HistoryRow {
  readonly key: string;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: number;
}

/**
 * Warns of what was observed and the history that a file gives tells otherwise: at the time of the export the history says another stage, status
 * or owner. The history counts.
 */
export function disagreements(
  store: NewStore,
  sources: readonly Source[],
  lines: readonly ObservedLine[],
): readonly Problem[] {
  const seen = lines.filter(({ key }) => key !== '');
  return [
    ...disagreeing(seen, 'opportunity', 'stage', deals(store)),
    ...['status', 'owner'].flatMap((field) =>
      disagreeing(seen, 'lead', field, () => leads(store, calledInHistory(sources, field))),
    ),
  ];
}

const deals =
  ({ sqlite }: NewStore) =>
  (): Iterable<HistoryRow> =>
    sqlite
      .prepare(
        `select opportunity as key, 'stage' as field, "from", "to", at from stage_change
        where opportunity is not null and at is not null and coalesce(observed, 0) = 0 order by at, sequence, place`,
      )
      .iterate() as Iterable<HistoryRow>;

const leads = ({ sqlite }: NewStore, called: string): Iterable<HistoryRow> =>
  sqlite
    .prepare(
      `select lead as key, field, "from", "to", at from field_change
        where lead is not null and at is not null and field = ? and coalesce(observed, 0) = 0 order by at, sequence, place`,
    )
    .iterate(called) as Iterable<HistoryRow>;

function disagreeing(
  lines: readonly ObservedLine[],
  kind: string,
  field: string,
  read: () => Iterable<HistoryRow>,
): Problem[] {
  const observed = lines.filter((line) => line.kind === kind && line.field === field);
  if (observed.length === 0) return [];
  const histories = historiesOf(observed, read());
  const judged = observed.flatMap((line) => {
    const said = valueAt(histories.get(line.key) ?? [], line.at);
    return said === null ? [] : [{ key: line.key, agrees: said === line.to }];
  });
  const wrong = judged.filter(({ agrees }) => !agrees);
  if (wrong.length === 0) return [];
  const ids = [...new Set(wrong.map(({ key }) => key))];
  const shown = ids.slice(0, idsShown).join(', ') + (ids.length > idsShown ? ` and ${ids.length - idsShown} more` : '');
  const says = `the history tells another ${field} than was observed, in ${wrong.length} of ${judged.length} changes: ${shown}`;
  const fix = 'the history counts; see whether its file is complete';
  return [{ level: 'warning', file: observedPath, line: 1, column: 1, says, fix }];
}

/** The histories of the records that something was observed of: those of all others need not be held. */
function historiesOf(
  observed: readonly ObservedLine[],
  rows: Iterable<HistoryRow>,
): ReadonlyMap<string, readonly HistoryRow[]> {
  const histories = new Map<string, HistoryRow[]>(observed.map(({ key }) => [key, []]));
  for (const row of rows) histories.get(row.key)?.push(row);
  return histories;
}

/** What a history says of a time; null where it does not reach that far back. */
function valueAt(rows: readonly HistoryRow[], at: number): string | null {
  const last = rows.findLast((row) => row.at <= at);
  return last ? (last.to ?? '') : (rows[0]?.from ?? null);
}

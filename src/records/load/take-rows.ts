import { daySeconds, numberOfDay } from '../../calendar/local-date.ts';
import type { StoredValue } from '../../store/database.ts';
import type { SplitRow } from '../csv/split-rows.ts';
import { factFields, isOnlyLookedUp, noteFact } from '../facts.ts';
import type { FactDays, FileFacts } from '../facts.ts';
import { Refusal, Uncertain } from '../forms/reading.ts';
import { inOneLine, unbroken } from '../in-one-line.ts';
import type { FileSource, Gift } from '../source.ts';
import type { Values } from './cells.ts';
import type { FileTask } from './load-file.ts';
import { damagedId, isDamaged } from './ids.ts';
import { giftsOfRow, placeOf } from './place.ts';
import { leaveOut, newChanged } from './row-counts.ts';
import type { GivenRecord, Manner, Target } from './given-record.ts';
import { rowPlan } from './row-plan.ts';
import type { GiftPlan, ReadingFault } from './row-plan.ts';
import type { Table } from './table.ts';

/** The columns that every record begins with; its fields follow. */
const storeColumns = ['place', 'key', 'modified', 'person'];

type Fault = (line: number, says: string, fix: string) => void;

/** A gift with the table that it goes into, and what of its values is a fact. */
interface Taking {
  readonly gift: GiftPlan;
  readonly target: Target;
  readonly days: FactDays | null;
  readonly note: (stored: readonly StoredValue[]) => void;
}

/** A row whose records are made. */
interface RowNow {
  readonly line: number;
  readonly modified: number | null;
  readonly person: string | null;
  /** Those that it has given so far. */
  readonly records: GivenRecord[];
}

/** Takes the rows of a file into the store: to be called for each, with the values of the table's wanted columns. `fault` hears of what stops the run. */
export function takeRows(task: FileTask, table: Table, fault: Fault): (row: SplitRow) => void {
  const { keeper, number, facts } = task;
  const { source } = table;
  let lineNow = 0;
  const plan = rowPlan(source, table.slots, { ...task.context, line: () => lineNow });
  const takings = plan.gifts.map((gift): Taking => {
    const columns = [...storeColumns, ...gift.fields.map((field) => field.column)];
    const target = keeper.target(gift.kind, columns, mannerOf(gift.gift, source), gift.gift.key?.columns.join(', '));
    return { gift, target, ...factNoter(gift, facts) };
  });
  const counts = keeper.countsOf(number);
  if (source.repeats === 'flag') counts.changed = newChanged();
  /** What a deleted row takes away: not what it only adds to, and not what another row may have given. */
  const mainGift =
    plan.gifts.find(({ gift }) => !gift.once && !gift.onlyAdds) ?? plan.gifts.find(({ gift }) => !gift.onlyAdds);
  const width = table.header.length;
  const uncertainColumns = new Set<string>();

  /** Takes a row of a source with changes: it gives way to a newer version of it, or an older one does to it. */
  function takeVersion(row: SplitRow): void {
    lineNow = row.line;
    const key = row.malformed ? '' : plan.key(row.values);
    if (key === '') return takeRow(row);
    const modified = plan.modified(row.values);
    const version = { key, place: placeOf(number, row.line), modified: typeof modified === 'number' ? modified : null };
    keeper.takeVersion(source.name, version, () => takeRow(row));
  }

  function takeRow(row: SplitRow): void {
    const before = counts.leftOut + counts.rejected;
    readRow(row);
    if (source.forgets && counts.leftOut + counts.rejected > before) noteRecordless(row.values);
  }

  /** What is known of it from exports before is older than what the row says now, whether that can be used or not. */
  function noteRecordless(values: Values): void {
    for (const { gift } of takings.filter((taking) => taking.gift.gift.ofRow)) {
      const key = gift.key(values);
      if (key) keeper.noteRecordless(gift.kind.name, key);
    }
  }

  function readRow(row: SplitRow): void {
    counts.rows += 1;
    const { values, line } = row;
    lineNow = line;
    if (row.width > width || (row.width < width && !source.shortRows))
      return rejectWhole(line, `has ${row.width} values, and the header has ${width} columns`);
    if (row.malformed) return rejectWhole(line, 'has a value that goes on after its closing quote');
    const because = plan.leftOut(values);
    if (because !== null) return leaveOut(counts, because);
    const modified = plan.modified(values);
    if (typeof modified === 'object' && modified !== null) return reject(line, modified);
    const isDeleted = plan.isDeleted(values);
    const merge = plan.merged(values);
    if (merge !== null && 'fault' in merge) return reject(line, merge);
    if (isDeleted && (merge === null || merge.into === '')) return takeDeleted(row, modified);
    const records = recordsOf(row, modified);
    if (records === null) return;
    if (records.length === 0) return leaveOut(counts, givesNone);
    keeper.keep(records, modified, merge && { ...merge, isDeleted });
    if (facts !== null) noteFacts(records, modified, facts);
  }

  /** A row that gave a record that tells of the file's time was itself changed before then. */
  function noteFacts(records: readonly GivenRecord[], modified: number | null, { dating, lookedUp }: FileFacts): void {
    const given = records.map((record) => takings.find((taking) => taking.target === record.target));
    const days = given.some((taking) => taking?.days === dating) ? dating : lookedUp;
    if (modified !== null) noteFact(days, Math.floor(modified / daySeconds), modified);
    for (const [index, { values }] of records.entries()) given[index]?.note(values);
  }

  function takeDeleted(row: SplitRow, modified: number | null): void {
    counts.deleted += 1;
    const gift = mainGift;
    const key = gift?.key(row.values);
    if (gift && key) keeper.noteDeleted(number, placeOf(number, row.line), gift.kind, key, modified);
  }

  /** The records of a row; null where it was rejected. */
  function recordsOf({ values, line }: SplitRow, modified: number | null): GivenRecord[] | null {
    const records: GivenRecord[] = [];
    const row: RowNow = { line, modified, person: plan.person(values), records };
    let further = takings.length;
    // An index: a row has one record most often, and there are millions of rows.
    for (let nth = 0; nth < takings.length; nth += 1) {
      const taking = takings[nth];
      const pieces = taking?.gift.pieces;
      if (!taking || pieces === undefined) continue;
      if (pieces === null) {
        if (!addRecord(taking, values, nth, row)) return null;
        continue;
      }
      for (const piece of pieces(values)) {
        if (!addRecord(taking, [...values, piece], further, row)) return null;
        further += 1;
      }
    }
    return records;
  }

  /** False where the row was rejected. `nth` tells the row's records apart. */
  function addRecord({ gift, target }: Taking, from: Values, nth: number, row: RowNow): boolean {
    if (!gift.isGiven(from)) return true;
    const { line, modified, person, records } = row;
    const key = gift.key(from);
    const wrongKey = nth < giftsOfRow ? keyRefusal(key, gift, records) : tooMany;
    if (wrongKey) {
      const cell = nth < giftsOfRow ? gift.gift.key : null;
      const value = cell === null ? '' : (key ?? '');
      reject(line, { column: cell?.columns.join(', ') ?? '', value, fault: wrongKey, cell });
      return false;
    }
    const stored: StoredValue[] = [placeOf(number, line) + nth, key ?? keyByPlace(nth, line), modified, person];
    const wrong = gift.read(from, stored, stored.length);
    if (wrong) {
      reject(line, wrong);
      return false;
    }
    records.push({ target, values: stored });
    return true;
  }

  /** Rows without a key of their own are told apart by where they stand. */
  function keyByPlace(gift: number, line: number): string {
    return gift === 0 ? `${task.file}:${line}` : `${task.file}:${line}:${gift + 1}`;
  }

  function reject(line: number, { column, value, fault: why, cell }: ReadingFault): void {
    if (why instanceof Uncertain && !uncertainColumns.has(`${column} ${why.about}`)) {
      uncertainColumns.add(`${column} ${why.about}`);
      fault(
        line,
        `column "${inOneLine(column)}": ${unbroken(why.says)}`,
        unbroken(`${why.fix} (in ${cell?.at.file ?? source.at.file})`),
      );
    }
    keeper.reject(number, {
      line,
      column,
      value,
      reason: why instanceof Uncertain ? 'can be read in several ways' : why.reason,
    });
  }

  function rejectWhole(line: number, reason: string): void {
    keeper.reject(number, { line, column: '', value: '', reason });
  }

  return keeper.hasVersions(source.name) ? takeVersion : takeRow;
}

/** As the account tells it of rows for which no record's `when` holds, or that hold nothing to give one for. */
const givesNone = 'fits none of the records that its file gives';

const tooMany = new Refusal(`gives more than ${giftsOfRow} records`);

/** What is made of a record whose key is there already. */
function mannerOf({ once, onlyAdds }: Gift, { repeats }: FileSource): Manner {
  if (onlyAdds) return 'adds';
  if (once) return 'once';
  return repeats === 'keep' ? 'apart' : 'settled';
}

/** Why a record can't have the key. A row without keys has its place for one; see `recordsOf`. */
function keyRefusal(key: string | null, gift: GiftPlan, others: readonly GivenRecord[]): Refusal | null {
  if (key === '') return new Refusal('is empty: the row has no id');
  if (key !== null && isDamaged(key)) return new Refusal(damagedId);
  const taken = others.some(({ target, values }) => target.kind === gift.kind && values[1] === key);
  return taken ? new Refusal(`gives two records with one key: ${gift.kind.name}`) : null;
}

/** Notes the days of a record's facts. */
function factNoter(gift: GiftPlan, facts: FileFacts | null): Pick<Taking, 'days' | 'note'> {
  if (facts === null) return { days: null, note: () => undefined };
  const days = isOnlyLookedUp(gift.kind.name) ? facts.lookedUp : facts.dating;
  const placeIn = (column: string): number =>
    storeColumns.length + gift.fields.findIndex((field) => field.column === column);
  const places = factFields(gift.gift, gift.fields).map(({ field, when }) => {
    return { at: placeIn(field.column), when: when?.map(placeIn) ?? null };
  });
  const note = (stored: readonly StoredValue[]): void => {
    for (const { at, when } of places) {
      const value = stored[at];
      if (when !== null && !when.some((place) => stored[place] === 1)) continue;
      if (typeof value === 'number') noteFact(days, Math.floor(value / daySeconds), value);
      else if (typeof value === 'string') noteFact(days, numberOfDay(value), null);
    }
  };
  return { days, note };
}

import type { Cell, ColumnTest, Each, FileSource, Gift, RowTest } from '../source.ts';
import { columnTester } from './cells.ts';
import { headerNames } from './headers.ts';
import type { HeaderNames } from './headers.ts';

/** What a header does not let a source read. */
export type Unbound =
  /** None of these names is there. */
  | { readonly is: 'missing'; readonly names: readonly string[]; readonly at: Cell['at'] }
  /** Several columns are there where one is meant. */
  | { readonly is: 'several'; readonly columns: readonly string[]; readonly at: Cell['at'] }
  /** No column is like these. */
  | { readonly is: 'none like'; readonly like: readonly string[]; readonly at: Cell['at'] };

/** A source with the names of the columns as a header writes them, one record for each column that it asks for. */
export interface BoundSource {
  readonly source: FileSource;
  readonly unbound: readonly Unbound[];
}

/** Names that stand for no column: what a record is given for. */
export const ownNames = { name: 'its name', value: 'its value' } as const;

/** Chooses among the names that a source knows for its columns those that are in the header. */
export function bindSource(source: FileSource, header: readonly string[]): BoundSource {
  const binder = binderOf(source, headerNames(header));
  const { cell, test } = binder;
  const bound: FileSource = {
    ...source,
    gives: source.gives.flatMap((gift) => binder.gifts(gift)),
    key: cell(source.key),
    modified: cell(source.modified),
    mergedInto: cell(source.mergedInto),
    mergedFrom: source.mergedFrom && { ...source.mergedFrom, of: cell(source.mergedFrom.of) ?? source.mergedFrom.of },
    person: cell(source.person),
    deletedWhen: source.deletedWhen.map((each) => test(each)),
    leaveOut: source.leaveOut.map(({ test: each, because }) => ({ test: test(each), because })),
  };
  return { source: bound, unbound: [...binder.unbound.values()] };
}

/** What stands for `its name` and `its value` in a gift. */
interface Own {
  readonly name: string;
  readonly column: string;
}

function binderOf(source: FileSource, names: HeaderNames) {
  const unbound = new Map<string, Unbound>();
  const others = otherNames(source);
  const note = (trouble: Unbound): void => {
    const key = JSON.stringify({ ...trouble, at: null });
    if (!unbound.has(key)) unbound.set(key, trouble);
  };

  /** The column as the header writes it; null where it is not there. */
  function columnOf(name: string, at: Cell['at'], isPiece: boolean): string | null {
    if (isPiece && (name === ownNames.value || name === ownNames.name)) return name;
    const found = names.named(name);
    if (found.length > 1) note({ is: 'several', columns: found, at });
    return found[0] ?? null;
  }

  function cell(written: Cell | null, isPiece = false): Cell | null {
    if (!written) return null;
    const choices = [written, ...(written.or ?? [])].map((each) => ({
      each,
      columns: each.columns.map((name) => columnOf(name, each.at, isPiece)),
    }));
    const there = choices.filter(({ columns }) => columns.every((column) => column !== null));
    if (there.length > 1) note({ is: 'several', columns: there.map(({ each }) => saidOf(each)), at: written.at });
    const chosen = there[0];
    if (chosen) return { ...chosen.each, or: undefined, columns: chosen.columns.map((column) => column ?? '') };
    if (written.or) note({ is: 'missing', names: choices.map(({ each }) => saidOf(each)), at: written.at });
    else
      for (const [index, column] of (choices[0]?.columns ?? []).entries())
        if (column === null) note({ is: 'missing', names: [written.columns[index] ?? ''], at: written.at });
    return written;
  }

  /** A test names a column by one of its names. */
  function columnTest(written: ColumnTest, isPiece: boolean): ColumnTest {
    const choices = names.named(written.column).length > 0 ? [] : (others.get(written.column) ?? []);
    const known = choices.find((name) => names.named(name).length > 0) ?? written.column;
    const column = columnOf(known, written.at, isPiece);
    if (column === null) note({ is: 'missing', names: [written.column], at: written.at });
    return { ...written, column: column ?? written.column };
  }
  const test = (written: RowTest, isPiece = false): RowTest => written.map((each) => columnTest(each, isPiece));

  function giftOf(gift: Gift, each: Each | null): Gift {
    const isPiece = each?.is === 'piece';
    return {
      ...gift,
      each: isPiece ? { ...each, of: cell(each.of) ?? each.of } : each,
      key: cell(gift.key, isPiece),
      when: test(gift.when, isPiece),
      columns: gift.columns.map((mapping) => ({
        ...mapping,
        from: cell(mapping.from, isPiece),
        orElse: mapping.orElse.map((each) => cell(each, isPiece) ?? each),
        when: test(mapping.when, isPiece),
      })),
    };
  }

  function gifts(gift: Gift): Gift[] {
    const { each } = gift;
    if (each?.is !== 'column') return [giftOf(gift, each)];
    const there = each.like
      .map((pattern) => ({ pattern, found: names.like(pattern) }))
      .filter(({ found }) => found.length > 0);
    if (there.length === 0) note({ is: 'none like', like: each.like, at: each.at });
    if (there.length > 1) note({ is: 'several', columns: there.map(({ pattern }) => pattern), at: each.at });
    const found = there[0]?.found ?? [];
    const same = found.filter(({ name }, index) => found.findIndex((other) => other.name === name) < index);
    for (const { name } of same)
      note({
        is: 'several',
        columns: found.filter((other) => other.name === name).map(({ column }) => column),
        at: each.at,
      });
    return found.flatMap((own) => {
      const made = givenFor(gift, own, emptyValues(gift, source));
      return made ? [giftOf(made, null)] : [];
    });
  }

  return { cell, test, gifts, unbound };
}

/** The gift of one column: given where the cell holds something; null where its own name rules it out. */
function givenFor(gift: Gift, own: Own, empty: ReadonlySet<string>): Gift | null {
  const ofName = gift.when.filter(({ column }) => column === ownNames.name);
  const isOut = ofName.some((test) => !columnTester(test, new Map([[ownNames.name, 0]]))([own.name]));
  if (isOut) return null;
  const cell = (written: Cell | null): Cell | null => written && ownCell(written, own);
  const test = (written: RowTest): RowTest =>
    written.map((each) => (each.column === ownNames.value ? { ...each, column: own.column } : each));
  const isFilled: ColumnTest = { column: own.column, not: true, values: ['', ...empty], exactly: true, at: gift.at };
  return {
    ...gift,
    each: null,
    key: cell(gift.key),
    when: [...test(gift.when.filter((each) => !ofName.includes(each))), isFilled],
    columns: gift.columns.map((mapping) => ({
      ...mapping,
      from: cell(mapping.from),
      orElse: mapping.orElse.map((each) => ownCell(each, own)),
      when: test(mapping.when),
    })),
  };
}

/** The texts for which no record is given: those that stand for nothing in the field that reads `its value`, else in the file. */
export function emptyValues({ columns }: Gift, { forms }: FileSource): ReadonlySet<string> {
  return (columns.find(({ from }) => from?.columns.includes(ownNames.value))?.forms ?? forms).empty;
}

/** A cell with the column in place of `its value`, and the text in place of `its name`. */
function ownCell(written: Cell, own: Own): Cell {
  const or = written.or?.map((each) => ownCell(each, own));
  const between = [...(written.between ?? ['', ''])];
  const columns: string[] = [];
  let texts = [between[0] ?? ''];
  for (const [index, column] of written.columns.entries()) {
    const after = between[index + 1] ?? '';
    if (column === ownNames.name) texts = [...texts.slice(0, -1), `${texts.at(-1) ?? ''}${own.name}${after}`];
    else {
      columns.push(column === ownNames.value ? own.column : column);
      texts.push(after);
    }
  }
  const isPlain = written.between === null && columns.length === 1;
  return { columns, between: isPlain ? null : texts, or, at: written.at };
}

/** The other names of columns that lists give: a test may name any of them. */
function otherNames(source: FileSource): ReadonlyMap<string, readonly string[]> {
  const cells = [
    source.modified,
    source.mergedInto,
    source.mergedFrom?.of ?? null,
    source.person,
    ...source.gives.flatMap((gift) => [gift.key, ...gift.columns.map(({ from }) => from)]),
  ];
  return new Map(
    cells.flatMap((cell) => {
      const names = cell?.or ? [cell, ...cell.or].flatMap(({ columns }) => (columns.length === 1 ? columns : [])) : [];
      return names.map((name) => [name, names] as const);
    }),
  );
}

/** A cell as it was written. */
export function saidOf({ columns, between }: Cell): string {
  if (between === null) return columns[0] ?? '';
  return between.map((text, index) => text + (columns[index] === undefined ? '' : `{${columns[index]}}`)).join('');
}

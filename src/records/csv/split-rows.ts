/** A row of a CSV file. It is used up when the next one comes. */
export interface SplitRow {
  /** The values of the wanted columns, in the order in which they were asked for; of all columns in the header. */
  readonly values: string[];
  /** How many values the row has, the unwanted ones too. */
  readonly width: number;
  /** Its first line in the file, from 1. A quoted value may hold line ends. */
  readonly line: number;
  /** A quoted value goes on after its closing quote. */
  readonly malformed: boolean;
}

/** A value so long that a quote must be missing, or the file is no CSV. */
export class EndlessValue extends Error {
  /** The line that the value begins in. */
  readonly line: number;
  /** The value's place in its row, from 0; null where the row itself is too long. */
  readonly column: number | null;
  constructor(line: number, column: number | null) {
    super('endless value');
    this.line = line;
    this.column = column;
  }
}

/** The longest value, in characters, that is still believed. */
export const longestValue = 1_000_000;

/** The longest row, in characters. */
export const longestRow = 8_000_000;

export interface RowSplitter {
  /** @throws EndlessValue */
  push(text: string): void;
  /** The file is over; a last line needs no line end. @throws EndlessValue */
  end(): void;
}

const quote = 0x22;
const lineEnd = 0x0a;
const carriageReturn = 0x0d;

/**
 * Splits CSV text (RFC 4180, with LF or CRLF) that comes in pieces. `wanted` is asked once, after the header, which columns
 * matter, and gives for each of them its place among the values; the others are passed over, and never become text.
 * Lines that hold nothing are no rows.
 */
export function rowSplitter(
  separator: string,
  onRow: (row: SplitRow) => void,
  wanted: (header: SplitRow) => ReadonlyMap<number, number>,
): RowSplitter {
  const comma = separator.charCodeAt(0);
  let text = '';
  let start = 0;
  let line = 1;
  let final = false;
  /** For each column its place among the values, or -1; null while the header is read. */
  let places: Int32Array | null = null;
  /** The same list for each row, since rows are used up one after another. */
  let values: string[] = [];
  /** The line end that was last looked for; valid while it lies ahead. */
  let nextLineEnd = -1;

  /** Reads the row that starts at `start`; false where the text ends before the row does. */
  function readRow(): boolean {
    values.fill('');
    let at = start;
    let width = 0;
    let lines = 0;
    let malformed = false;
    for (;;) {
      const begin = at;
      const isWanted = places === null || (places[width] ?? -1) >= 0;
      let value = '';
      if (text.charCodeAt(at) === quote) {
        let close = text.indexOf('"', at + 1);
        let escaped = false;
        while (close >= 0 && text.charCodeAt(close + 1) === quote) {
          escaped = true;
          close = text.indexOf('"', close + 2);
        }
        // A quote that ends the piece may be the first half of an escaped one.
        if (close < 0 || (!final && close + 1 >= text.length)) return unfinished(begin, width, line + lines);
        lines += lineEndsBetween(at, close);
        if (isWanted) value = escaped ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at + 1, close);
        at = close + 1;
        const next = text.charCodeAt(at);
        if (at < text.length && next !== comma && next !== lineEnd && next !== carriageReturn) malformed = true;
        if (malformed || next === carriageReturn) at = endOfValue(at);
      } else {
        at = endOfValue(at);
        if (isWanted)
          value = text.slice(
            begin,
            text.charCodeAt(at - 1) === carriageReturn && at > begin && text.charCodeAt(at) !== comma ? at - 1 : at,
          );
      }
      if (at >= text.length && !final) return unfinished(begin, width, line + lines);
      if (isWanted) values[places ? (places[width] ?? 0) : width] = value;
      width += 1;
      const ended = at >= text.length || text.charCodeAt(at) === lineEnd;
      at += 1;
      if (!ended) continue;
      const empty = width === 1 && at - start <= 2 && isBlank(start, at - 1);
      if (!empty) give({ values, width, line, malformed });
      line += lines + 1;
      start = at;
      return true;
    }
  }

  function lineEndsBetween(from: number, to: number): number {
    let lines = 0;
    for (let at = from; ; at = nextLineEnd + 1) {
      if (nextLineEnd < at) {
        const found = text.indexOf('\n', at);
        nextLineEnd = found < 0 ? text.length : found;
      }
      if (nextLineEnd >= to) return lines;
      lines += 1;
    }
  }

  function isBlank(from: number, to: number): boolean {
    return from === to || (to - from === 1 && text.charCodeAt(from) === carriageReturn);
  }

  function endOfValue(from: number): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      if (letter === comma || letter === lineEnd) return at;
    }
    return at;
  }

  function unfinished(begin: number, column: number, atLine: number): boolean {
    // A row of endless short values is no row either, and would be looked through again with every piece.
    if (text.length - start > longestRow) throw new EndlessValue(line, null);
    if (final || text.length - begin > longestValue) throw new EndlessValue(atLine, column);
    return false;
  }

  function give(row: SplitRow): void {
    if (places) {
      onRow(row);
      return;
    }
    const chosen = wanted(row);
    // Below a title that stands alone in its line, rows are wider.
    const width = Math.max(row.width, [...chosen.keys()].reduce((last, column) => Math.max(last, column), -1) + 1);
    places = new Int32Array(width).fill(-1);
    for (const [column, place] of chosen) places[column] = place;
    values = Array.from<string>({ length: chosen.size }).fill('');
  }

  function readAll(): void {
    while (start < text.length && readRow());
    text = text.slice(start);
    start = 0;
    nextLineEnd = -1;
  }

  return {
    push(piece) {
      text += piece;
      readAll();
    },
    end() {
      final = true;
      readAll();
    },
  };
}

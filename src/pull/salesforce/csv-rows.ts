/** CSV as bytes: where its rows and cells end. A page is never text as a whole, and no cell becomes a string that need not. */

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Whole rows, and how many they are. */
export interface Rows {
  readonly whole: Buffer;
  readonly count: number;
}

/** Parts of a file, cut so that each ends with a row. */
export class RowCutter {
  #quoted = false;
  #rest: Buffer[] = [];

  /** The rows that end in this part of the file; null where none does. */
  push(part: Uint8Array): Rows | null {
    let end = 0;
    let count = 0;
    for (let at = 0; at < part.length; at++) {
      const byte = part[at];
      if (byte === quote) this.#quoted = !this.#quoted;
      else if (byte === lineFeed && !this.#quoted) {
        end = at + 1;
        count += 1;
      }
    }
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
    if (count === 0) {
      if (bytes.length > 0) this.#rest.push(bytes);
      return null;
    }
    const whole = Buffer.concat([...this.#rest, bytes.subarray(0, end)]);
    this.#rest = end < bytes.length ? [bytes.subarray(end)] : [];
    return { whole, count };
  }

  /** What is left when the file has ended: a last row, its line feed added; null: nothing, or a row that broke off within quotes. */
  end(): Buffer | null {
    const rest = Buffer.concat(this.#rest);
    this.#rest = [];
    return rest.length === 0 || this.#quoted ? null : Buffer.concat([rest, Buffer.of(lineFeed)]);
  }
}

/** Where the first row of some whole rows ends, behind its line feed. */
export function endOfRow(rows: Buffer, from = 0): number {
  let quoted = false;
  for (let at = from; at < rows.length; at++) {
    if (rows[at] === quote) quoted = !quoted;
    else if (rows[at] === lineFeed && !quoted) return at + 1;
  }
  return rows.length;
}

/** The cells of one row, each as it is written, with its quotes. */
export function cellsOf(row: Buffer): Buffer[] {
  let end = row.length;
  while (end > 0 && (row[end - 1] === lineFeed || row[end - 1] === carriageReturn)) end -= 1;
  const cells: Buffer[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < end; at++) {
    if (row[at] === quote) quoted = !quoted;
    else if (row[at] === comma && !quoted) {
      cells.push(row.subarray(from, at));
      from = at + 1;
    }
  }
  return [...cells, row.subarray(from, end)];
}

/** Rows with some of their cells, in another order. `order`: which cell stands where. */
export function rearranged(rows: Buffer, order: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < rows.length;) {
    const end = endOfRow(rows, from);
    const cells = cellsOf(rows.subarray(from, end));
    for (const [index, which] of order.entries()) {
      if (index > 0) parts.push(Buffer.of(comma));
      parts.push(cells[which] ?? Buffer.alloc(0));
    }
    parts.push(Buffer.of(lineFeed));
    from = end;
  }
  return Buffer.concat(parts);
}

/** What a cell says. */
export function textOfCell(cell: Buffer): string {
  const text = cell.toString('utf8').replace(/^\uFEFF/, '');
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** A row of values; what is null is empty. */
export function rowOf(values: readonly (string | null)[]): string {
  return `${values.map((value) => `"${(value ?? '').replaceAll('"', '""')}"`).join(',')}\n`;
}

import type { StoredValue } from '../database.ts';
import { mostOfVarint, writeVarint } from './varint.ts';

/** How SQLite keeps the values of a column, by the type that it is declared with. The row's number (`integer primary key`) stands outside of the record. */
export type Affinity = 'row number' | 'text' | 'integer' | 'real';

/**
 * Writes a row's values as a record of SQLite before `end`, from its last value to its first; returns where it begins, or -1 where it would reach
 * below `least`. (https://sqlite.org/fileformat2.html, section 2.1)
 */
export type RecordWriting = (bytes: Buffer, values: readonly StoredValue[], end: number, least: number) => number;

const textFrom = 13;
const zero = 8;
const wholeOfEight = 6;
const real = 7;
/** From here on a whole number takes eight bytes. */
const sixBytes = 2 ** 47;

/** `affinities`: of the columns in their order. */
export function recordWriting(affinities: readonly Affinity[]): RecordWriting {
  const columns = affinities.length;
  const isReal = affinities.map((affinity) => affinity === 'real');
  const isRowNumber = affinities.map((affinity) => affinity === 'row number');
  /** What each value is, and how long. */
  const types = new Float64Array(columns);

  function writeNumber(bytes: Buffer, value: number, column: number, end: number): number {
    if (Number.isInteger(value) && value < sixBytes && value >= -sixBytes) return writeWhole(bytes, value, column, end);
    const isWhole = Number.isSafeInteger(value) && !isReal[column];
    types[column] = isWhole ? wholeOfEight : real;
    if (isWhole) bytes.writeBigInt64BE(BigInt(value), end - 8);
    else bytes.writeDoubleBE(value, end - 8);
    return end - 8;
  }

  function writeWhole(bytes: Buffer, value: number, column: number, end: number): number {
    if (value === 0 || value === 1) {
      types[column] = zero + value;
      return end;
    }
    const type = typeOfWhole(value);
    types[column] = type;
    const begin = end - (type === 5 ? 6 : type);
    let rest = value;
    for (let at = end - 1; at >= begin; at -= 1) {
      bytes[at] = rest & 0xff;
      rest = Math.floor(rest / 256);
    }
    return begin;
  }

  function writeHeader(bytes: Buffer, begin: number): number {
    let at = begin;
    for (let column = columns - 1; column >= 0; column -= 1) {
      const type = types[column] ?? 0;
      if (type < 128) bytes[(at -= 1)] = type;
      else at = writeVarint(bytes, type, at);
    }
    // Its length counts its own bytes.
    const own = begin - at < 127 ? 1 : 2;
    return writeVarint(bytes, begin - at + own, at);
  }

  return (bytes, values, end, least) => {
    const most = least + (columns + 1) * mostOfVarint;
    let at = end;
    for (let column = columns - 1; column >= 0; column -= 1) {
      const value = values[column] ?? null;
      if (value === null || isRowNumber[column]) {
        types[column] = 0;
        continue;
      }
      const begin =
        typeof value === 'string'
          ? writeText(bytes, value, at, most)
          : at - 8 < most
            ? -1
            : writeNumber(bytes, value, column, at);
      if (begin < 0) return -1;
      if (typeof value === 'string') types[column] = textFrom + 2 * (at - begin);
      at = begin;
    }
    return writeHeader(bytes, at);
  };
}

function typeOfWhole(value: number): number {
  const size = value < 0 ? -value - 1 : value;
  if (size < 0x80) return 1;
  if (size < 0x80_00) return 2;
  if (size < 0x80_00_00) return 3;
  return size < 0x80_00_00_00 ? 4 : 5;
}

/** Most texts are short and plain: a call for each would take longer than their letters. */
function writeText(bytes: Buffer, text: string, end: number, least: number): number {
  const { length } = text;
  const begin = end - length;
  if (begin < least) return -1;
  for (let index = 0; index < length; index += 1) {
    const letter = text.charCodeAt(index);
    if (letter > 0x7f) return writeLetters(bytes, text, end, least);
    bytes[begin + index] = letter;
  }
  return begin;
}

function writeLetters(bytes: Buffer, text: string, end: number, least: number): number {
  const begin = end - Buffer.byteLength(text);
  if (begin < least) return -1;
  bytes.write(text, begin);
  return begin;
}

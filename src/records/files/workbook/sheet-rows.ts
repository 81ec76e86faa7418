import { unescaped } from './shared-strings.ts';
import { columnOfPlace, noSuchPlace } from './cell-place.ts';
import { textOfNumber } from './cell-number.ts';
import { damagedWorkbook, readMarkup } from './markup.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** A row of a sheet. */
export interface SheetRow {
  /** From 1, as the spreadsheet counts. */
  readonly line: number;
  /** By column; '' where nothing stands. It ends with the last column that holds something. */
  readonly values: string[];
  /** Why a cell's value can't be used, by its column; null where all can. */
  readonly wrong: ReadonlyMap<number, string> | null;
}

const lastLine = 1_048_576;

/** A cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
  hasFormula: boolean;
  hasValue: boolean;
}

/**
 * Reads the rows of a sheet one after another, the hidden ones too. `onRow` may say false: no more is needed. Gives the ranges of merged cells,
 * which stand behind the rows. @throws UnusableFile
 */
export async function readSheetRows(
  workbook: Workbook,
  shared: readonly string[],
  sheet: Sheet,
  onRow: (row: SheetRow) => boolean,
): Promise<readonly string[]> {
  const merged: string[] = [];
  let line = 0;
  let values: string[] = [];
  let wrong: Map<number, string> | null = null;
  let nextColumn = 0;
  let cell: OpenCell | null = null;
  let isText = false;
  let isAid = false;
  let isInRow = false;
  let isDone = false;

  function openRow(written: string | undefined): void {
    const before = line;
    line = written === undefined ? line + 1 : Number(written);
    if (!Number.isInteger(line) || line < 1 || line > lastLine) throw noSuchPlace(String(written));
    // A row's number tells its records apart: one that comes again, goes back or lies within another was written by no spreadsheet.
    if (line <= before || isInRow) throw damagedWorkbook;
    isInRow = true;
    values = [];
    wrong = null;
    nextColumn = 0;
  }

  function openCell(attributes: Readonly<Record<string, string>>): void {
    const { r: place, t: type = 'n', s: style = '0' } = attributes;
    const column = place === undefined ? nextColumn : columnOfPlace(place);
    nextColumn = column + 1;
    cell = { column, type, style: Number(style), text: '', hasFormula: false, hasValue: false };
  }

  function closeCell({ column, type, style, text, hasFormula, hasValue }: OpenCell): void {
    if (hasFormula && !hasValue) return refuse(column, 'is a formula whose result was not saved');
    if (type === 'e') {
      put(column, text);
      return refuse(column, "is a spreadsheet's error");
    }
    if (text === '' && type !== 's') return;
    if (type === 's') put(column, shared[Number(text)] ?? '');
    else if (type === 'b') put(column, text.trim() === '1' ? 'TRUE' : 'FALSE');
    else if (type === 'n') put(column, textOfNumber(text, workbook.styles[style] ?? 'number', workbook.from1904));
    else put(column, unescaped(text));
  }

  function refuse(column: number, why: string): void {
    wrong ??= new Map();
    wrong.set(column, why);
  }

  function put(column: number, value: string): void {
    if (value === '') return;
    while (values.length < column) values.push('');
    values[column] = value;
  }

  await readMarkup(sheet.part, {
    opens(name, attributes) {
      if (name === 'row') openRow(attributes['r']);
      else if (name === 'c') openCell(attributes);
      else if (name === 'mergeCell') merged.push(attributes['ref'] ?? '');
      else if (name === 'rPh') isAid = true;
      else if (cell && name === 'f') cell.hasFormula = true;
      else if (cell && (name === 'v' || (name === 't' && !isAid))) {
        isText = true;
        cell.hasValue = true;
      }
    },
    text(piece) {
      if (cell && isText) cell.text += piece;
    },
    closes(name) {
      if (name === 'v' || name === 't') isText = false;
      else if (name === 'rPh') isAid = false;
      else if (name === 'c' && cell) {
        closeCell(cell);
        cell = null;
      } else if (name === 'row') {
        isInRow = false;
        if (!isDone && (values.length > 0 || wrong)) isDone = !onRow({ line, values, wrong });
      }
    },
    isDone: () => isDone,
  });
  return merged;
}

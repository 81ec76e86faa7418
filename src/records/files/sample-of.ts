import { basename } from 'node:path';
import { decoderFor } from '../csv/decode.ts';
import { separators } from '../csv/separator.ts';
import { EndlessValue, rowSplitter } from '../csv/split-rows.ts';
import type { SplitRow } from '../csv/split-rows.ts';
import { UnreadableText } from '../csv/unreadable-text.ts';
import { beginningOf } from './beginning.ts';
import { filesOf } from './found-files.ts';
import type { FoundFile } from './found-files.ts';
import { UnusableFile } from './unusable-file.ts';
import { sharedStrings } from './workbook/shared-strings.ts';
import { readSheetRows } from './workbook/sheet-rows.ts';
import { readWorkbook } from './workbook/workbook.ts';

/** The beginning of a table that nobody has described yet. */
export interface TableSample {
  /** As the `reads` of a source would name it. */
  readonly name: string;
  readonly form: 'text' | 'xlsx';
  /** How its letters are written, as `encoding` would say it; a guess where it is not UTF-8 and has no mark. */
  readonly encoding: string;
  /** Null for a sheet. */
  readonly separator: string | null;
  readonly sheet: string | null;
  /** The line that the header stands in, from 1: lines above it are titles of a report. */
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Bytes of a text that are looked at, and columns. */
const mostBytes = 2_000_000;
const widestSample = 2_000;
/** Lines above a header that are looked at. */
const mostAbove = 50;

/** The first rows, at most so many, of each table in a file: its sheets, or all that lies in a ZIP. @throws UnusableFile */
export async function sampleOf(path: string, most: number): Promise<readonly TableSample[]> {
  const samples: TableSample[] = [];
  for (const file of await filesOf(path, basename(path))) {
    if (file.archive !== null && !/\.(?:csv|tsv|txt|xls[xm])(?:\.gz)?$/i.test(file.name)) continue;
    samples.push(...(file.openWorkbook ? await sheetSamples(file, most) : [await textSample(file, most)]));
  }
  return samples;
}

function nameOf(file: FoundFile): string {
  const inArchive = file.archive === null ? file.name : file.name.slice(file.archive.length + 1);
  return basename(inArchive.replace(/\.gz$/i, ''));
}

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

async function sheetSamples(file: FoundFile, most: number): Promise<TableSample[]> {
  for await (const bytes of file.open()) {
    if (beginningOf(bytes, file.name) !== 'zip') throw new UnusableFile('this is no workbook', 'save it as .xlsx');
    break;
  }
  const archive = await file.openWorkbook?.();
  if (!archive) return [];
  try {
    const workbook = await readWorkbook(archive);
    const shared = await sharedStrings(workbook.sharedPart);
    const samples: TableSample[] = [];
    for (const sheet of workbook.sheets.filter(({ isHidden }) => !isHidden)) {
      const lines: Line[] = [];
      await readSheetRows(workbook, shared, sheet, ({ line, values }) => {
        lines.push({ line, values });
        return lines.length < most + mostAbove;
      });
      const only = workbook.sheets.length === 1 ? null : sheet.name;
      const known = { name: nameOf(file), form: 'xlsx', encoding: 'utf-8', separator: null, sheet: only } as const;
      samples.push({ ...known, ...tableIn(lines, most) });
    }
    return samples;
  } finally {
    archive.close();
  }
}

async function textSample(file: FoundFile, most: number): Promise<TableSample> {
  const { text, encoding, isCut } = await textOf(file);
  if (text.trim() === '') throw new UnusableFile('the file is empty', 'export it again, with its header');
  // The separator that makes the most values of the lines; a text of one column has none, and gets the comma.
  const trials = separators.map((separator) => ({
    separator,
    lines: linesOf(text, separator, most + mostAbove, isCut),
  }));
  const values = ({ lines }: { lines: readonly Line[] }): number =>
    lines.reduce((sum, line) => sum + line.values.length - 1, 0);
  const [{ separator, lines } = { separator: ',', lines: [] }] = trials.toSorted((a, b) => values(b) - values(a));
  return { name: nameOf(file), form: 'text', encoding, separator, sheet: null, ...tableIn(lines, most) };
}

/** The header is the first of the widest lines at the top, so that a report's title and filters stand above it. */
function tableIn(lines: readonly Line[], most: number): Pick<TableSample, 'headerLine' | 'header' | 'rows'> {
  const filled = ({ values }: Line): number => values.filter((value) => value.trim() !== '').length;
  const widest = Math.max(0, ...lines.slice(0, mostAbove).map(filled));
  const at = Math.max(
    0,
    lines.findIndex((line) => filled(line) * 2 > widest && filled(line) > (widest > 1 ? 1 : 0)),
  );
  const header = (lines[at]?.values ?? []).map((name) => name.trim());
  return {
    headerLine: lines[at]?.line ?? 1,
    header,
    rows: lines.slice(at + 1, at + 1 + most).map(({ values }) => values),
  };
}

/** The last row of a text that was cut is none. */
function linesOf(text: string, separator: string, most: number, isCut: boolean): Line[] {
  const lines: Line[] = [];
  const places = new Map(Array.from({ length: widestSample }, (_, column) => [column, column]));
  const add = ({ line, values, width }: SplitRow): void => {
    if (lines.length < most) lines.push({ line, values: values.slice(0, width) });
  };
  const splitter = rowSplitter(separator, add, (first) => {
    add(first);
    return places;
  });
  try {
    splitter.push(text);
    if (!isCut) splitter.end();
  } catch (error) {
    // The text may have been cut within a value.
    if (!(error instanceof EndlessValue)) throw error;
  }
  return lines;
}

/** The file's first text. What is neither marked nor UTF-8 is most often Windows' Western letters, or UTF-16 where it is full of zeros. */
async function textOf(file: FoundFile): Promise<{ text: string; encoding: string; isCut: boolean }> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of file.open()) {
    if (pieces.length === 0 && beginningOf(piece, file.name) !== 'text') {
      throw new UnusableFile(
        'this file is packed, or a workbook, and its name does not say so',
        'name it as what it is: .zip, .gz or .xlsx',
      );
    }
    pieces.push(Buffer.from(piece));
    bytes += piece.length;
    if (bytes > mostBytes) break;
  }
  const all = Buffer.concat(pieces).subarray(0, mostBytes);
  const isCut = bytes > mostBytes;
  const marked =
    all[0] === 0xff && all[1] === 0xfe ? 'utf-16le' : all[0] === 0xfe && all[1] === 0xff ? 'utf-16be' : null;
  const likely = marked ?? (all.subarray(0, 1000).includes(0) ? (all[0] === 0 ? 'utf-16be' : 'utf-16le') : 'utf-8');
  try {
    return { text: decoderFor(all, likely).decode(all), encoding: likely, isCut };
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    // A sample is shown whatever its letters are; who reads the file by it is told where they are others.
    return { text: new TextDecoder('windows-1252').decode(all), encoding: 'windows-1252', isCut };
  }
}

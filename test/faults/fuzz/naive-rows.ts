/**
 * How many rows a file of the exports has, told apart from the product: the whole of it in memory, letter by letter, in the shortest way that can be read.
 */
import { gunzipSync } from 'node:zlib';
import { unpacked } from './packing.ts';
import type { Files } from './seeds.ts';

export interface TableForm {
  readonly encoding: string | null;
  readonly separator: string | null;
}

/** The rows that a file may have: one number, or several where it is told by no header what separates its values. */
export function naiveRows(files: Files, file: string, form: TableForm): readonly number[] {
  const bytes = bytesOf(files, file);
  if (/\.xlsx$/i.test(file)) return [Math.max(0, sheetLines(bytes) - 1)];
  const text = new TextDecoder(markOf(bytes) ?? form.encoding ?? 'utf-8').decode(bytes);
  const separators = form.separator === null ? [',', ';', '\t'] : [form.separator];
  return [...new Set(separators.map((separator) => Math.max(0, textLines(text, separator) - 1)))];
}

/** A file, or what a ZIP holds of this name; unpacked. */
function bytesOf(files: Files, file: string): Buffer {
  const whole = files.get(file);
  const archive = [...files.keys()].find((name) => file.startsWith(`${name}/`)) ?? '';
  const named = file.slice(archive.length + 1);
  const bytes = whole ?? unpacked(files.get(archive) ?? Buffer.alloc(0), (name) => name === named).get(named);
  if (!bytes) throw new Error(`there is no ${file}`);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Lines of a CSV text that hold anything, the header too; a line end within quotes is none. */
export function textLines(text: string, separator: string): number {
  let lines = 0;
  let line = '';
  let isQuoted = false;
  let isStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (!isQuoted && letter === '\n') {
      if (line !== '' && line !== '\r') lines += 1;
      line = '';
      isStart = true;
      continue;
    }
    if (line.length < 2) line += letter;
    if (isQuoted) {
      if (letter !== '"') continue;
      if (text.charAt(at + 1) === '"') at += 1;
      else isQuoted = false;
    } else {
      isQuoted = isStart && letter === '"';
      isStart = letter === separator;
    }
  }
  return line !== '' && line !== '\r' ? lines + 1 : lines;
}

/** Rows of the first sheet in which any cell says anything. */
function sheetLines(book: Buffer): number {
  const sheets = unpacked(book, (name) => name.endsWith('worksheets/sheet1.xml'));
  const markup = [...sheets.values()].join('');
  const rows = markup.match(/<(?:\w+:)?row\b[^>]*?(?:\/>|>.*?<\/(?:\w+:)?row>)/gs) ?? [];
  return rows.filter((row) => /<(?:\w+:)?(?:v|t|f)\b[^>/]*>[^<]/.test(row)).length;
}

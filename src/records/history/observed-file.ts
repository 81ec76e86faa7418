/** What was observed, as the text of a file: read strictly, written always alike. */
import { closestWord } from '../../agreement/closest-word.ts';
import type { Problem } from '../../values/problem.ts';
import type { TextFile } from '../../values/text-file.ts';
import { inFileOrder } from './observed-line.ts';
import type { ObservedLine } from './observed-line.ts';
import { watchedFields } from './watched-fields.ts';

const columns = ['source', 'kind', 'key', 'field', 'from', 'to', 'at', 'seen before'] as const;
const header = columns.join(',');

/** The file's text: a header, then a line for each, in the order of time and then of keys. */
export function observedText(lines: readonly ObservedLine[]): string {
  return [header, ...lines.toSorted(inFileOrder).map(textOf)].map((line) => `${line}\n`).join('');
}

function textOf({ source, kind, key, field, from, to, at, seenBefore }: ObservedLine): string {
  return [...[source, kind, key, field, from, to].map(escaped), sayInstant(at), sayInstant(seenBefore)].join(',');
}

/** A cell stands in one piece: what would end it is written as in an address. */
function escaped(text: string): string {
  return text.replaceAll(
    /[%,"\r\n]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function sayInstant(instant: number | null): string {
  return instant === null ? '' : new Date(instant * 1000).toISOString().replace('.000Z', 'Z');
}

/** The lines of such a text, and every one that can't be one, with its place. */
export function readObserved({ path, text }: TextFile): { lines: ObservedLine[]; problems: Problem[] } {
  const [first = '', ...rows] = text.split(/\r?\n/);
  const problems: Problem[] = [];
  const fault = (line: number, says: string, fix = restore): void =>
    void problems.push({ level: 'fault', file: path, line, column: 1, says, fix });
  if (first !== header) fault(1, `Expected the columns ${header}.`);
  const seen = new Map<string, number>();
  const lines = rows.flatMap((row, index) => {
    if (row === '' || first !== header) return [];
    const line = readLine(row);
    if (typeof line === 'string') fault(index + 2, line);
    else if (seen.has(identity(line)))
      fault(
        index + 2,
        `A second line for the same: the first stands on line ${seen.get(identity(line))}.`,
        'delete one of the two',
      );
    else {
      seen.set(identity(line), index + 2);
      return [line];
    }
    return [];
  });
  return { lines, problems };
}

const restore = 'put the line back as Git has it, or delete it: then what it told is not known any more';

const identity = ({ source, kind, key, field, at }: ObservedLine): string =>
  `${source}\n${kind}\n${key}\n${field}\n${at}`;

/** A line, or what is wrong with it. */
function readLine(row: string): ObservedLine | string {
  const cells = row.split(',');
  if (cells.length !== columns.length)
    return `Expected ${columns.length} cells, as the header has, got ${cells.length}.`;
  if (cells.some((cell) => /%(?!25|2C|22|0D|0A)|"/.test(cell)))
    return 'Expected % only in %25, %2C, %22, %0D and %0A, and no quotes.';
  const [source = '', kind = '', key = '', field = '', from = '', to = '', at = '', seenBefore = ''] = cells.map(
    (cell) =>
      cell.replaceAll(/%(25|2C|22|0D|0A)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  if (source === '') return 'Expected a source, got nothing.';
  const known = watchedFields.get(kind);
  if (!known)
    return `Expected one of ${[...watchedFields.keys()].join(', ')} for kind, got "${kind}"${meant(kind, [...watchedFields.keys()])}.`;
  if ((key === '') !== (field === ''))
    return 'Expected both a key and a field, or neither for an export that was seen.';
  if (field !== '' && !known.includes(field))
    return `Expected one of ${known.join(', ')} for field, got "${field}"${meant(field, known)}.`;
  const [instant, before] = [readInstantOf(at), readInstantOf(seenBefore)];
  if (instant === null) return `Expected an instant such as 2026-11-09T05:40:00Z for at, got "${at}".`;
  if (seenBefore !== '' && before === null)
    return `Expected an instant or nothing for seen before, got "${seenBefore}".`;
  if (before !== null && before >= instant) return 'Expected seen before to be before at.';
  return { source, kind, key, field, from, to, at: instant, seenBefore: before };
}

function meant(word: string, words: readonly string[]): string {
  const closest = closestWord(word, words);
  return closest ? ` (did you mean "${closest}"?)` : '';
}

function readInstantOf(text: string): number | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) && !Number.isNaN(Date.parse(text))
    ? Date.parse(text) / 1000
    : null;
}

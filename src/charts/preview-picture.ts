/** The picture of a page that a chat shows beside its link: what was found in large letters, and beside it its chart or the marks of its numbers. */
import type { PictureMark } from './chart-picture.ts';
import type { MarkShape } from './mark-shapes.ts';
import { fitting, widthOf } from './place.ts';
import { drawingAt, lineAt, linesAt, markAt, settings, shapeAt, sheetSvg, type Sheets } from './sheet.ts';
import type { Theme } from './theme.ts';
import { wrapped } from './wrapped.ts';

/** What those who show such pictures ask for. */
export const previewSize = { width: 1200, height: 630 } as const;

/** A number in the list of marks. */
export interface PreviewRow {
  /** Null: it is none that is judged, and begins where the marks do. */
  readonly shape: MarkShape | null;
  readonly name: string;
  readonly value: string;
}

export interface PreviewPicture {
  readonly title: string;
  readonly company: string;
  /** What the page is about: a number's name, 'Trends', a team. */
  readonly about: string;
  /** Of the one number that it is about. */
  readonly mark: PictureMark | null;
  /** 'Data of 9 November 2026'. */
  readonly from: string;
  /** A drawing of a phone's size; '' where the rows stand instead. */
  readonly drawing: string;
  /** At most as many as fit are shown. */
  readonly rows: readonly PreviewRow[];
}

const { width, height } = previewSize;
const margin = 60;
const inside = width - 2 * margin;
const head = 92;
const top = 132;
const bottom = height - 40;
const gap = 56;
const right = 500;
/** The heights that a finding may be set in: the first that its place has room for. */
const heights = [60, 54, 48, 44, 40, 36, 32] as const;
const line = 1.14;

export interface SetTitle {
  readonly lines: readonly string[];
  readonly height: number;
}

/** A finding in the largest letters in which all of it fits a place; in the smallest ones its end is cut. */
export function titleWithin(title: string, across: number, down: number): SetTitle {
  for (const size of heights) {
    const most = Math.floor(down / (size * line));
    const lines = wrapped(title, size, across, most, 'serif');
    const whole = lines.join(' ').length >= title.trim().length && lines.every((one) => fits(one, size, across));
    if (whole) return { lines, height: size };
  }
  const size = heights.at(-1) ?? 32;
  return { lines: wrapped(title, size, across, Math.floor(down / (size * line)), 'serif'), height: size };
}

/** A word that is too long for its line ends in an ellipsis where it did not before: then smaller letters are tried. */
const fits = (text: string, size: number, across: number): boolean =>
  !text.endsWith('…') && widthOf(text, size, 'serif') <= across;

const rowStep = 62;
const rowHeight = 27;

function listOf(rows: readonly PreviewRow[], x: number, from: number): string {
  const most = Math.floor((bottom - 30 - from) / rowStep) + 1;
  const loud = { ...settings.loud, height: rowHeight };
  const soft = { ...settings.plain, height: rowHeight };
  return rows
    .slice(0, most)
    .map(({ shape, name, value }, index) => {
      const middle = from + index * rowStep;
      const said = fitting(value, rowHeight, right / 2, 'bold');
      const indent = shape ? 48 : 0;
      const room = right - indent - 20 - widthOf(said, rowHeight, 'bold');
      return (
        (shape ? shapeAt(shape, x, middle, 32) : '') +
        lineAt(fitting(name, rowHeight, room), x + indent, middle + 10, soft) +
        lineAt(said, x + right, middle + 10, loud, 'right') +
        `<path class="divide" d="M${x} ${middle + rowStep / 2}h${right}" />`
      );
    })
    .join('');
}

/** The picture in the colours of a theme, as SVG. */
export function previewSvg(preview: PreviewPicture, sheets: Sheets, theme: Theme): string {
  const { title, company, about, mark, from, drawing, rows } = preview;
  const whole = drawing === '' && rows.length === 0;
  const across = whole ? inside : inside - right - gap;
  const said = mark ? 50 : 0;
  const { lines, height: size } = titleWithin(title, across, bottom - top - said);
  const name = { ...settings.says, height: 32 };
  const small = { ...settings.soft, height: 26 };
  const place = width - margin - right;
  const first = lineAt(fitting(company, 32, inside - widthOf(from, 26) - 40, 'serif'), margin, 62, name);
  const inner = [
    first,
    lineAt(from, width - margin, 62, small, 'right'),
    `<path class="double" d="M${margin} ${head - 7}h${inside}M${margin} ${head}h${inside}" />`,
    mark ? markAt(mark.shape, mark.word, margin, top + 12, 36) : '',
    linesAt(lines, margin, top + said + size * 0.86, { ...settings.says, height: size }, size * line),
    drawing ? lineAt(fitting(about, 26, right), place, top + 22, small) : '',
    drawing ? drawingAt(drawing, place, top + 60, right, sheets, theme) : listOf(rows, place, top + 26),
  ].join('');
  return sheetSvg({ width, height, title, description: about, inner }, sheets, theme);
}

/** What a picture that stands alone is put together from: words in lines, marks, and a drawing within the picture. */
import { escaped } from './drawing-document.ts';
import { markShapes, type MarkShape } from './mark-shapes.ts';
import { asWide, fixedWidths } from './on-its-own.ts';
import { usedRules } from './style-rules.ts';
import type { Theme } from './theme.ts';
import type { Weight } from './widths.ts';
import { widthOf } from './place.ts';

/** The style sheets that a picture takes its rules from: those of drawings, and those of what stands around them. */
export interface Sheets {
  readonly chart: string;
  readonly picture: string;
}

/** How words are set: their class in `picture.css`, the weight that this class gives them, and their height in pixels. */
export interface Setting {
  readonly role: string;
  readonly weight: Weight;
  readonly height: number;
}

export const settings = {
  says: { role: 'says', weight: 'serif' },
  soft: { role: 'soft', weight: 'regular' },
  plain: { role: 'plain', weight: 'regular' },
  loud: { role: 'loud', weight: 'bold' },
} as const satisfies Record<string, Omit<Setting, 'height'>>;

/** A line of words: `y` is where its letters stand, `x` its left end, or its right one. */
export function lineAt(text: string, x: number, y: number, setting: Setting, ends: 'left' | 'right' = 'left'): string {
  const { role, weight, height } = setting;
  const anchor = ends === 'right' ? ' text-anchor="end"' : '';
  return `<text class="${role}" x="${x}" y="${y}" font-size="${height}"${anchor}${asWide(text, height, weight)}>${escaped(text)}</text>`;
}

/** Lines below each other, the first one's letters standing at `y`. */
export const linesAt = (lines: readonly string[], x: number, y: number, setting: Setting, step: number): string =>
  lines.map((text, index) => lineAt(text, x, Math.round(y + index * step), setting)).join('');

/** A mark with its word: the shape is as high as given, the word a little less; both on one line around `middle`. */
export function markAt(shape: MarkShape, word: string, x: number, middle: number, size: number): string {
  const height = Math.round(size * 0.8);
  const drawn = shapeAt(shape, x, middle, size);
  const setting = { role: `k-${shape}`, weight: 'bold', height } as const;
  return drawn + lineAt(word, x + Math.round(size * 1.35), Math.round(middle + height * 0.35), setting);
}

/** How wide a mark with its word is. */
export const markWidth = (word: string, size: number): number =>
  Math.round(size * 1.35) + widthOf(word, Math.round(size * 0.8), 'bold');

export const shapeAt = (shape: MarkShape, x: number, middle: number, size: number): string =>
  `<svg x="${x}" y="${Math.round(middle - size / 2)}" width="${size}" height="${size}" viewBox="0 0 20 20" class="chart">${markShapes[shape]}</svg>`;

const head = /^<svg [^>]*?viewBox="([^"]*)"[^>]*>(?:<title[^>]*>[^<]*<\/title>)?(?:<desc[^>]*>[^<]*<\/desc>)?/;

/** A drawing within a picture, as wide as given: its own title and description are the picture's. */
export function drawingAt(svg: string, x: number, y: number, width: number, sheets: Sheets, theme: Theme): string {
  const [whole = '', box = ''] = head.exec(svg) ?? [];
  const [, , inner = 1, high = 1] = box.split(' ').map(Number);
  const [, names = 'chart'] = / class="([^"]*)"/.exec(whole) ?? [];
  const anchor = / text-anchor="[^"]*"/.exec(whole)?.[0] ?? '';
  const height = Math.round((high * width) / inner);
  const start = `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box}" class="${names}"${anchor} overflow="visible">`;
  return fixedWidths(svg, usedRules(svg, sheets.chart, theme)).replace(head, start);
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** What is on it, as SVG. */
  readonly inner: string;
}

/** The picture as a file that needs no page: with the rules that it uses, in the colours of a theme, on its paper. */
export function sheetSvg({ width, height, title, description, inner }: Sheet, sheets: Sheets, theme: Theme): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="picture-title picture-desc">`;
  const named = `<title id="picture-title">${escaped(title)}</title><desc id="picture-desc">${escaped(description)}</desc>`;
  const rules = usedRules(svg + inner, `${sheets.picture}\n${sheets.chart}`, theme).map(
    ({ selectors, declarations }) => `${selectors.join(', ')} { ${declarations.join('; ')} }`,
  );
  const paper = `<rect width="100%" height="100%" fill="${theme['--paper'] ?? 'none'}" />`;
  return `${svg}${named}<style>\n${rules.join('\n')}\n</style>${paper}${inner}</svg>\n`;
}

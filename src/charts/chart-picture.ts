/** A chart as a picture for a slide or a document: it says by itself what was found, what is measured, of whom, and of which day. */
import { lineAt, linesAt, drawingAt, markAt, markWidth, settings, sheetSvg, type Sheets } from './sheet.ts';
import type { MarkShape } from './mark-shapes.ts';
import { widthOf } from './place.ts';
import type { Theme } from './theme.ts';
import { wrapped } from './wrapped.ts';

/** The mark of a finding: its shape and its word. */
export interface PictureMark {
  readonly shape: MarkShape;
  readonly word: string;
}

export interface ChartPicture {
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  readonly mark: PictureMark;
  /** What the number is called, and how it is measured. */
  readonly name: string;
  readonly measured: string;
  /** The drawing, in pixels of its own; '' where there is nothing to draw. */
  readonly drawing: string;
  readonly drawingHeight: number;
  /** What the small numbers in the drawing stand for. */
  readonly notes: readonly { readonly number: number; readonly says: string }[];
  /** Whose number of which day: 'Hollin Works, 9 November 2026'. */
  readonly from: string;
  /** Where it is explained. */
  readonly address: string;
}

/** As wide as the drawings of half a page, with a margin around them. */
const inside = 648;
const margin = 28;
export const pictureWidth = inside + 2 * margin;

const finding = { ...settings.says, height: 25 };
const small = { ...settings.soft, height: 15 };
const said = { ...settings.plain, height: 15 };
const findingStep = 31;
const smallStep = 21;

/** The most lines that each of its texts may take; words past them end in an ellipsis. */
const most = { title: 5, measured: 3, note: 2, from: 2 } as const;

/** The picture in the colours of a theme, as SVG of `pictureWidth` pixels; as high as its words need. */
export function chartPictureSvg(picture: ChartPicture, sheets: Sheets, theme: Theme): string {
  const parts: string[] = [];
  let y = margin + 12;
  parts.push(markAt(picture.mark.shape, picture.mark.word, margin, y - 2, 19));
  parts.push(lineAt(picture.name, margin + markWidth(picture.mark.word, 19) + 12, y + 3, small));
  y += 34;
  const put = (text: string, setting: typeof finding | typeof small | typeof said, step: number, lines: number) => {
    if (text === '') return;
    const split = wrapped(text, setting.height, inside, lines, setting.weight);
    parts.push(linesAt(split, margin, y, setting, step));
    y += split.length * step;
  };
  put(picture.title, finding, findingStep, most.title);
  y -= 6;
  put(picture.measured, small, smallStep, most.measured);
  if (picture.drawing) {
    parts.push(drawingAt(picture.drawing, margin, y - 6, inside, sheets, theme));
    y += picture.drawingHeight + 22;
  }
  for (const { number, says } of picture.notes) {
    const split = wrapped(says, said.height, inside - noteIndent, most.note);
    parts.push(noteRing(number, y), linesAt(split, margin + noteIndent, y, said, smallStep));
    y += split.length * smallStep + 4;
  }
  const rule = y - 6;
  parts.push(`<path class="divide" d="M${margin} ${rule}h${inside}" />`);
  y += 16;
  parts.push(footOf(picture, y));
  y += isLong(picture) ? smallStep : 0;
  const height = y + margin - 6;
  const { title, description } = picture;
  return sheetSvg({ width: pictureWidth, height, title, description, inner: parts.join('') }, sheets, theme);
}

const noteIndent = 28;

/** The ring that stands in the drawing too. */
const noteRing = (number: number, y: number): string =>
  `<svg x="${margin}" y="${y - 15}" width="20" height="20" class="chart"><circle class="note" cx="10" cy="10" r="9" /><text class="note-number" x="10" y="14" text-anchor="middle">${number}</text></svg>`;

/** Whose it is and where it is explained, side by side where there is room. */
const isLong = ({ from, address }: ChartPicture): boolean =>
  widthOf(from, small.height) + widthOf(address, small.height) + 24 > inside;

function footOf(picture: ChartPicture, y: number): string {
  const fit = (text: string) => wrapped(text, small.height, inside, 1)[0] ?? '';
  const from = lineAt(fit(picture.from), margin, y, small);
  if (isLong(picture)) return from + lineAt(fit(picture.address), margin, y + smallStep, small);
  return from + lineAt(picture.address, margin + inside, y, small, 'right');
}

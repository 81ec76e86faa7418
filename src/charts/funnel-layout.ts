import type { FunnelFigure, FunnelStep } from '../values/figure.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import type { Weight } from './widths.ts';
import { linesAround, wrapped } from './wrapped.ts';

/** Words with their place, in pixels. */
export interface PlacedWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly role: 'ink' | 'barvalue' | 'rlabel';
  readonly anchor: 'start' | 'end';
}

/** Where a step's bar stands, and how far down what links it to the next one reaches. */
export interface BarPlace {
  readonly y1: number;
  readonly y2: number;
  readonly linked: number;
}

export interface FunnelLayout {
  readonly x: (amount: number) => number;
  readonly bars: readonly BarPlace[];
  readonly words: readonly PlacedWords[];
  readonly bottom: number;
}

/** How high a bar is, and what lies between two: with words beside them, and with words above them. */
const beside = { top: 8, bar: 24, between: 26 } as const;
const above = { bar: 18, link: 12, between: 10, line: 1.35 } as const;
const space = 12;
/** Names part from the bars so far. */
const apart = 16;

const scaleOf =
  ({ to }: FunnelFigure, left: number, right: number) =>
  (amount: number) =>
    left + (Math.min(amount, to) / (to || 1)) * (right - left);

/** Where the words of what may still come begin, beside the end of their bar; null where there is no room for them. */
function besideItsBar(step: FunnelStep, x: (amount: number) => number, right: number, text: number): number | null {
  const start = x((step.value ?? 0) + step.mayCome) + 8;
  return start + widthOf(step.mayComeLabel, text) <= right ? start : null;
}

/** Columns of names, bars, counts and shares; the last two widen for words that find no room beside their bar. */
function columnsBeside(figure: FunnelFigure, { width, text }: Size) {
  const { steps } = figure;
  const widest = (of: (step: FunnelStep) => string, weight: Weight = 'regular') =>
    Math.max(0, ...steps.map((step) => widthOf(of(step), text, weight)));
  const left = Math.min(widest(({ name }) => name) + apart, width * 0.3);
  const details = widest(({ detail }) => detail);
  const column = widest(({ label }) => label, 'bold') + (details > 0 ? space + details : 0);
  const most = width - column - apart;
  const roomy = scaleOf(figure, left, most);
  const crowded = steps.filter((step) => besideItsBar(step, roomy, most, text) === null);
  const widened = Math.max(column, ...crowded.map(({ mayComeLabel }) => widthOf(mayComeLabel, text)));
  return { left, end: width - widened - apart, value: width - (details > 0 ? space + details : 0) };
}

const count = ({ label, value }: FunnelStep, x: number, y: number): PlacedWords => ({
  x,
  y,
  text: label,
  role: value === null ? 'rlabel' : 'barvalue',
  anchor: 'end',
});

/** Names left of the bars, counts and shares right of them. */
function wordsBeside(figure: FunnelFigure, size: Size): FunnelLayout & { readonly room: number } {
  const { width, text } = size;
  const { left, end, value } = columnsBeside(figure, size);
  const x = scaleOf(figure, left, end);
  const bars = figure.steps.map((_, index): BarPlace => {
    const y1 = beside.top + index * (beside.bar + beside.between);
    return { y1, y2: y1 + beside.bar, linked: y1 + beside.bar + beside.between };
  });
  const words = figure.steps.flatMap((step, index): PlacedWords[] => {
    const y = (bars[index]?.y1 ?? 0) + beside.bar / 2;
    const after = besideItsBar(step, x, end, text);
    const soft = { y, role: 'rlabel', anchor: 'start' } as const;
    const name = linesAround(wrapped(step.name, text, left - apart, 2), y, text);
    return [
      ...name.map((line): PlacedWords => ({ ...line, x: 0, role: 'ink', anchor: 'start' })),
      count(step, value, y),
      { ...soft, x: value + space, text: step.detail },
      after === null
        ? { ...soft, x: width, y: y + text + 5, anchor: 'end', text: step.mayComeLabel }
        : { ...soft, x: after, text: step.mayComeLabel },
    ];
  });
  const lowest = Math.max(bars.at(-1)?.y2 ?? 0, ...words.map(({ y }) => y + text * 0.6));
  return { x, bars, words, bottom: lowest + beside.top, room: end - left };
}

/** Whether each name has room in one line with its share and its count. */
const inOneLine = ({ steps }: FunnelFigure, { width, text }: Size): boolean =>
  steps.every(({ name, label, detail }) => {
    const said = widthOf(name, text) + widthOf(detail, text) + widthOf(label, text, 'bold');
    return said + 2 * space <= width;
  });

/** What stands above a step's bar, line by line; `free`: what may still come is said beside the bar. */
function linesAbove(step: FunnelStep, inOne: boolean, free: boolean, { width, text }: Size): PlacedWords[][] {
  const room = width - widthOf(step.label, text, 'bold') - space;
  const soft = { x: 0, y: 0, role: 'rlabel', anchor: 'start' } as const;
  const name: PlacedWords = { ...soft, text: wrapped(step.name, text, room, 1)[0] ?? '', role: 'ink' };
  const detail: PlacedWords = inOne ? { ...soft, x: room, text: step.detail, anchor: 'end' } : { ...soft, text: step.detail }; // prettier-ignore
  const mayCome: PlacedWords = { ...soft, x: width, text: step.mayComeLabel, anchor: 'end' };
  const rest = [...(inOne ? [] : [detail]), ...(free ? [] : [mayCome])].filter((each) => each.text !== '');
  const shared = widthOf(step.detail, text) + widthOf(step.mayComeLabel, text) + space <= width;
  const first = [name, ...(inOne ? [detail] : []), count(step, width, 0)];
  return [first, ...(shared ? [rest] : rest.map((one) => [one]))].filter((line) => line.length > 0);
}

/** Words above the bars, which have the whole width. */
function wordsAbove(figure: FunnelFigure, size: Size): FunnelLayout {
  const { width, text } = size;
  const x = scaleOf(figure, 0, width);
  const inOne = inOneLine(figure, size);
  const bars: BarPlace[] = [];
  const words: PlacedWords[] = [];
  let top = 0;
  for (const step of figure.steps) {
    const after = besideItsBar(step, x, width, text);
    const lines = linesAbove(step, inOne, after !== null, size);
    const y1 = top + text * lines.length * above.line + 2;
    const y2 = y1 + above.bar;
    for (const [at, line] of lines.entries())
      words.push(...line.map((one) => ({ ...one, y: top + text * (0.65 + at * above.line) })));
    if (after !== null)
      words.push({ x: after, y: (y1 + y2) / 2, text: step.mayComeLabel, role: 'rlabel', anchor: 'start' });
    bars.push({ y1, y2, linked: y2 + above.link });
    top = y2 + above.link + above.between;
  }
  return { x, bars, words, bottom: (bars.at(-1)?.y2 ?? 0) + 4 };
}

/** Beside their bars where these keep a third of the width; else, as on a phone, above them. */
export function funnelLayout(figure: FunnelFigure, size: Size): FunnelLayout {
  const layout = size.narrow ? null : wordsBeside(figure, size);
  return layout && layout.room >= size.width / 3 ? layout : wordsAbove(figure, size);
}

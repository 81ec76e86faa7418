import type { FunnelFigure, FunnelStep } from '../values/figure.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
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

/** Words beside the bars, and words above them: how high a bar is, and what lies between two. */
const beside = { bar: 24, between: 26 } as const;
const above = { bar: 18, link: 12, between: 10, line: 1.35 } as const;
const space = 12;
/** Bold words are a little wider. */
const bold = 1.06;

const widest = (texts: readonly string[], text: number) => Math.max(0, ...texts.map((each) => widthOf(each, text)));

const scaleOf =
  ({ to }: FunnelFigure, left: number, right: number) =>
  (amount: number) =>
    left + (Math.min(amount, to) / (to || 1)) * (right - left);

/** What may still come stands beside the end of its bar; null where there is no room for it. */
function besideItsBar(step: FunnelStep, x: (amount: number) => number, right: number, text: number): number | null {
  const start = x((step.value ?? 0) + step.mayCome) + 8;
  return start + widthOf(step.mayComeLabel, text) <= right ? start : null;
}

/** Names left of the bars, counts and shares right of them. */
function wordsBeside(figure: FunnelFigure, { width, text }: Size): FunnelLayout {
  const { steps } = figure;
  const left = Math.min(widest(steps.map(({ name }) => name), text) + 16, width * 0.3); // prettier-ignore
  const values = widest(steps.map(({ label }) => label), text) * bold; // prettier-ignore
  const details = widest(steps.map(({ detail }) => detail), text); // prettier-ignore
  const column = values + (details > 0 ? details + space : 0);
  const roomy = scaleOf(figure, left, width - column - 16);
  const crowded = steps.filter((step) => besideItsBar(step, roomy, width - column - 16, text) === null);
  const end = width - 16 - Math.max(column, widest(crowded.map(({ mayComeLabel }) => mayComeLabel), text)); // prettier-ignore
  const x = scaleOf(figure, left, end);
  const bars = steps.map((_, index) => {
    const y1 = 4 + index * (beside.bar + beside.between);
    return { y1, y2: y1 + beside.bar, linked: y1 + beside.bar + beside.between };
  });
  const words = steps.flatMap((step, index): PlacedWords[] => {
    const middle = (bars[index]?.y1 ?? 0) + beside.bar / 2;
    const after = besideItsBar(step, x, end, text);
    const names = linesAround(wrapped(step.name, text, left - 16, 2), middle, text);
    return [
      ...names.map((line): PlacedWords => ({ ...line, x: 0, role: 'ink', anchor: 'start' })),
      { x: width - (details > 0 ? details + space : 0), y: middle, text: step.label, role: 'barvalue', anchor: 'end' },
      { x: width, y: middle, text: step.detail, role: 'rlabel', anchor: 'end' },
      after === null
        ? { x: width, y: middle + text + 5, text: step.mayComeLabel, role: 'rlabel', anchor: 'end' }
        : { x: after, y: middle, text: step.mayComeLabel, role: 'rlabel', anchor: 'start' },
    ];
  });
  return { x, bars, words, bottom: (bars.at(-1)?.y2 ?? 0) + 8 };
}

/** What stands above a step's bar, line by line. */
function linesAbove(step: FunnelStep, figure: FunnelFigure, { width, text }: Size): PlacedWords[][] {
  const after = besideItsBar(step, scaleOf(figure, 0, width), width, text);
  const value = widthOf(step.label, text) * bold;
  const [first] = wrapped(step.name, text, width - value - space, 1);
  const inOne = figure.steps.every(
    ({ name, label, detail }) =>
      widthOf(name, text) + widthOf(detail, text) + widthOf(label, text) * bold + 2 * space <= width,
  );
  const name: PlacedWords = { x: 0, y: 0, text: first ?? '', role: 'ink', anchor: 'start' };
  const count: PlacedWords = { x: width, y: 0, text: step.label, role: 'barvalue', anchor: 'end' };
  const detail: PlacedWords = { x: 0, y: 0, text: step.detail, role: 'rlabel', anchor: 'start' };
  const mayCome: PlacedWords = { x: width, y: 0, text: step.mayComeLabel, role: 'rlabel', anchor: 'end' };
  const shared = widthOf(step.detail, text) + widthOf(step.mayComeLabel, text) + space <= width;
  const rest = [
    ...(inOne ? [] : [detail]),
    ...(after === null ? [mayCome] : []),
  ].filter(({ text: said }) => said !== ''); // prettier-ignore
  const inFirst: PlacedWords[] = inOne ? [name, { ...detail, x: width - value - space, anchor: 'end' }, count] : [name, count]; // prettier-ignore
  return [inFirst, ...(shared ? [rest] : rest.map((one) => [one]))].filter((line) => line.length > 0);
}

/** Words above the bars, which have the whole width. */
function wordsAbove(figure: FunnelFigure, size: Size): FunnelLayout {
  const { width, text } = size;
  const x = scaleOf(figure, 0, width);
  const bars: BarPlace[] = [];
  const words: PlacedWords[] = [];
  let top = 0;
  for (const step of figure.steps) {
    const lines = linesAbove(step, figure, size);
    lines.forEach((line, at) =>
      words.push(...line.map((one) => ({ ...one, y: top + text * (0.65 + at * above.line) }))),
    );
    const y1 = top + text * lines.length * above.line + 2;
    const y2 = y1 + above.bar;
    const after = besideItsBar(step, x, width, text);
    if (after !== null) words.push({ x: after, y: (y1 + y2) / 2, text: step.mayComeLabel, role: 'rlabel', anchor: 'start' }); // prettier-ignore
    bars.push({ y1, y2, linked: y2 + above.link });
    top = y2 + above.link + above.between;
  }
  return { x, bars, words, bottom: (bars.at(-1)?.y2 ?? 0) + 8 };
}

/** Beside their bars where these keep a third of the width; else, as on a phone, above them. */
export function funnelLayout(figure: FunnelFigure, size: Size): FunnelLayout {
  const layout = size.narrow ? null : wordsBeside(figure, size);
  const fits = layout && layout.x(figure.to) - layout.x(0) >= size.width / 3;
  return fits ? layout : wordsAbove(figure, size);
}

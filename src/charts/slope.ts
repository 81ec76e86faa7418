import * as Plot from '@observablehq/plot';
import type { SlopeFigure, SlopeLine } from '../values/figure.ts';
import { movedApart } from './apart.ts';
import { markShape } from './ends.ts';
import { words } from './frame.ts';
import { fitting, widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

/** A label's height in its column, in heights of its text. */
const leading = 1.28;
/** From an axis to its words: room for a leader line, and at the right for a mark. */
const leader = 14;
const markRoom = 20;
const bold = 1.06;
/** A label that was moved farther than this has a leader line. */
const nudge = 2;

/** Where things stand on a drawing, in pixels. */
function layoutOf({ lines, scale, level }: SlopeFigure, { width, height, text, narrow }: Size) {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((each) => widthOf(each, text)));
  const known = lines.filter(({ to }) => to !== null);
  const values = Math.max(widest(known.map(({ toLabel }) => toLabel)) * bold, 1);
  const left = widest(lines.map(({ from, fromLabel }) => (from === null ? '' : fromLabel))) * bold + leader + 4;
  const names = Math.min(widest(lines.map(({ name }) => name)), width * (narrow ? 0.36 : 0.34));
  const marked = lines.some(({ mark }) => mark !== 'none') ? markRoom : 4;
  const column = leader + marked + Math.max(values + 8 + names, level ? widthOf(level.label, text) : 0);
  const right = Math.max(width - column, left + 60);
  const label = text * leading;
  const top = text * 2.2;
  const bottom = Math.max(height - 8, top + (lines.length + (level ? 1 : 0)) * label);
  const reach = scale.to - scale.from || 1;
  const inset = label / 2;
  return {
    left,
    right,
    top,
    bottom,
    label,
    value: right + leader + marked,
    name: right + leader + marked + values + 8,
    y: (amount: number) => bottom - inset - ((amount - scale.from) / reach) * (bottom - top - 2 * inset),
  };
}
type Layout = ReturnType<typeof layoutOf>;

interface SideLabel {
  readonly line: SlopeLine | null;
  /** Where its line ends; null: it has no end on this side. */
  readonly end: number | null;
  readonly y: number;
  readonly text: string;
}

/** Labels of a side from the top down, moved apart. */
function placed(labels: readonly SideLabel[], { top, bottom, label }: Layout): SideLabel[] {
  const ordered = labels.toSorted((one, other) => one.y - other.y);
  const middles = movedApart(
    ordered.map(({ y }) => ({ y, height: label })),
    top,
    bottom,
  );
  return ordered.map((each, index) => ({ ...each, y: middles[index] ?? each.y }));
}

/** Values at the left; those that are alike and stand together are said once. */
function leftLabels({ lines }: SlopeFigure, layout: Layout): SideLabel[] {
  const labels = lines
    .toSorted((one, other) => Number(other.loud) - Number(one.loud))
    .flatMap((line): SideLabel[] => {
      const end = line.from === null ? null : layout.y(line.from);
      return end === null ? [] : [{ line, end, y: end, text: line.fromLabel }];
    });
  const once = labels.filter(
    (each, index) => labels.findIndex(({ y, text }) => text === each.text && Math.abs(y - each.y) < 1) === index,
  );
  return placed(once, layout);
}

/** Values and names at the right, and what was agreed; who has no value there stands where its line would begin. */
function rightLabels({ lines, level }: SlopeFigure, layout: Layout): SideLabel[] {
  const { y, bottom } = layout;
  const members = lines
    .toSorted((one, other) => (other.from ?? 0) - (one.from ?? 0))
    .map((line): SideLabel => {
      const end = line.to === null ? null : y(line.to);
      return { line, end, y: end ?? (line.from === null ? bottom : y(line.from)), text: line.toLabel };
    });
  const agreed: SideLabel[] = level ? [{ line: null, end: y(level.value), y: y(level.value), text: level.label }] : [];
  return placed([...agreed, ...members], layout);
}

const leaders = (labels: readonly SideLabel[], from: number, to: number): Plot.Markish =>
  Plot.link(
    labels.filter(({ end, y }) => end !== null && Math.abs(end - y) > nudge),
    { x1: () => from, y1: 'end', x2: () => to, y2: 'y', className: 'axis' },
  );

/** Lines of the background, then those that the drawing is about, each with a dot at its ends. */
function linesOf({ lines }: SlopeFigure, { left, right, y }: Layout): Plot.Markish[] {
  return [false, true].flatMap((loud) => {
    const drawn = lines.filter((line) => line.loud === loud);
    const both = drawn.flatMap(({ from, to, says }) =>
      from === null || to === null ? [] : [{ y1: y(from), y2: y(to), says }],
    );
    const ends = drawn.flatMap(({ from, to, says }) => [
      ...(from === null ? [] : [{ x: left, y: y(from), says }]),
      ...(to === null ? [] : [{ x: right, y: y(to), says }]),
    ]);
    const context = loud ? '' : ' context';
    return [
      Plot.link(both, { x1: () => left, y1: 'y1', x2: () => right, y2: 'y2', className: `line${context}` }),
      Plot.dot(ends, { x: 'x', y: 'y', r: loud ? 4.5 : 3.5, title: 'says', className: `dot${context}` }),
    ];
  });
}

function rightWords(labels: readonly SideLabel[], { right, value, name }: Layout, size: Size): Plot.Markish[] {
  return labels.flatMap(({ line, y, text, end }) => {
    if (!line) return [words([{ x: right + leader, y, text }], 'tlabel')];
    const start = end === null ? value + widthOf(text, size.text) + 8 : name;
    const called = { x: start, y, text: fitting(line.name, size.text, size.width - start) };
    return [
      ...(line.mark === 'none' ? [] : [markShape({ x: value - 12, y }, line.mark, 5.5)]),
      words([{ x: value, y, text }], line.loud ? 'barvalue' : 'rlabel'),
      words([called], line.loud ? 'name' : 'rlabel'),
    ];
  });
}

/** Where zero lies, if the scale reaches below it. */
function zeroOf({ scale }: SlopeFigure, { left, right, y }: Layout): Plot.Markish[] {
  return scale.from < 0 && scale.to > 0 ? [Plot.ruleY([y(0)], { x1: left, x2: right, className: 'grid' })] : [];
}

/** What the sides are called, above their axes and clear of each other. */
function sidesOf({ sides }: SlopeFigure, { left, right }: Layout, { width, text }: Size): Plot.Markish[] {
  const [before, after] = sides;
  const [one, other] = [widthOf(before, text) / 2, (widthOf(after, text) * bold) / 2];
  const first = Math.max(one, left);
  const second = Math.min(width - other, Math.max(right, first + one + leader + other));
  const y = text * 0.75;
  return [
    words([{ x: Math.min(first, second - other - leader - one), y, text: before }], 'tick', 'middle'),
    words([{ x: second, y, text: after }], 'tick now', 'middle'),
  ];
}

/** Members in two periods: what each was, and what it is. */
export function drawSlope(figure: SlopeFigure, size: Size, id: string): string {
  const layout = layoutOf(figure, size);
  const { left, right, top, bottom, y } = layout;
  const [ofLeft, ofRight] = [leftLabels(figure, layout), rightLabels(figure, layout)];
  const marks = [
    ...sidesOf(figure, layout, size),
    ...zeroOf(figure, layout),
    Plot.ruleX([left, right], { y1: top, y2: bottom, className: 'axis' }),
    ...(figure.level ? [Plot.ruleY([y(figure.level.value)], { x1: left, x2: right, className: 'target' })] : []),
    leaders(ofLeft, left - 5, left - leader + 2),
    leaders(ofRight, right + 5, right + leader - 2),
    ...linesOf(figure, layout),
    ...ofLeft.map((each) =>
      words([{ x: left - leader, y: each.y, text: each.text }], each.line?.loud ? 'barvalue' : 'rlabel', 'end'),
    ),
    ...rightWords(ofRight, layout, size),
  ];
  const identity = { type: 'identity' as const };
  const options = { width: size.width, height: bottom + 8, x: identity, y: identity, margin: 0 };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}

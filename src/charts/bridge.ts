import * as Plot from '@observablehq/plot';
import type { BridgeFigure, BridgeStep } from '../values/figure.ts';
import { identity, words } from './frame.ts';
import { nothingKnown } from './nothing-known.ts';
import { fitting, widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';
import type { Weight } from './widths.ts';

/** On a phone the words stand above their bar, which has the whole width. */
const row = { desk: 34, phone: 44 } as const;
const bar = { desk: 18, phone: 14 } as const;
/** How far an arrow's point reaches; one that is shorter is all point, and as much lower. */
const tip = 9;
const least = { length: 2, height: 8 } as const;

/** Where things stand on a drawing, in pixels. */
function layoutOf({ steps, from, to, broken }: BridgeFigure, size: Size) {
  const { text, width, narrow } = size;
  const widest = (texts: readonly string[], weight: Weight = 'regular') =>
    Math.max(0, ...texts.map((each) => widthOf(each, text, weight)));
  const labels =
    widest(
      steps.map(({ label }) => label),
      'bold',
    ) + 14;
  const left = narrow ? 0 : Math.min(widest(steps.map(({ name }) => name)) + 14, width * 0.38);
  const right = narrow ? width : width - labels;
  const form = narrow ? 'phone' : 'desk';
  const top = broken ? text + 10 : 0;
  const start = (index: number) => top + row[form] * index;
  const words = (index: number) => start(index) + (narrow ? text * 0.9 : row.desk / 2);
  return {
    left,
    top,
    thick: bar[form],
    bottom: start(steps.length),
    /** How long a name may be. */
    room: narrow ? width - labels : left - 12,
    x: (amount: number) => left + ((Math.max(amount, from) - from) / (to - from || 1)) * (right - left),
    /** The middle of a step's bar, and of its words. */
    y: (index: number) => (narrow ? start(index) + row.phone - bar.phone / 2 - 6 : words(index)),
    words,
    start,
  };
}
type Layout = ReturnType<typeof layoutOf>;

/** A bar, or an arrow that points to where the step leads: direction is told by shape. */
function outline({ step, from, to }: BridgeStep, index: number, { x, y, thick }: Layout): { x: number; y: number }[] {
  const [start, middle] = [x(from), y(index)];
  const ahead = step === 'up' ? 1 : -1;
  const length = step === 'level' ? x(to) - start : Math.max(Math.abs(x(to) - start), least.length);
  const point = step === 'level' ? 0 : Math.min(tip, length);
  const half = step === 'level' ? thick / 2 : Math.max(least.height, (thick * point) / tip) / 2;
  const end = step === 'level' ? start + length : start + ahead * length;
  const neck = end - ahead * point;
  const [top, bottom] = [middle - half, middle + half];
  return [{ x: start, y: top }, { x: neck, y: top }, { x: end, y: middle }, { x: neck, y: bottom }, { x: start, y: bottom }]; // prettier-ignore
}

const classOf = ({ step, unknown }: BridgeStep): string =>
  unknown ? 'bar wait' : ({ level: 'bar level', up: 'bar', down: 'bar no', still: 'bar' } as const)[step];

function shapes({ steps }: BridgeFigure, layout: Layout): Plot.Markish[] {
  return steps.flatMap((step, index) =>
    step.step === 'still'
      ? []
      : [Plot.line(outline(step, index, layout), { x: 'x', y: 'y', curve: 'linear-closed', className: classOf(step) })],
  );
}

/** On a phone a line only sets out and arrives, for words stand between: so far. */
const stubs = { out: 8, in: 4 } as const;

/** Thin lines from where a step ends to where the next one goes on, through what stood still. */
function links({ steps }: BridgeFigure, { x, y, thick }: Layout, { narrow }: Size): Plot.Markish {
  const edge = (index: number) => (steps[index]?.step === 'still' ? 0 : thick / 2);
  const between = steps.slice(0, -1).flatMap(({ to }, index) => {
    const [out, into] = [y(index) + edge(index), y(index + 1) - edge(index + 1)];
    const pieces = narrow
      ? [[out, out + stubs.out] as const, [into - stubs.in, into] as const]
      : [[out, into] as const];
    return pieces.map(([y1, y2]) => ({ x: x(to), y1, y2 }));
  });
  return Plot.ruleX(between, { x: 'x', y1: 'y1', y2: 'y2', className: 'axis' });
}

/** An axis that does not begin at zero says where it does, and cuts the levels that reach below. */
function broken(figure: BridgeFigure, { left, x, y, thick }: Layout, { text, width }: Size): Plot.Markish[] {
  if (!figure.broken) return [];
  const cuts = figure.steps.flatMap(({ step, from }, index) =>
    step === 'level' && from < figure.from ? [14, 20].map((at) => ({ at: x(figure.from) + at, y: y(index) })) : [],
  );
  return [
    Plot.link(cuts, {
      x1: ({ at }) => at - 4,
      x2: ({ at }) => at + 4,
      y1: ({ y: middle }) => middle + thick / 2 + 3,
      y2: ({ y: middle }) => middle - thick / 2 - 3,
      className: 'cut',
    }),
    words(
      [{ x: Math.max(0, Math.min(left, width - widthOf(figure.broken, text))), y: text * 0.6, text: figure.broken }],
      'tick',
    ),
  ];
}

/** A balance through a period, told like an account: what it was, each movement where the one before left it, what it is. */
export function drawBridge(figure: BridgeFigure, size: Size, id: string): string {
  const { steps } = figure;
  const layout = layoutOf(figure, size);
  const { x, words: at, start, room, top } = layout;
  const bottom = steps.length > 0 ? layout.bottom : size.height / 2;
  const area = { size, left: 0, right: size.width, top: 0, bottom };
  const labels = steps.map(({ label, step }, index) => ({ x: size.width, y: at(index), text: label, step }));
  const zero = x(Math.max(figure.from, 0));
  const marks = [
    // On a phone the words stand where the line would.
    Plot.ruleX(size.narrow || steps.length === 0 ? [] : [zero], { y1: top, y2: bottom, className: 'axis' }),
    Plot.ruleY(steps.length > 0 ? [start(steps.length - 1)] : [], { x1: 0, x2: size.width, className: 'axis' }),
    links(figure, layout, size),
    ...shapes(figure, layout),
    ...broken(figure, layout, size),
    words(
      steps.map((step, index) => ({ x: 0, y: at(index), text: fitting(step.name, size.text, room) })),
      'ink',
    ),
    words(
      labels.filter(({ step }) => step === 'level'),
      'barvalue',
      'end',
    ),
    words(
      labels.filter(({ step }) => step !== 'level'),
      'ink',
      'end',
    ),
    ...(steps.length > 0 ? [] : nothingKnown(area, figure.empty)),
  ];
  const options = { ...identity, width: size.width, height: bottom + 4 };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}

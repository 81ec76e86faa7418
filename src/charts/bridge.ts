import * as Plot from '@observablehq/plot';
import type { BridgeFigure, BridgeStep } from '../values/figure.ts';
import { words } from './frame.ts';
import { fitting, widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

const row = { desk: 34, phone: 34, stacked: 50 } as const;
const bar = 18;
/** How far an arrow's point reaches; one that is shorter is all point. */
const tip = 9;
/** The least that is drawn of a step that is not nothing. */
const hair = 2;

/** Where things stand on a drawing, in pixels. */
function layoutOf({ steps, from, to, broken }: BridgeFigure, size: Size) {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((each) => widthOf(each, size.text)));
  const names = widest(steps.map(({ name }) => name)) + 14;
  const stacked = size.narrow && names > size.width * 0.38;
  const left = stacked ? 0 : Math.min(names, size.width * 0.38);
  const right = size.width - widest(steps.map(({ label }) => label)) * 1.06 - 14;
  const height = stacked ? row.stacked : size.narrow ? row.phone : row.desk;
  const top = broken ? size.text + 10 : 0;
  return {
    stacked,
    left,
    right,
    top,
    bottom: top + height * steps.length,
    room: stacked ? size.width : left - 12,
    x: (amount: number) => left + ((Math.max(amount, from) - from) / (to - from || 1)) * (right - left),
    /** The middle of a step's bar, and of its name. */
    y: (index: number) => top + height * index + (stacked ? height - bar / 2 - 4 : height / 2),
    name: (index: number) => top + height * index + (stacked ? size.text * 0.9 : height / 2),
    start: (index: number) => top + height * index,
  };
}
type Layout = ReturnType<typeof layoutOf>;

/** A bar, or an arrow that points to where the step leads: direction is told by shape. */
function outline({ step, from, to }: BridgeStep, index: number, { x, y }: Layout): { x: number; y: number }[] {
  const [top, bottom] = [y(index) - bar / 2, y(index) + bar / 2];
  const [start, end] = [x(from), x(to)];
  if (step === 'level' || step === 'still')
    return [{ x: start, y: top }, { x: end, y: top }, { x: end, y: bottom }, { x: start, y: bottom }]; // prettier-ignore
  const ahead = step === 'up' ? 1 : -1;
  const point = Math.abs(end - start) < hair ? start + ahead * hair : end;
  const neck = point - ahead * Math.min(tip, Math.abs(point - start));
  return [{ x: start, y: top }, { x: neck, y: top }, { x: point, y: y(index) }, { x: neck, y: bottom }, { x: start, y: bottom }]; // prettier-ignore
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

/** Thin lines from where a step ends to where the next one goes on. */
function links({ steps }: BridgeFigure, { x, y }: Layout): Plot.Markish {
  const between = steps
    .slice(0, -1)
    .map(({ to }, index) => ({ x: x(to), y1: y(index) + bar / 2, y2: y(index + 1) - bar / 2 }));
  return Plot.ruleX(between, { x: 'x', y1: 'y1', y2: 'y2', className: 'axis' });
}

/** An axis that does not begin at zero says where it does, and cuts the levels that reach below. */
function broken(figure: BridgeFigure, { left, x, y }: Layout, { text }: Size): Plot.Markish[] {
  if (!figure.broken) return [];
  const cuts = figure.steps.flatMap(({ step, from }, index) =>
    step === 'level' && from < figure.from ? [14, 20].map((at) => ({ at: x(figure.from) + at, y: y(index) })) : [],
  );
  return [
    Plot.link(cuts, {
      x1: ({ at }) => at - 4,
      x2: ({ at }) => at + 4,
      y1: ({ y: middle }) => middle + bar / 2 + 3,
      y2: ({ y: middle }) => middle - bar / 2 - 3,
      className: 'cut',
    }),
    words([{ x: left, y: text * 0.6, text: figure.broken }], 'tick'),
  ];
}

/** A balance through a period, told like an account: what it was, each movement where the one before left it, what it is. */
export function drawBridge(figure: BridgeFigure, size: Size, id: string): string {
  const { steps } = figure;
  const layout = layoutOf(figure, size);
  const { x, y, name, start, room, top, bottom, stacked } = layout;
  const labels = steps.map(({ label, step }, index) => ({ x: size.width, y: y(index), text: label, step }));
  const zero = x(Math.max(figure.from, 0));
  const marks = [
    Plot.ruleX([zero], { y1: stacked ? y(0) - bar / 2 - 4 : top, y2: bottom, className: 'axis' }),
    Plot.ruleY([start(steps.length - 1)], { x1: 0, x2: size.width, className: 'axis' }),
    links(figure, layout),
    ...shapes(figure, layout),
    ...broken(figure, layout, size),
    words(
      steps.map((step, index) => ({ x: 0, y: name(index), text: fitting(step.name, size.text, room) })),
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
  ];
  const identity = { type: 'identity' as const };
  const options = { width: size.width, height: bottom + 4, x: identity, y: identity, margin: 0 };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}

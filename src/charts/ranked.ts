import * as Plot from '@observablehq/plot';
import type { RankedFigure } from '../values/figure.ts';
import { markShape } from './ends.ts';
import { words } from './frame.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

const row = { desk: 36, phone: 40 } as const;
const bar = 18;

/** Names longer than their column end in an ellipsis; the table beside the chart has them whole. */
function fitting(name: string, height: number, room: number): string {
  if (widthOf(name, height) <= room) return name;
  const letters = [...name];
  return `${letters
    .slice(0, Math.max(1, Math.floor(room / (height * 0.49)) - 1))
    .join('')
    .trimEnd()}…`;
}

/** Where the columns of a ranked chart begin: names, bars, values, details. */
function columnsOf({ bars }: RankedFigure, { width, text, narrow }: Size) {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((each) => widthOf(each, text)));
  const names = Math.min(widest(bars.map(({ name }) => name)) + 14, width * (narrow ? 0.34 : 0.3));
  const details = widest(bars.map(({ detail }) => detail));
  const values = widest(bars.map(({ label }) => label)) + 30;
  const right = width - values - (details > 0 ? details + 12 : 0);
  return { names, right: Math.max(right, names + 40), value: Math.max(right, names + 40) + 28 };
}

/** Members of a breakdown, from the greatest down, with their values and counts at the right. */
export function drawRanked(figure: RankedFigure, size: Size, id: string): string {
  const { bars, level, to } = figure;
  const height = size.narrow ? row.phone : row.desk;
  const top = level ? size.text + 12 : 4;
  const { names, right, value } = columnsOf(figure, size);
  const x = (amount: number) => names + (Math.max(0, amount) / to) * (right - names);
  const y = (index: number) => top + height * index + height / 2;
  const bottom = top + height * bars.length;
  const drawn = bars.flatMap(({ value: amount }, index) =>
    amount === null ? [] : [{ x1: names, x2: x(amount), y1: y(index) - bar / 2, y2: y(index) + bar / 2 }],
  );
  const at = level ? x(level.value) : 0;
  const half = level ? widthOf(level.label, size.text) / 2 : 0;
  const marks = [
    Plot.rect(drawn, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', className: 'bar' }),
    Plot.ruleX([names], { y1: top, y2: bottom, className: 'axis' }),
    ...(level
      ? [
          Plot.ruleX([at], { y1: top - 4, y2: bottom, className: 'target' }),
          words([{ x: Math.min(at, size.width - half), y: size.text * 0.75, text: level.label }], 'tlabel', 'middle'),
        ]
      : []),
    words(
      bars.map(({ name }, index) => ({ x: 0, y: y(index), text: fitting(name, size.text, names - 12) })),
      'ink',
    ),
    ...bars.flatMap(({ mark }, index) =>
      mark === 'none' ? [] : [markShape({ x: value - 14, y: y(index) }, mark, 5.5)],
    ),
    words(
      bars.map(({ label }, index) => ({ x: value, y: y(index), text: label })),
      'barvalue',
    ),
    words(
      bars.map(({ detail }, index) => ({ x: size.width, y: y(index), text: detail })),
      'rlabel',
      'end',
    ),
  ];
  const options = {
    width: size.width,
    height: bottom + 4,
    x: { type: 'identity' as const },
    y: { type: 'identity' as const },
    margin: 0,
  };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}

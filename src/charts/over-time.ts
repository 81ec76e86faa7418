import type * as Plot from '@observablehq/plot';
import type { ColumnsFigure, LineFigure } from '../values/figure.ts';
import { asideOf, endWords } from './ends.ts';
import { foot } from './foot.ts';
import { frameOf, grid, gridBoxes, zeroOf, type Frame } from './frame.ts';
import { agreedOf, agreedRules, earlierNames, type Agreed } from './levels.ts';
import { noteRings } from './notes.ts';
import { nothingKnown } from './nothing-known.ts';
import { allOf, type Taken } from './room.ts';
import type { Size } from './sizes.ts';
import { wordingsOf, type Wordings } from './wordings.ts';

type OverTime = LineFigure | ColumnsFigure;

/** What a line and columns over time have in common, laid out. */
export interface Stage {
  readonly frame: Frame;
  readonly wordings: Wordings;
  readonly agreed: Agreed;
}

/** `pad`: room left of the first and right of the last period, in parts of a step. */
export function stageOf(figure: OverTime, size: Size, pad = 0): Stage {
  const { points, scale, changes, levels } = figure;
  const layout = { points, scale, size, pad, aside: asideOf(figure, size) };
  const wordings = wordingsOf(frameOf(layout), changes, points);
  const frame = frameOf({ ...layout, rows: wordings.rows });
  return { frame, wordings, agreed: agreedOf(frame, levels, points) };
}

/** What lies below the values: the grid and the names of the periods. */
export const ground = ({ frame }: Stage, { scale, days, points }: OverTime): Plot.Markish[] => [
  ...grid(frame, scale),
  ...foot(frame, days, points, zeroOf(frame, scale) ?? frame.bottom),
];

/** What was agreed, and where the way of counting changed. `edged`: over columns. */
export const rules = ({ frame, wordings, agreed }: Stage, edged = false): Plot.Markish[] => [
  ...agreedRules(agreed, edged),
  ...wordings.marks(frame),
];

/**
 * Every word and note that stands about the values, each clear of what was placed before it. `drawn`: where the values stand;
 * `top`: where a period's line or column ends.
 */
export function wordsAbout(
  { frame, wordings, agreed }: Stage,
  figure: OverTime,
  drawn: Taken,
  top: (index: number) => number,
): Plot.Markish[] {
  const { points, scale, notes } = figure;
  const ends = endWords(frame, figure);
  const still = { boxes: gridBoxes(frame, scale), lines: [] };
  const words = allOf(still, wordings.taken(frame), ends.taken);
  const shapes = allOf(drawn, agreed.taken);
  const earlier = earlierNames(frame, agreed, allOf(words, shapes));
  const known = points.some(({ value }) => value !== null);
  return [
    ...(known ? [] : nothingKnown(frame, figure.empty)),
    ...earlier.marks,
    ...ends.marks,
    ...noteRings(frame, notes, points, top, { words: allOf(words, earlier.taken), drawn: shapes }),
  ];
}

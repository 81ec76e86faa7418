/** Words at upright rules, in rows above a plot. */
import { widthOf } from './place.ts';

/** A rule with its words above the plot. */
export interface Flag {
  readonly x: number;
  readonly text: string;
}

export interface PlacedFlag extends Flag {
  /** The words' left end, and their row from the top. */
  readonly start: number;
  readonly row: number;
  readonly width: number;
}

const beside = 6;
const clear = 10;

/** Where a flag's words may stand, the best place first: right of their rule, left of it, as near as the edges let them. */
function places({ x, text }: Flag, rows: number, width: number, height: number): PlacedFlag[] {
  const wide = widthOf(text, height);
  const starts = [x + beside, x - beside - wide].filter((start) => start >= 0 && start + wide <= width);
  const nearest = Math.max(0, Math.min(x + beside, width - wide));
  const flags = Array.from({ length: rows }, (_, index) => rows - 1 - index);
  return flags.flatMap((row) => [...starts, nearest].map((start) => ({ x, text, start, row, width: wide })));
}

/** Whether one's words are clear of the other's, and of its rule, which goes down from its own row. */
function clearOf(one: PlacedFlag, other: PlacedFlag): boolean {
  const ends = one.start + one.width;
  const words = one.row !== other.row || ends + clear <= other.start || other.start + other.width + clear <= one.start;
  const rule = other.row > one.row || other.x + beside <= one.start + 0.01 || other.x - beside >= ends - 0.01;
  return words && rule;
}

/**
 * Finds places for the words of rules so that none stands in another's words or is cut by its rule, in as few rows as that
 * takes. On a narrow drawing long words may find no such place: then each has a row of its own.
 */
export function flagged(flags: readonly Flag[], width: number, height: number): PlacedFlag[] {
  const [one, other] = flags.toSorted((first, second) => first.x - second.x);
  if (!one) return [];
  if (!other) return places(one, 1, width, height).slice(0, 1);
  for (const rows of [1, 2])
    for (const left of places(one, rows, width, height).toReversed())
      for (const right of places(other, rows, width, height))
        if (clearOf(left, right) && clearOf(right, left)) return [left, right];
  return [one, other].flatMap((flag, row) =>
    places(flag, 1, width, height)
      .slice(-1)
      .map((place) => ({ ...place, row })),
  );
}

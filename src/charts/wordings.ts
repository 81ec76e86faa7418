import * as Plot from '@observablehq/plot';
import type { Point, WordingChange } from '../values/figure.ts';
import { words, type Frame, type Label } from './frame.ts';
import { fitting, widthOf } from './place.ts';
import type { Taken } from './room.ts';
import type { Size } from './sizes.ts';

/** Names stand so far from their rule, and from each other. */
const clear = 7;
/** More rows of names than these would leave no room to draw in: the oldest wordings go unnamed. */
const mostRows = 3;

interface Name {
  /** The longest that finds room is taken. */
  readonly texts: readonly string[];
  readonly className: 'wording' | 'wording old';
  /** Where it ends, or begins. */
  readonly at: number;
  readonly ends: boolean;
}
interface PlacedName {
  readonly text: string;
  readonly className: Name['className'];
  readonly x1: number;
  readonly x2: number;
  readonly row: number;
}

/** Where another way of counting begins: between two periods, in pixels. */
function changesAt({ x }: Frame, changes: readonly WordingChange[], points: readonly Point[]) {
  return changes
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .flatMap((change) => {
      const index = points.findIndex(({ from }) => from >= change.on);
      return index < 1 ? [] : [{ change, at: (x(index - 1) + x(index)) / 2 }];
    })
    .filter(({ at }, index, all) => all[index + 1]?.at !== at);
}

/** Each stretch by its name: the first one ends at its rule, the others begin at theirs. */
function namesOf(ruled: ReturnType<typeof changesAt>, { narrow }: Size): Name[] {
  const last = ruled.at(-1);
  if (!last) return [];
  const { after, since } = last.change;
  const olds = ruled.map(({ change, at }, index): Name => {
    const begins = ruled[index - 1]?.at;
    const className = 'wording old';
    return {
      texts: [change.before],
      className,
      at: begins === undefined ? at - clear : begins + clear,
      ends: index === 0,
    };
  });
  const texts = narrow ? [after] : [`${after}, ${since}`, after];
  return [...olds, { texts, className: 'wording', at: last.at + clear, ends: false }];
}

const sized = (text: string, size: Size) => fitting(text, size.text, size.width);

function placeIn(size: Size, { at, ends, className }: Name, text: string, row: number): PlacedName {
  const width = widthOf(text, size.text);
  const x1 = Math.max(0, Math.min(ends ? at - width : at, size.width - width));
  return { text, className, x1, x2: x1 + width, row };
}

/** The highest row where a name finds room beside those that stand. */
function placed(names: readonly Name[], size: Size): PlacedName[] {
  const all: PlacedName[] = [];
  for (const name of names) {
    const tries = Array.from({ length: names.length }, (_, row) =>
      name.texts.map((text) => placeIn(size, name, sized(text, size), row)),
    ).flat();
    const free = ({ x1, x2, row }: PlacedName) =>
      all.every((other) => other.row !== row || x1 > other.x2 + clear || x2 < other.x1 - clear);
    const found = tries.find(free);
    if (found) all.push(found);
  }
  return all;
}

/** Where another wording began: how many rows its names take, and how it is drawn on the frame that leaves them room. */
export interface Wordings {
  readonly rows: number;
  readonly marks: (frame: Frame) => Plot.Markish[];
  readonly taken: (frame: Frame) => Taken;
}

/** Dotted rules where the way of counting changed, each side named above. `flat`: the frame without rows. */
export function wordingsOf(flat: Frame, changes: readonly WordingChange[], points: readonly Point[]): Wordings {
  const { size } = flat;
  const ruled = changesAt(flat, changes, points);
  const names = placed(namesOf(ruled, size).slice(-mostRows), size);
  const rows = Math.max(0, ...names.map(({ row }) => row + 1));
  const middle = (row: number) => size.text * 0.75 + row * (size.text + 4);
  /** A rule begins beside the name that it opens, or below the lowest that reaches over it. */
  const begins = (at: number) => {
    const over = names
      .filter(({ x1, x2 }) => x1 < at + 3 && x2 > at - 3)
      .map(({ row }) => middle(row) + size.text * 0.7);
    const opened = names.find(({ x1 }) => Math.abs(x1 - at - clear) < 1);
    return Math.max(opened ? middle(opened.row) - size.text * 0.4 : middle(0), ...over);
  };
  const rules = ({ bottom }: Frame) => ruled.map(({ at }) => ({ x1: at, x2: at, y1: begins(at), y2: bottom }));
  const labels = names.map(({ text, x1, row, className }): Label & { className: string } => ({
    x: x1,
    y: middle(row),
    text,
    className,
  }));
  return {
    rows,
    marks: (frame) => [
      ...(ruled.length > 0 ? [Plot.ruleX(rules(frame), { x: 'x1', y1: 'y1', y2: 'y2', className: 'change' })] : []),
      ...labels.map((label) => words([label], label.className)),
    ],
    taken: (frame) => ({
      boxes: names.map(({ x1, x2, row }) => ({
        x1,
        x2,
        y1: middle(row) - size.text * 0.6,
        y2: middle(row) + size.text * 0.6,
      })),
      lines: rules(frame),
    }),
  };
}

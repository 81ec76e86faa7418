import * as Plot from '@observablehq/plot';
import type { NoteMark } from '../values/figure.ts';
import { words, type Frame } from './frame.ts';
import { around, isFree, runsThrough, type Box, type Taken } from './room.ts';

/** A ring's radius, and how far its middle stands from what it tells of: the mark of a period lies between. */
export const ring = 9;
const away = 21;
/** From one try to the next. */
const stride = 4;
/** To the side, so far from one try to the next, and at most so many of them. */
const aside = 11;
const mostAside = 8;
/** To the side, a ring looks as far away as this many times upwards. */
const sideways = 1.5;

interface Place {
  readonly x: number;
  readonly y: number;
}
interface PlacedNote extends Place {
  readonly note: NoteMark;
  readonly stem: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null;
}

/** The period that a day lies in, or the newest one that began before it: -1 before all. */
const periodOf = (day: string, periods: readonly { readonly from: string }[]) =>
  periods.findLastIndex(({ from }) => from <= day);

/** The thin line from a ring's edge to where it points; null where they almost touch. */
function stemOf({ x, y }: Place, at: Place): PlacedNote['stem'] {
  const [across, down] = [at.x - x, at.y - y];
  const length = Math.hypot(across, down);
  const [out, short] = [ring / length, 8 / length];
  if (length < ring + 8 + 3) return null;
  return { x1: x + across * out, y1: y + down * out, x2: at.x - across * short, y2: at.y - down * short };
}

/** Every spot for a ring, the nearest above its period first, then beside and below; none among the words at the right end. */
function spotsFor({ roof, bottom, right }: Frame, at: Place): Place[] {
  const [highest, lowest] = [roof + ring + 1, bottom - ring - 1];
  const rows = Math.floor((lowest - highest) / stride);
  const heights = Array.from({ length: rows + 1 }, (_, row) => highest + row * stride);
  const near = [at.y - away, at.y + away].filter((y) => y >= highest && y <= lowest);
  const sides = Array.from({ length: 2 * mostAside + 1 }, (_, index) => at.x + (index - mostAside) * aside);
  const far = ({ x, y }: Place) => Math.abs(x - at.x) * sideways + Math.abs(y - at.y) + (y > at.y ? away : 0);
  return [...near, ...heights]
    .filter((y) => Math.abs(y - at.y) >= away - 2)
    .flatMap((y) => sides.map((x) => ({ x, y })))
    .filter(({ x }) => x > ring && x <= right + 1)
    .toSorted((one, other) => far(one) - far(other));
}

/** What rings keep clear of: words always, lines and columns if there is room. */
export interface Around {
  readonly words: Taken;
  readonly drawn: Taken;
}

/**
 * Where each note's ring finds room near its period, and clear of what is around it and of each other. Where there is none, rings may lie
 * on lines and then on columns. As long as there is any room, none lies on the other side of a change of wording.
 */
function placedNotes(
  frame: Frame,
  notes: readonly NoteMark[],
  periods: readonly { readonly from: string }[],
  top: (index: number) => number,
  { words: said, drawn }: Around,
): PlacedNote[] {
  const placed: PlacedNote[] = [];
  for (const note of notes) {
    const index = periodOf(note.on, periods);
    if (index < 0) continue;
    const at = { x: frame.x(index), y: top(index) };
    const others = placed.map((other) => around(other, ring + 1));
    const spots = spotsFor(frame, at);
    const rules = said.lines.filter(({ x1, x2 }) => x1 === x2);
    const beyond = (spot: Place) =>
      rules.some((rule) => runsThrough({ x1: spot.x, y1: spot.y, x2: at.x, y2: at.y }, rule));
    const clear = (boxes: readonly Box[], lines: readonly Box[]) =>
      spots.find((spot) => isFree(around(spot, ring), { boxes: [...boxes, ...others], lines }, 2) && !beyond(spot));
    const spot =
      clear([...said.boxes, ...drawn.boxes], [...said.lines, ...drawn.lines]) ??
      clear([...said.boxes, ...drawn.boxes], said.lines) ??
      clear(said.boxes, said.lines) ??
      spots.find((each) => isFree(around(each, ring), { boxes: [...said.boxes, ...others], lines: [] }, 0));
    const found = spot ?? { x: at.x, y: frame.roof + ring + 1 };
    placed.push({ ...found, note, stem: stemOf(found, at) });
  }
  return placed;
}

/** Dated remarks: a ring with a number over each one's period. `top`: where a period's line or column ends, in pixels. */
export function noteRings(
  frame: Frame,
  notes: readonly NoteMark[] | undefined,
  periods: readonly { readonly from: string }[],
  top: (index: number) => number,
  keepsClearOf: Around,
): Plot.Markish[] {
  if (!notes?.length) return [];
  const placed = placedNotes(frame, notes, periods, top, keepsClearOf);
  const stems = placed.flatMap(({ stem }) => (stem ? [stem] : []));
  const rings = placed.map(({ x, y, note }) => ({ x, y, says: `${note.number}, ${note.says}` }));
  return [
    Plot.link(stems, { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', className: 'note-stem' }),
    Plot.dot(rings, { x: 'x', y: 'y', r: ring, title: 'says', className: 'note' }),
    words(
      placed.map(({ x, y, note }) => ({ x, y, text: String(note.number) })),
      'note-number',
      'middle',
    ),
  ];
}

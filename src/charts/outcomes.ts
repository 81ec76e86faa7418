import * as Plot from '@observablehq/plot';
import type { OutcomesFigure } from '../values/figure.ts';
import { halfColumn, seen } from './columns.ts';
import { asideFor, sideLabel, sideWords } from './ends.ts';
import { foot } from './foot.ts';
import { frameOf, grid, gridBoxes, type Frame } from './frame.ts';
import { noteRings } from './notes.ts';
import { nothingKnown } from './nothing-known.ts';
import type { Box } from './room.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

const share = 0.72;
/** The line between is parted by paper from both sides: a single record reaches past it. */
const past = 3.5;

type Part = 'kept' | 'missed' | 'waiting';

/** From where to where each part of a period's records stands: kept up, what waits on top of it, missed down. */
const stretches = {
  kept: ({ kept }) => [0, kept],
  waiting: ({ kept, waiting }) => [kept, kept + waiting],
  missed: ({ missed }) => [-missed, 0],
} as const satisfies Record<Part, (outcome: OutcomesFigure['outcomes'][number]) => readonly [number, number]>;

const classes = {
  kept: { now: 'bar', old: 'bar oldb' },
  waiting: { now: 'bar wait', old: 'bar wait' },
  missed: { now: 'bar no', old: 'bar oldn' },
} as const satisfies Record<Part, { now: string; old: string }>;

function barsOf({ x, y, step }: Frame, { outcomes }: OutcomesFigure, part: Part): Plot.Markish[] {
  const half = halfColumn(step, share);
  const end = (count: number) => seen(y(count), y(0), count, past);
  return (['old', 'now'] as const).map((when) => {
    const drawn = outcomes.flatMap((outcome, index) => {
      const [low, high] = stretches[part](outcome);
      if (low === high || outcome.old !== (when === 'old')) return [];
      return [{ x1: x(index) - half, x2: x(index) + half, y1: end(high), y2: end(low), says: outcome.says }];
    });
    return Plot.rect(drawn, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'says', className: classes[part][when] });
  });
}

/** The words of the parts at the right of the newest columns, each with the height that it tells of. */
function namesOf({ outcomes, scale }: OutcomesFigure): Partial<Record<Part, number>> {
  const newest = outcomes.at(-1);
  const before = outcomes.findLast(({ waiting }) => waiting === 0) ?? newest;
  if (!newest || !before) return {};
  return {
    kept: before.kept / 2,
    missed: Math.max(scale.from, -before.missed) / 2,
    ...(newest.waiting > 0 ? { waiting: newest.kept + newest.waiting / 2 } : {}),
  };
}

function names(frame: Frame, figure: OutcomesFigure) {
  const at = namesOf(figure);
  const label = (part: Part) => {
    const value = at[part];
    return value === undefined ? [] : [sideLabel(frame, 'rlabel', figure.labels[part], frame.y(value))];
  };
  const missed = label('missed');
  return sideWords(frame, [...label('kept'), ...missed, ...label('waiting')], missed[0] ?? null);
}

/** Where the columns stand, from what is missed to what waits. */
const takenBy = ({ x, y, step }: Frame, { outcomes }: OutcomesFigure): Box[] =>
  outcomes.map(({ kept, missed, waiting }, index) => {
    const half = halfColumn(step, share);
    return { x1: x(index) - half, x2: x(index) + half, y1: y(kept + waiting), y2: y(-missed) };
  });

/** A share's records by period: late ones compare at a glance because they hang from one line. */
export function drawOutcomes(figure: OutcomesFigure, size: Size, id: string): string {
  const { outcomes, scale, labels } = figure;
  const aside = asideFor(
    Object.values(labels).map((label) => ['rlabel', label]),
    size,
  );
  const frame = frameOf({ points: outcomes, scale, size, pad: 0.5, aside });
  const sides = names(frame, figure);
  const columns = takenBy(frame, figure);
  const clearOf = {
    words: { boxes: [...gridBoxes(frame, scale), ...sides.taken.boxes], lines: [] },
    drawn: { boxes: columns, lines: [] },
  };
  const known = outcomes.some(({ kept, missed, waiting }) => kept + missed + waiting > 0);
  const marks = [
    ...grid(frame, scale),
    ...barsOf(frame, figure, 'kept'),
    ...barsOf(frame, figure, 'missed'),
    ...barsOf(frame, figure, 'waiting'),
    ...['edge', 'axis'].map((className) => Plot.ruleY([frame.y(0)], { x1: 0, x2: frame.right, className })),
    ...foot(frame, figure.days, outcomes, frame.y(0)),
    ...(known ? sides.marks : nothingKnown(frame, figure.empty)),
    ...noteRings(frame, figure.notes, outcomes, (at) => columns[at]?.y1 ?? frame.top, clearOf),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}

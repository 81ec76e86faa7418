import * as Plot from '@observablehq/plot';
import type { OutcomesFigure } from '../values/figure.ts';
import { aside } from './ends.ts';
import { foot, frameOf, grid, words, type Frame } from './frame.ts';
import { endLabel, spread } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

const share = 0.72;

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
  const half = (step * share) / 2;
  return (['old', 'now'] as const).map((when) => {
    const drawn = outcomes.flatMap((outcome, index) => {
      const [low, high] = stretches[part](outcome);
      if (low === high || outcome.old !== (when === 'old')) return [];
      return [{ x1: x(index) - half, x2: x(index) + half, y1: y(high), y2: y(low), says: outcome.says }];
    });
    return Plot.rect(drawn, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'says', className: classes[part][when] });
  });
}

/** What the parts are called, at the right of the newest columns. */
function names({ y, right, size, bottom }: Frame, { outcomes, labels, scale }: OutcomesFigure): Plot.Markish[] {
  const newest = outcomes.at(-1);
  const before = outcomes.findLast(({ waiting }) => waiting === 0) ?? newest;
  if (!newest || !before) return [];
  const label = (part: Part, at: number) => endLabel('rlabel', [labels[part]], y(at), size.text);
  const waiting = newest.waiting > 0 ? [label('waiting', newest.kept + newest.waiting / 2)] : [];
  const missed = label('missed', Math.max(scale.from, -before.missed) / 2);
  const placed = spread([label('kept', before.kept / 2), missed, ...waiting], missed, 0, bottom + 12);
  return placed.map(({ lines, y: at }) =>
    words(
      lines.map((text) => ({ x: right + aside, y: at, text })),
      'rlabel',
    ),
  );
}

/** A share's records by period: late ones compare at a glance because they hang from one line. */
export function drawOutcomes(figure: OutcomesFigure, size: Size, id: string): string {
  const { outcomes, scale } = figure;
  const frame = frameOf({ points: outcomes, scale, size, pad: 0.5 });
  const marks = [
    ...grid(frame, scale),
    ...barsOf(frame, figure, 'kept'),
    ...barsOf(frame, figure, 'missed'),
    ...barsOf(frame, figure, 'waiting'),
    Plot.ruleY([frame.y(0)], { x1: 0, x2: frame.right, className: 'axis' }),
    ...foot(frame, figure.days, outcomes),
    ...names(frame, figure),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}

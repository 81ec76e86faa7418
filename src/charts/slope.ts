import * as Plot from '@observablehq/plot';
import type { SlopeFigure } from '../values/figure.ts';
import { markShape } from './ends.ts';
import { identity, words } from './frame.ts';
import { nothingKnown } from './nothing-known.ts';
import type { Size } from './sizes.ts';
import { leftLabels, memberWords, rightLabels, slopeLayout, type SideLabel, type SlopeLayout } from './slope-layout.ts';
import { sidesOf } from './slope-sides.ts';
import { drawSvg } from './svg.ts';

/** A label that was moved farther than this has a leader line. */
const nudge = 2;

/** Thin lines from where a line ends to where its words had to go. */
const leaders = (labels: readonly SideLabel[], from: number, to: number): Plot.Markish =>
  Plot.link(
    labels.filter(({ end, y }) => end !== null && Math.abs(end - y) > nudge),
    { x1: () => from, y1: 'end', x2: () => to, y2: 'y', className: 'axis' },
  );

/** Lines of the background, then those that the drawing is about, each with a dot at its ends. */
function linesOf({ lines }: SlopeFigure, { left, right, y }: SlopeLayout): Plot.Markish[] {
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
      Plot.link(both, {
        x1: () => left,
        y1: 'y1',
        x2: () => right,
        y2: 'y2',
        title: 'says',
        className: `line${context}`,
      }),
      Plot.dot(ends, { x: 'x', y: 'y', r: loud ? 4.5 : 3.5, title: 'says', className: `dot${context}` }),
    ];
  });
}

/** Mark, value and name of each member, and the words of what was agreed. */
function rightWords(labels: readonly SideLabel[], layout: SlopeLayout, size: Size): Plot.Markish[] {
  return labels.flatMap((label) => {
    const { line, y, text } = label;
    if (!line) return [words([{ x: layout.right + layout.leader, y, text }], 'tlabel')];
    const { value, name, mark } = memberWords(line, label, layout, size);
    return [
      ...(line.mark === 'none' ? [] : [markShape(mark, line.mark, 5.5)]),
      words([value], line.loud ? 'barvalue' : 'rlabel'),
      words([name], line.loud ? 'name' : 'rlabel'),
    ];
  });
}

/** What was agreed, and zero where the scale reaches below it. */
function rules({ level, scale }: SlopeFigure, { left, right, y }: SlopeLayout): Plot.Markish[] {
  const across = { x1: left, x2: right };
  return [
    ...(scale.from < 0 && scale.to > 0 ? [Plot.ruleY([y(0)], { ...across, className: 'grid' })] : []),
    ...(level ? [Plot.ruleY([y(level.value)], { ...across, className: 'target' })] : []),
  ];
}

/** Members in two periods: what each was, and what it is. */
export function drawSlope(figure: SlopeFigure, size: Size, id: string): string {
  const layout = slopeLayout(figure, size);
  const { left, right, leader, top, bottom } = layout;
  const [ofLeft, ofRight] = [leftLabels(figure, layout, size), rightLabels(figure, layout, size)];
  const known = figure.lines.some(({ from, to }) => from !== null || to !== null);
  const marks = [
    ...sidesOf(figure, layout, size),
    Plot.ruleX([left, right], { y1: top, y2: bottom, className: 'axis' }),
    ...rules(figure, layout),
    leaders(ofLeft, left - 6, left - leader + 2),
    leaders(ofRight, right + 6, right + leader - 2),
    ...linesOf(figure, layout),
    ...ofLeft.map(({ line, y, text }) =>
      words([{ x: left - leader, y, text }], line?.loud ? 'barvalue' : 'rlabel', 'end'),
    ),
    ...rightWords(ofRight, layout, size),
    ...(known ? [] : nothingKnown({ ...layout, size }, figure.empty)),
  ];
  const options = { ...identity, width: size.width, height: bottom + 8 };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}

import * as Plot from '@observablehq/plot';
import type { FunnelFigure } from '../values/figure.ts';
import { identity, words } from './frame.ts';
import { funnelLayout, type FunnelLayout } from './funnel-layout.ts';
import { nothingKnown } from './nothing-known.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

/** What is not nothing can be seen. */
const least = 1.5;
/** A hollow bar's edge is drawn inside it. */
const edge = 0.75;

/** Who came so far, solid from zero, and who may still come, hollow, on from there. */
function barsOf({ steps }: FunnelFigure, { x, bars }: FunnelLayout): Plot.Markish[] {
  const at = steps.map(({ value, mayCome }, index) => {
    const { y1, y2 } = bars[index] ?? { y1: 0, y2: 0 };
    const end = value ? Math.max(x(value), x(0) + least) : x(0);
    const last = mayCome > 0 ? Math.max(x((value ?? 0) + mayCome), end + 4 * edge) : end;
    return { start: x(0), end, last, y1, y2 };
  });
  const hollow = at.filter(({ end, last }) => last > end);
  return [
    Plot.rect(hollow, {
      x1: ({ end }) => end + edge,
      x2: ({ last }) => last - edge,
      y1: ({ y1 }) => y1 + edge,
      y2: ({ y2 }) => y2 - edge,
      className: 'bar wait',
    }),
    Plot.rect(
      at.filter(({ start, end }) => end > start),
      { x1: 'start', x2: 'end', y1: 'y1', y2: 'y2', className: 'bar' },
    ),
  ];
}

/** From a step to the next one, which of it went on: as wide as the bar above and then as the one below. */
function links({ steps }: FunnelFigure, { x, bars }: FunnelLayout): Plot.Markish[] {
  return steps.slice(0, -1).flatMap(({ value }, index) => {
    const [next, place] = [steps[index + 1]?.value, bars[index]];
    if (value === null || next == null || !place || Math.max(value, next) === 0) return [];
    const [upper, lower] = [{ x: x(value), y: place.y2 }, { x: x(next), y: place.linked }]; // prettier-ignore
    const corners = [{ ...upper, x: x(0) }, upper, lower, { ...lower, x: x(0) }];
    const slope = [{ x1: upper.x, y1: upper.y, x2: lower.x, y2: lower.y }];
    return [
      Plot.line(corners, { x: 'x', y: 'y', curve: 'linear-closed', className: 'went-on' }),
      Plot.link(slope, { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', className: 'axis' }),
    ];
  });
}

/** A cohort on its way: how many came to each step, and how many of the one before may still come. */
export function drawFunnel(figure: FunnelFigure, size: Size, id: string): string {
  const layout = funnelLayout(figure, size);
  const { steps } = figure;
  const height = steps.length > 0 ? layout.bottom : size.height / 2;
  const area = { size, left: 0, right: size.width, top: 0, bottom: height };
  const zero = layout.bars.map(({ y1, y2, linked }, index) => ({
    x: layout.x(0),
    y1: y1 - 2,
    y2: index < layout.bars.length - 1 ? linked : y2 + 2,
  }));
  const marks = [
    ...links(figure, layout),
    ...barsOf(figure, layout),
    Plot.ruleX(zero, { x: 'x', y1: 'y1', y2: 'y2', className: 'axis' }),
    ...layout.words.flatMap((each) => (each.text ? [words([each], each.role, each.anchor)] : [])),
    ...(steps.some(({ value }) => value !== null) ? [] : nothingKnown(area, figure.empty)),
  ];
  const options = { ...identity, width: size.width, height };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}

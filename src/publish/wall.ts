/** What a screen on the wall shows, one after another. */
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { ColumnsFigure, LineFigure } from '../values/figure.ts';
import type { Move, Statement } from '../values/statement.ts';
import { winHeading } from '../story/locale/en/since.ts';
import { headlineOf, winOf } from './headline.ts';
import { mainChart } from './main-chart.ts';

interface Slide {
  /** Its address on the page, and what the links to it say. */
  readonly id: string;
  readonly name: string;
}

export interface VerdictSlide extends Slide {
  readonly shows: 'verdict';
  readonly says: readonly Statement[];
  readonly metrics: readonly MetricEdition[];
}

export interface MetricSlide extends Slide {
  readonly shows: 'metric';
  readonly one: MetricEdition;
  readonly figure: LineFigure | ColumnsFigure | null;
}

export interface MovesSlide extends Slide {
  readonly shows: 'moves';
  readonly moves: readonly Move[];
}

export interface WinSlide extends Slide {
  readonly shows: 'win';
  readonly says: readonly Statement[];
}

export type WallSlide = VerdictSlide | MetricSlide | MovesSlide | WinSlide;

/** More can not be read across a room; the first ones come first. */
const mostMoves = 3;

/**
 * The verdict, each number of the headline page, whose move it is, and what is worth celebrating; what there is nothing of is left out.
 * `shares`: those of the headline metrics, whose charts have one scale.
 */
export function wallSlides(edition: Edition, shares: readonly number[]): WallSlide[] {
  const { title, off, moves } = edition.verdict;
  const metrics = headlineOf(edition);
  const verdict: VerdictSlide = {
    shows: 'verdict',
    id: 'verdict',
    name: 'Where we stand',
    says: [title, ...(off ? [off] : [])],
    metrics,
  };
  const each = metrics.map((one): MetricSlide => {
    const { slug, title: name } = one.metric;
    return { shows: 'metric', id: slug, name, one, figure: mainChart(edition, one, shares) };
  });
  const last: MovesSlide = { shows: 'moves', id: 'moves', name: 'Next moves', moves: moves.slice(0, mostMoves) };
  const win = winOf(edition);
  return [
    verdict,
    ...each,
    ...(moves.length > 0 ? [last] : []),
    ...(win ? [{ shows: 'win', id: 'win', name: winHeading, says: win.says } as const] : []),
  ];
}

/** How long each slide stands: long enough to read twenty-five words and a chart twice. */
const secondsEach = 20;

/**
 * How the slides take turns: each is seen for its part of the round, and begins its round so much earlier than the first one, so that they
 * follow each other. A sheet of rules, for a style sheet can not count how many there are.
 */
export function turningRules(slides: number): string {
  const share = Number((100 / slides).toFixed(4));
  const delays = Array.from(
    { length: slides },
    (_, index) =>
      `.slide:nth-child(${index + 1}), .ways li:nth-child(${index + 1})::after { animation-delay: ${(index - slides) * secondsEach}s; }`,
  );
  return [
    `@keyframes turn { 0% { opacity: 1; z-index: 1; } ${share}%, 100% { opacity: 0; z-index: 0; } }`,
    `.slide, .ways li::after { animation-duration: ${slides * secondsEach}s; }`,
    ...delays,
  ].join('\n');
}

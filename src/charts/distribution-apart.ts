import * as Plot from '@observablehq/plot';
import type { LengthsApart } from '../values/figure-lengths.ts';
import type { DistributionFigure } from '../values/figure.ts';
import { words, type Frame } from './frame.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { wrapped } from './wrapped.ts';

/** Between the scale's end and what stands apart from it, and between two columns of that. */
const gap = { scale: 24, columns: 12 } as const;
/** How wide a column is, and the longest line of its words. */
const desk = { column: 56, words: 84 } as const;
const phone = { column: 30, words: 56 } as const;

/** A column that has no place on the scale: where its middle stands, and how far it reaches to either side. */
export interface ApartColumn extends LengthsApart {
  readonly lines: readonly string[];
  readonly middle: number;
  readonly half: number;
  readonly hollow: boolean;
}

/** Columns at the right edge, each with room for its words, and where the scale ends left of them. */
export function columnsApart({ beyond, open }: DistributionFigure, { width, text, narrow }: Size) {
  const most = narrow ? phone : desk;
  const columns: ApartColumn[] = [];
  let end = width;
  for (const each of [{ ...open, hollow: true }, { ...beyond, hollow: false }]) {
    if (each.count === 0) continue;
    const lines = wrapped(each.label, text, most.words, 3);
    const said = Math.max(widthOf(each.amount, text, 'bold'), ...lines.map((line) => widthOf(line, text)));
    const room = Math.max(most.column, said);
    columns.push({ ...each, lines, middle: end - room / 2, half: most.column / 2 });
    end -= room + gap.columns;
  } // prettier-ignore
  return { columns, end: columns.length > 0 ? end + gap.columns - gap.scale : width };
}

/** What is longer is drawn as what lies past what was agreed, where single records are judged; what is not over yet hollow. */
export function drawApart(
  { bars }: DistributionFigure,
  columns: readonly ApartColumn[],
  { y, bottom, size: { text } }: Frame,
): Plot.Markish[] {
  const longer = bars.some(({ became }) => became !== 'plain') ? 'bar no' : 'bar';
  return columns.flatMap(({ count, amount, says, lines, middle, half, hollow }) => {
    const edge = hollow ? 0.75 : 0;
    const top = Math.min(y(count), bottom - 4 * edge - 1.5);
    const column = { x1: middle - half + edge, x2: middle + half - edge, y1: top + edge, y2: bottom, says };
    const names = lines.map((line, index) => ({ x: middle, y: bottom + text + index * (text + 3), text: line }));
    const className = hollow ? 'bar wait' : longer;
    return [
      Plot.rect([column], { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'says', className }),
      Plot.ruleY([bottom], { x1: middle - half - 4, x2: middle + half + 4, className: 'axis' }),
      words([{ x: middle, y: top - text * 0.6, text: amount }], 'barvalue', 'middle'),
      words(names, 'ink', 'middle'),
    ];
  });
}

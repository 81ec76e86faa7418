/** Into which bins lengths of time are sorted: round ones, as few as show how the lengths lie. */

/** How lengths lie, before they are sorted. */
export interface LengthSpread {
  readonly least: number;
  readonly most: number;
  /** Nearly all lie below: what is longer may stand apart. At most `most`. */
  readonly high: number;
  /** Whether all are whole numbers. */
  readonly whole: boolean;
}

const mostBins = 14;
const roundSteps = [1, 2, 3, 5];
/** Bins are no narrower than thousandths of a unit: finer ends nobody says. */
const finest = -3;

/**
 * The ends of the bins, from the shortest on: each bin takes in its lower end and not its upper one. The last one takes in `high`, and the
 * longest too where there is room. They begin at zero, but where lengths are negative, or all of them long and much alike.
 */
export function binEdges(spread: LengthSpread): number[] {
  const { least, most, high } = spread;
  const start = least >= 0 && least <= high - least ? 0 : least;
  const width = widthFor(start, spread);
  const first = stepOf(start, width);
  const longest = stepOf(most, width);
  const last = longest - first < mostBins ? longest : stepOf(high, width);
  return Array.from({ length: last - first + 2 }, (_, index) => edgeAt(first + index, width));
}

/** The least round width with which the bins are few enough: 1, 2, 3 or 5 with noughts behind, or after the point. */
function widthFor(start: number, { high, whole }: LengthSpread): number {
  const span = high - start || Math.abs(high) || 1;
  const least = whole ? 0 : Math.max(finest, Math.floor(Math.log10(span / mostBins)));
  for (let power = least; ; power += 1) {
    const found = roundSteps
      .map((step) => exact(step * 10 ** power))
      .find((width) => stepOf(high, width) - stepOf(start, width) < mostBins);
    if (found !== undefined) return found;
  }
}

/** Which bin of a width a length lies in, counted from zero: by its ends as they are compared with. */
function stepOf(length: number, width: number): number {
  const step = Math.floor(length / width);
  if (edgeAt(step, width) > length) return step - 1;
  return edgeAt(step + 1, width) <= length ? step + 1 : step;
}

const edgeAt = (step: number, width: number): number => exact(step * width);

/** Without what adding up in binary leaves behind the last digit: 0.3 and not 0.30000000000000004. */
const exact = (length: number): number => Number(length.toPrecision(12));

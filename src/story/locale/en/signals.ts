/** English: whether a number really changed, or shows its usual wobble. */
import { inWords, plainNumber, grainWords, sentence } from './forms.ts';
import { periodNoun } from './beside.ts';

/** `from 14 to 22`; one end where the other is as far as the number can go. Null: it is. */
export const usualRange = (lower: string | null, upper: string | null) => {
  if (lower === null && upper === null) return anything;
  if (lower === null) return `up to ${upper}`;
  if (upper === null) return `from ${lower} up`;
  return lower === upper ? lower : `from ${lower} to ${upper}`;
};
const anything = 'anything it can be';
const realChange = (better: boolean | null) =>
  `A real change${better === null ? '' : ` for the ${better ? 'better' : 'worse'}`}`;
/** A number that left its usual range. `inRow`: so many up to it lie on that side of the centre; null where that is no long run. */
export const outsideWords = ({ better, period, side, range, inRow }: Outside) =>
  sentence(
    `${realChange(better)}: ${period} lies ${side} its usual range (${range})${inRow === null ? '' : `, and ${inRow} in a row ${side} its middle`}`,
  );
interface Outside {
  readonly better: boolean | null;
  readonly period: string;
  readonly side: 'above' | 'below';
  readonly range: string;
  /** `nine months`. */
  readonly inRow: string | null;
}
/** Many in a row on one side of the centre, none of which need lie outside the range. `last`: whether the newest of them is the last period. */
export const longRunWords = (better: boolean | null, inRow: string, side: 'above' | 'below', centre: string) =>
  sentence(`${realChange(better)}: ${inRow} in a row lie ${side} the usual ${centre}`);
export const wobbleWords = (period: string, range: string) =>
  sentence(`${period} lies within its usual range (${range}): the usual wobble`);
/** `10 months are`. */
const many = (periods: number, grain: keyof typeof grainWords, one: string, more: string) =>
  `${periods === 0 ? 'no' : plainNumber(periods)} ${periods === 1 ? `${periodNoun[grain]} ${one}` : `${grainWords[grain]} ${more}`}`;
/** `nine months`: how long a run is. */
export const inRowWords = (periods: number, grain: keyof typeof grainWords) =>
  `${inWords(periods)} ${periods === 1 ? periodNoun[grain] : grainWords[grain]}`;
const toTell = 'to tell a real change from the usual wobble';
/** `since`: the day from which it is counted as today; null where it always was. */
export const tooEarlyToTellWords = (periods: number, needed: number, grain: keyof typeof grainWords, since: boolean) =>
  sentence(
    `Too early ${toTell}: ${many(periods, grain, 'is', 'are')} counted${since ? ' by today’s wording' : ''}, and it takes ${plainNumber(needed)}`,
  );
export const tooFewToTellWords = (periods: number, needed: number, grain: keyof typeof grainWords) =>
  sentence(
    `Too few records ${toTell}: ${many(periods, grain, 'has', 'have')} enough, and it takes ${plainNumber(needed)}`,
  );
export const unmovedWords = (periods: number, of: number, grain: keyof typeof grainWords) => {
  const which = periods === of ? `all ${plainNumber(of)}` : `the first ${plainNumber(periods)} of ${plainNumber(of)}`;
  return sentence(`It was the same in ${which} ${grainWords[grain]}, so its usual wobble is not known`);
};
export const carriesOverWords = (grain: keyof typeof grainWords) =>
  sentence(`A ${periodNoun[grain]} can carry over what was there before, so no usual range is drawn`);

import type { Agreement } from '../../values/agreement.ts';
import type { Problem } from '../../values/problem.ts';
import type { Moment, Value } from '../../values/tree.ts';
import { testsIn } from '../compared-texts.ts';
import { briefly } from '../fits.ts';
import { sayMoment, sayValue } from '../tree-in-words.ts';

type PartOf = Extract<Value, { readonly value: 'part of' }>;

/** How the days are compared that people mean by comparing quarters. */
const meant: Readonly<Record<string, (of: string) => string>> = {
  'is more than': (of) => `is after the end of ${of}`,
  'is less than': (of) => `is before the start of ${of}`,
  'is at least': (of) => `is on or after the start of ${of}`,
  'is at most': (of) => `is on or before the end of ${of}`,
};

/** A warning for each sentence that compares the quarters of two moments: the first quarter of a year is less than the last of the year before. */
export function startingAgain({ terms, figures, metrics, funnel }: Agreement): Problem[] {
  return testsIn([terms, figures, metrics, funnel]).flatMap((test): Problem[] => {
    const say = meant[test.phrase];
    const [one, other] = Object.values(test.slots);
    if (!say || !isQuarter(one) || !isQuarter(other)) return [];
    const of = `the quarter of ${momentIn(other.of)}`;
    const says = `"${sayValue(one, briefly)}" is a number from 1 to 4, which starts again each year`;
    return [{ ...test.at, level: 'warning', says, fix: `compare days: "${momentIn(one.of)} ${say(of)}"` }];
  });
}

const momentIn = (moment: Moment): string => sayMoment(moment, briefly);

const isQuarter = (filled: unknown): filled is PartOf =>
  typeof filled === 'object' && filled !== null && 'part' in filled && filled.part === 'quarter' && 'of' in filled;

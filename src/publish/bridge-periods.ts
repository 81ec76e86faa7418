import { fullPeriodWords, notKnown } from '../story/locale/en/charts.ts';
import { capital } from '../story/locale/en/forms.ts';
import { bridgeEnd, bridgeStart, notExplained, signedWords } from '../story/locale/en/bridge.ts';
import { movementsOf } from '../story/bridge-steps.ts';
import { numbersOf } from '../story/numbers.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Bridge } from '../values/bridge.ts';
import type { Grain } from '../values/period.ts';
import type { DataRow } from './data-table.ts';

/** Every period of a grain, newest first: what the balance was, what each movement came to, what it is; in exact amounts. */
export function bridgePeriods(
  agreement: Agreement,
  balance: Metric,
  bridge: Bridge,
  grain: Grain,
): { readonly columns: readonly string[]; readonly rows: readonly Pick<DataRow, 'head' | 'cells'>[] } {
  const numbers = numbersOf(balance, agreement);
  const say = (amount: number | null | undefined, signed: boolean): string =>
    amount == null ? notKnown : signed ? signedWords(amount, numbers.bare.exact) : numbers.bare.exact(amount);
  const told = movementsOf(bridge);
  const ofGrain = bridge.periods.filter((one) => one.grain === grain && one.status !== 'ahead');
  const rest = ofGrain.some((one) => one.notExplained !== 0);
  return {
    columns: [
      bridgeStart,
      ...told.map((index) => bridge.movements[index] ?? ''),
      ...(rest ? [notExplained] : []),
      bridgeEnd,
    ],
    rows: ofGrain.toReversed().map((one) => {
      const period = capital(fullPeriodWords({ ...one, name: one.period }));
      return {
        head: one.status === 'so far' ? `${period}, so far` : period,
        cells: [
          say(one.opening, false),
          ...told.map((index) => say(one.moved[index], true)),
          ...(rest ? [say(one.notExplained, true)] : []),
          say(one.closing, false),
        ],
      };
    }),
  };
}

/** The grains that a bridge is told by, from fine to coarse. */
export const grainsOf = ({ periods }: Bridge): Grain[] => [...new Set(periods.map(({ grain }) => grain))];

import type { Why } from '../../values/value.ts';
import { unmarkedPromisesBrief, unmarkedPromisesWords, type Unmarked } from '../locale/en/promises.ts';
import { number, type Facts } from '../statements/statement-kind.ts';
import type { Listed, ListKind } from './list-kind.ts';

/** The whys that are told; any other stands beside its own promise. */
const told = { unsigned: 'waiting for agreement', few: 'too few', early: 'too early' } as const satisfies Record<
  string,
  Why
>;

const countsOf = (facts: Facts): Unmarked => ({
  all: number(facts, 'all'),
  none: number(facts, 'none'),
  unsigned: number(facts, 'unsigned'),
  few: number(facts, 'few'),
  early: number(facts, 'early'),
});

/** Of how many promises nobody can tell yet whether they are kept, and why. */
export const promisesUnmarked: ListKind = {
  kind: 'promises unmarked',
  numbers: { all: 'count', none: 'count', unsigned: 'count', few: 'count', early: 'count' },
  directions: () => [],
  facts({ numbers }) {
    const promises = numbers.filter(({ metric }) => metric.promise);
    const without =
      (why: Why | null) =>
      ({ finding: { mark } }: Listed) =>
        mark.mark === 'none' && (why === null || mark.why === why);
    const none = promises.filter(without(null)).length;
    if (none === 0) return null;
    return {
      all: promises.length,
      none,
      unsigned: promises.filter(without(told.unsigned)).length,
      few: promises.filter(without(told.few)).length,
      early: promises.filter(without(told.early)).length,
    };
  },
  words: (facts) => unmarkedPromisesWords(countsOf(facts)),
  brief: (facts) => unmarkedPromisesBrief(countsOf(facts)),
  holds(facts, { numbers }) {
    const counts = new Map<Why | null, number>();
    let [all, none] = [0, 0];
    for (const { metric, finding } of numbers) {
      if (!metric.promise) continue;
      all += 1;
      if (finding.mark.mark !== 'none') continue;
      none += 1;
      counts.set(finding.mark.why, (counts.get(finding.mark.why) ?? 0) + 1);
    }
    const isRight = (name: keyof typeof told) => facts[name] === (counts.get(told[name]) ?? 0);
    return facts['all'] === all && facts['none'] === none && isRight('unsigned') && isRight('few') && isRight('early');
  },
};

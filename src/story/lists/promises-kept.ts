import { verdictBrief } from '../locale/en/briefs.ts';
import { verdictWords } from '../locale/en/verdict.ts';
import { allOrNone } from '../statements/backed.ts';
import { number } from '../statements/statement-kind.ts';
import type { ListKind } from './list-kind.ts';

/** How many of the promises of a list we kept, of those that can be judged. They need not be of one period: each has its newest. */
export const promisesKept: ListKind = {
  kind: 'promises kept',
  numbers: { promises: 'count', judged: 'count', kept: 'count' },
  counts: (facts) => [number(facts, 'promises') - number(facts, 'judged')],
  directions: ({ kept, judged }) => ['kept', ...allOrNone(kept, judged)],
  facts({ numbers }) {
    const promises = numbers.filter(({ metric }) => metric.promise);
    const marked = promises.filter(({ finding: { mark } }) => mark.mark !== 'none');
    const kept = marked.filter(({ finding: { mark } }) => mark.mark === 'kept').length;
    return { promises: promises.length, judged: marked.length, kept };
  },
  words: (facts) => verdictWords(number(facts, 'kept'), number(facts, 'judged'), number(facts, 'promises'), ''),
  brief: (facts) => verdictBrief(number(facts, 'kept'), number(facts, 'judged'), number(facts, 'promises')),
  holds(facts, { numbers }) {
    const counts = { kept: 0, slipping: 0, broken: 0, none: 0 };
    for (const { metric, finding } of numbers) if (metric.promise) counts[finding.mark.mark] += 1;
    const judged = counts.kept + counts.slipping + counts.broken;
    return facts['kept'] === counts.kept && facts['judged'] === judged && facts['promises'] === judged + counts.none;
  },
};

import type { Metric } from '../../values/agreement.ts';
import type { MetricValue } from '../../values/value.ts';
import { asThingsStand, countAtRisk } from '../at-risk.ts';
import { mostWords, wordsIn } from '../count-words.ts';
import { atRiskBrief, atRiskWords, phraseOf, sameNoun } from '../locale/en/at-risk.ts';
import { outcomeSense } from '../outcome-sense.ts';
import { isShare } from '../traits.ts';
import type { Noun } from '../locale/en/forms.ts';
import type { Facts } from '../statements/statement-kind.ts';
import type { ListKind, Listing } from './list-kind.ts';

/** A number that says which of its records are at risk, with its values. */
export interface Risk {
  readonly metric: Metric;
  readonly values: readonly MetricValue[];
  /** The nouns of which its sentence may hold the plural: of one record it is said in the singular. */
  readonly nouns: readonly Noun[];
}

/** Before what is said of so many records, among the facts. */
const risk = 'risk: ';

interface Said {
  readonly says: string;
  readonly count: number;
}

interface SaidOf extends Said {
  readonly nouns: readonly Noun[];
}

/** How many records are at risk as things stand, by what is said of them: what none is at is left out, unless it is alone. */
function saidOf({ risks = [] }: Listing): SaidOf[] {
  const all = risks.flatMap(({ metric, values, nouns }) => {
    const row = asThingsStand(metric, values);
    const count = row && countAtRisk(metric, row);
    return count === null ? [] : [{ says: phraseOf(metric.atRisk ?? '', count, nouns), count, nouns }];
  });
  return all.length === 1 ? all : all.filter(({ count }) => count > 0);
}

/** What a sentence can hold of these, from the first on, and what it can't. Their noun is said once. */
function parted(all: readonly SaidOf[]): { held: Said[]; rest: readonly SaidOf[] } {
  const held: Said[] = [];
  for (const { says, count, nouns } of all) {
    const next = { says: held[0] ? sameNoun(held[0].says, says, nouns) : says, count };
    if (wordsIn(atRiskWords([...held, next])) > mostWords) break;
    held.push(next);
  }
  return { held, rest: all.slice(held.length) };
}

const toldIn = (facts: Facts): Said[] =>
  Object.entries(facts).flatMap(([name, count]) =>
    name.startsWith(risk) && typeof count === 'number' ? [{ says: name.slice(risk.length), count }] : [],
  );

/** How many records are at risk, and how. `about`: `first` what one sentence holds, `more` what the next one does. */
export const atRisk: ListKind = {
  kind: 'at risk',
  numbers: { [risk]: 'count' },
  names: [risk],
  directions: () => [],
  facts(listing, about) {
    const { held, rest } = parted(saidOf(listing));
    const told = about === 'more' ? parted(rest).held : held;
    return told.length > 0 ? Object.fromEntries(told.map(({ says, count }) => [risk + says, count])) : null;
  },
  words: (facts) => atRiskWords(toldIn(facts)),
  brief: (facts) => atRiskBrief(toldIn(facts)),
  /** From the newest period back to the share: what is not as agreed is what the rest leaves. */
  holds(facts, { risks = [] }) {
    return toldIn(facts).every(({ says, count }) =>
      risks.some(
        ({ metric, values, nouns }) =>
          phraseOf(metric.atRisk ?? '', count, nouns).endsWith(says) && atRiskByShare(metric, values) === count,
      ),
    );
  },
};

function atRiskByShare(metric: Metric, values: readonly MetricValue[]): number {
  const reached = values.filter(({ dimension, status, grain }) => {
    return dimension === '' && status !== 'ahead' && grain === metric.finest;
  });
  const newest = reached.reduce<MetricValue | null>((last, row) => (last && last.to > row.to ? last : row), null);
  if (!newest) return Number.NaN;
  if (!isShare(metric)) return newest.value ?? Number.NaN;
  const part = outcomeSense(metric) === 'against' ? (newest.value ?? 0) : 1 - (newest.value ?? 1);
  return Math.round(part * (newest.denominator ?? Number.NaN));
}

/** Members of breakdowns whose parts make up the whole, with the names that records have: odd, long, from right to left, or holding numbers. */
import type { Metric } from '../../../src/values/agreement.ts';
import type { Breakdown } from '../../../src/values/breakdown.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import type { Made } from './made-metrics.ts';
import { besideOf, topicNames } from './any-topics.ts';
import { rowOf } from './any-values.ts';
import type { Random } from './random.ts';

const path = (field: string, links: readonly string[] = []) =>
  ({ from: 'handover', links, field, type: { is: 'text' }, figure: false }) as const;
const breakdown = (dimension: string, links: readonly string[] = []): Breakdown => ({
  dimension, cut: { cut: 'value', path: path(dimension, links) }, credit: null, clauseOf: null,
}); // prettier-ignore

const ends = (from: number | null, to: number | null) => ({
  from: from === null ? null : { at: from, inside: true },
  to: to === null ? null : { at: to, inside: false },
});

export const breakdowns: readonly [Breakdown, ...Breakdown[]] = [
  breakdown('source'),
  breakdown('team', ['owner']),
  breakdown('owner', ['owner']),
  breakdown('kind of reason'),
  {
    dimension: 'company size', credit: null, clauseOf: null,
    cut: { cut: 'bands', path: { ...path('company size'), type: { is: 'number' } }, bands: [
      { name: 'below 20', ...ends(null, 20) }, { name: 'from 20 to below 200', ...ends(20, 200) }, { name: 'at least 200', ...ends(200, null) },
    ] },
  },
]; // prettier-ignore

const names: Readonly<Record<string, readonly string[]>> = {
  ...topicNames,
  source: ['Website', 'Campaign 2026', 'Event', 'مؤتمر دبي', 'Not recorded', 'Top 100: the best of May, all in one', 'TikTok', '50% off', 'Less is more', 'AT&T', 'October', 'webinar'],
  team: ['Sales', 'Marketing', 'Partners', 'Not recorded'],
  owner: ['Ada Best', 'Bo May', 'Chi Over', 'Dee Low', 'Not recorded'],
  'kind of reason': ['Price', 'No budget', 'Lost to a rival', 'Not recorded', 'Bad timing'],
  'company size': ['below 20', 'from 20 to below 200', 'at least 200', 'In no band', 'Not recorded'],
}; // prettier-ignore

/** A whole number parted among so many; what is left goes to one of them. */
function parted(whole: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.trunc((whole * weight) / all));
  const rest = whole - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, index) => (index === 0 ? part + rest : part));
}

type Numbers = Parameters<typeof rowOf>[2];

function partsOf(row: PublishedValue, { nature }: Made, weights: readonly number[], random: Random): Numbers[] {
  const records = parted(row.records, weights);
  const waiting = parted(row.waiting, weights);
  if (nature === 'share' || nature === 'amounts') {
    const whole = parted(row.denominator ?? 0, weights);
    let left = row.numerator ?? 0;
    return whole.map((denominator, index) => {
      const others = whole.slice(index + 1).reduce((sum, one) => sum + one, 0);
      const [least, most] = [Math.max(0, left - others), Math.min(denominator, left)];
      const numerator = random.whole(least, most);
      left -= numerator;
      const value = denominator === 0 ? null : numerator / denominator;
      return {
        value,
        numerator,
        denominator,
        waiting: waiting[index] ?? 0,
        records: denominator + (waiting[index] ?? 0),
      };
    });
  }
  const adds = nature === 'count' || nature === 'money' || nature === 'balance';
  const values = adds
    ? parted(row.value ?? 0, weights)
    : weights.map(() =>
        row.value === null
          ? null
          : nature === 'day'
            ? row.value - random.whole(0, 20)
            : row.value * (0.5 + random.part()),
      );
  return weights.map((_, index) => {
    const denominator = nature === 'times' ? random.whole(1, 90_000) : null;
    const numerator = denominator === null ? null : Math.round(denominator * (values[index] ?? 0));
    const value = denominator === null || numerator === null ? (values[index] ?? null) : numerator / denominator;
    return {
      value,
      numerator,
      denominator,
      waiting: waiting[index] ?? 0,
      records: nature === 'count' ? Math.abs(value ?? 0) : Math.max(records[index] ?? 0, value ? 1 : 0),
    };
  });
}

/** The members of each breakdown in each period; of one with credit once more by each other model. */
export function anyMembers(
  made: Made,
  metric: Metric,
  wholes: readonly PublishedValue[],
  random: Random,
): PublishedValue[] {
  return metric.breakdowns.flatMap((one) => {
    const { dimension } = one;
    const known = names[dimension] ?? [];
    const first = random.whole(0, Math.max(known.length - 3, 0));
    const members = known.slice(first, first + random.whole(1, known.length));
    const same = random.often(20);
    return wholes.flatMap((row) => {
      const drawn = () => partsOf(row, made, members.map(() => random.one([0.2, 1, 1, 4, 12])), random);
      const parts = drawn();
      return [
        ...rowsOf(metric, row, dimension, members, parts),
        ...besideOf(one).flatMap((other) => rowsOf(metric, row, other, members, same ? parts : drawn())),
      ];
    });
  });
} // prettier-ignore

function rowsOf(metric: Metric, row: PublishedValue, dimension: string, members: readonly string[], parts: readonly Numbers[]): PublishedValue[] {
  const { grain, period, from, to, status } = row;
  const level = metric.adds.members || grain === 'year' ? { target: null, broken: null } : {};
  return members.flatMap((member, index) => {
    const numbers = parts[index];
    return numbers ? [rowOf(metric, { grain, period, from, to }, numbers, { dimension, member, status, ...level })] : [];
  });
} // prettier-ignore

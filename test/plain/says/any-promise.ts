/** What was agreed of a metric: levels, who promised it to whom, since when it is counted so. */
import type { Metric, Wording } from '../../../src/values/agreement.ts';
import type { Target } from '../../../src/values/target.ts';
import type { Made } from './made-metrics.ts';
import type { Random } from './random.ts';

const one = (value: number, way: Target['way']): Target => ({
  way,
  level: { level: 'one', value, grain: null, spread: false },
  said: '',
});

const levels = {
  share: [0.9, 0.6, 0.085, 0.995, 1, 0.05], amounts: [0.4, 0.9], count: [0, 1, 22, 240, 4.47, 3000], money: [100_000, 5_000_000, 230_000_000, 99_999, 1],
  duration: [0.5, 4, 8, 30, 400], times: [1, 2.5, 3], balance: [20_000_000, 15_000_000_000], number: [2, 5.5, 60], day: [20_000],
} as const satisfies Record<Made['nature'], readonly number[]>; // prettier-ignore

/** A target and what lies beyond it broken; none for a third of them. */
function anyLevels({ nature, metric }: Made, random: Random): Pick<Wording, 'target' | 'broken'> {
  if (nature === 'day' || random.often(30)) return { target: null, broken: null };
  const way = metric.better === 'lower' || random.often(10) ? 'at most' : 'at least';
  const of = levels[nature];
  const value = of[random.whole(0, of.length - 1)] ?? 1;
  if (random.often(20)) return { target: one(value, way), broken: null };
  const beyond = way === 'at least' ? value * random.one([0.5, 0.8, 0.95]) : value * random.one([1.1, 1.5, 3]);
  return { target: one(value, way), broken: one(nature === 'share' ? Math.min(beyond, 1) : beyond, way) };
}

const signed = (team: string, holds: boolean) => ({
  team, by: 'VP', on: '2025-12-15', how: 'minutes', recordedBy: 'RevOps', seal: 'abc', holds, heldUntil: holds ? null : '2026-03-31',
}); // prettier-ignore

/** A second wording before today's: another way of counting, or only another target. */
function earlierWording(today: Wording, metric: Made, random: Random): Wording {
  const since = { ...today, ...anyLevels(metric, random) };
  return random.often(50) ? since : { ...since, exceptWhen: [{ is: 'all', of: [] }] };
}

/** The metric as this company agreed on it. `since`: days on which wordings begin. */
export function anyPromise(made: Made, random: Random, since: readonly [string, ...string[]]): Metric {
  const { metric } = made;
  const agreed: Wording = { ...metric.wordings[0], ...anyLevels(made, random) };
  const from = random.one(since);
  const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
  const wordings: Metric['wordings'] = random.often(25)
    ? [
        { ...agreed, from },
        { ...earlierWording(agreed, made, random), from: null, until: before },
      ]
    : [agreed];
  const promised = agreed.target !== null && random.often(60);
  const shared = random.often(25);
  const [by, to] = random.one([
    ['sales', 'marketing'],
    ['marketing', 'sales'],
  ] as const);
  return {
    ...metric,
    wordings,
    promise: promised
      ? {
          by: shared ? ['sales', 'marketing'] : [by], to: shared ? [] : [to], pause: null,
          ifBroken: random.one([[], ['two months in a row, the heads of both teams meet within a week'], ['both teams walk through the lost deals of the month together']]),
        }
      : null,
    signatures: promised ? ['sales', 'marketing'].map((team) => signed(team, !random.often(4))) : [],
    missing: random.often(3) ? random.one([["lead's score"], ["lead's score", "handover's assigned", 'spend', 'campaign']]) : [],
    reviewBy: random.often(15) ? '2026-01-15' : null,
    better: agreed.target ? metric.better : random.one([metric.better, null, 'higher']),
    needs: random.often(50) ? [{ from: 'lead', links: [], field: 'score', type: { is: 'number' }, figure: false }] : [],
  }; // prettier-ignore
}

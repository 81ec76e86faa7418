import { canonical } from '../agreement/canonical.ts';
import type { Metric, Wording } from '../values/agreement.ts';

/**
 * A metric whose wordings count differently, each from the next: those that follow one another and count the same, as where only what was
 * agreed to reach has changed, are one for as long as any of them holds.
 */
export function withAlikeTogether(metric: Metric): Metric {
  const [newest, ...older] = metric.wordings;
  const together = older.reduce<[Wording, ...Wording[]]>(
    (wordings, wording) => {
      const last = wordings.at(-1) ?? newest;
      if (!countsLike(last, wording)) return [...wordings, wording];
      const [first, ...others] = [...wordings.slice(0, -1), { ...last, from: wording.from }];
      return first ? [first, ...others] : wordings;
    },
    [newest],
  );
  return { ...metric, wordings: together };
}

/** Whether a metric has had several wordings that all count the same: its numbers by today's alone are those that it has. */
export const countsAsEver = (metric: Metric): boolean =>
  metric.wordings.length > 1 && withAlikeTogether(metric).wordings.length === 1;

const countsLike = (one: Wording, other: Wording): boolean => countedIn(one) === countedIn(other);

/** All but since when and until when, and what was agreed to reach. */
const countedIn = ({ measure, term, kind, keptWhen, instead, exceptWhen }: Wording): string =>
  canonical({ measure, term, kind, keptWhen, instead, exceptWhen });

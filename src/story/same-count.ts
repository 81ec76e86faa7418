import type { Metric, Wording } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** What a wording counts, without where and in which words it stands in the file. */
function counted({ measure, term, kind, keptWhen, instead, exceptWhen }: Wording): string {
  return JSON.stringify({ measure, term, kind, keptWhen, instead, exceptWhen }, (key, value: unknown) =>
    key === 'at' || key === 'said' ? undefined : value,
  );
}

/** Whether two wordings count alike, so that their numbers compare: a new target alone changes no number. */
export const countAlike = (one: Wording, other: Wording) => counted(one) === counted(other);

/** The first day from which records are counted as they are today; null: they always were. */
export function countedSince(metric: Metric): Day | null {
  const [today, ...before] = metric.wordings;
  let since = today.from;
  for (const wording of before) {
    if (!countAlike(today, wording)) return since;
    since = wording.from;
  }
  return null;
}

import { cohortGrain, gapsIn, possibleGrains, type CohortGap } from '../story/cohorts.ts';
import { subjectOf } from '../story/subject.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Problem } from '../values/problem.ts';
import type { MetricReading, MetricValue } from '../values/value.ts';
import { stagesIn } from './cohorts.ts';

/** A warning for each stage of the funnel that does not follow the cohort of the first, in how many of the newest periods, and which is the first of them. */
export function cohortGaps(
  agreement: Agreement,
  values: readonly MetricValue[],
  readings: readonly MetricReading[],
): Problem[] {
  const stages = stagesIn(agreement, (slug) => {
    const metric = agreement.metrics.find((one) => one.slug === slug && one.missing.length === 0);
    const reading = readings.find((one) => one.metric === slug);
    if (!metric || !reading) return null;
    const own = values.filter((value) => value.metric === slug);
    const unmarked = own.map((value) => ({ ...value, mark: { mark: 'none', why: null } as const, fixed: null }));
    return subjectOf({ metric, agreement, values: unmarked, reading });
  });
  const grain = stages.length > 0 ? (cohortGrain(stages) ?? possibleGrains(stages)[0]) : undefined;
  const gaps = grain ? gapsIn(stages, grain) : [];
  return [...Map.groupBy(gaps, ({ stage, why }) => `${stage} ${why}`).values()].flatMap((alike) =>
    gapOf(alike, agreement),
  );
}

function gapOf(alike: readonly CohortGap[], { funnel }: Agreement): Problem[] {
  const [first] = alike;
  const stage = funnel.find(({ name }) => name === first?.stage);
  if (!first || !stage) return [];
  const further =
    alike.length === 1 ? '' : ` and ${alike.length - 1} more ${alike.length === 2 ? 'period' : 'periods'}`;
  const what =
    first.why === 'other records' ? 'counts other records than the first stage' : 'has more than the stage before';
  const says = `"${stage.name}" ${what} in ${first.period}${further}: it is not drawn`;
  const fix =
    first.why === 'other records'
      ? 'both must count the same records: look at "except when:"'
      : 'ask in it for all that the stage before asks for, as a term that is that of the stage before';
  return [{ ...stage.at, level: 'warning', says, fix }];
}

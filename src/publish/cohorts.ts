/** One cohort after the other, from stage to stage: what the page of the funnel shows of them. */
import {
  cohortGrain,
  cohortsOf,
  gapsIn,
  isRipe,
  possibleGrains,
  type Cohort,
  type CohortStage,
  type CohortStep,
} from '../story/cohorts.ts';
import { funnelFigure, partWords } from '../story/figures/funnel-figure.ts';
import { cohortCame } from '../story/lists/cohort-came.ts';
import { fullPeriodWords, stillRuns } from '../story/locale/en/charts.ts';
import * as en from '../story/locale/en/cohorts.ts';
import { capital, periodWords, plainNumber } from '../story/locale/en/forms.ts';
import { nounsOf, type Subject } from '../story/subject.ts';
import type { Agreement, Metric, Stage, Topic } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';
import type { FunnelFigure } from '../values/figure.ts';
import type { Grain, Period } from '../values/period.ts';
import type { Statement } from '../values/statement.ts';
import { saidOfList } from './list-told.ts';
import { subjectFor } from './materials.ts';

/**
 * The stages that count one cohort, in their order; none where fewer than two can be counted, or the first can't. `subjectBy`: of a metric's slug,
 * null where it is not counted.
 */
export function stagesIn(
  { funnel, terms }: Pick<Agreement, 'funnel' | 'terms'>,
  subjectBy: (slug: string) => Subject | null,
): CohortStage[] {
  const counted = funnel.flatMap((stage) => (stage.countedBy === null ? [] : [{ stage, by: stage.countedBy }]));
  const nounOf = ({ term, name }: Stage, subject: Subject, isFirst: boolean) => {
    const known = terms.find((one) => one.name === term);
    if (known) return { one: known.name, many: known.plural };
    return isFirst ? nounsOf(subject) : { one: name, many: name };
  };
  const stages = counted.flatMap(({ stage, by }, index): CohortStage[] => {
    const subject = subjectBy(by);
    if (!subject) return [];
    const took = stage.took === null ? null : subjectBy(stage.took);
    return [{ name: stage.name, noun: nounOf(stage, subject, index === 0), counted: subject, took }];
  });
  return stages.length > 1 && stages[0]?.name === counted[0]?.stage.name ? stages : [];
}

/** The same of an edition. `topic`: only where the first of them stands on that page. */
export function stagesOf(edition: Edition, topic: Topic): CohortStage[] {
  const stages = stagesIn(edition.agreement, (slug) => {
    const one = edition.metrics.find(({ metric }) => metric.slug === slug && metric.missing.length === 0);
    return one ? subjectFor(edition, one) : null;
  });
  return stages[0]?.counted.metric.topic === topic ? stages : [];
}

/** How far the newest cohort came of which all is known; null where there is none. */
export function cohortTold({ agreement }: Edition, topic: Topic, stages: readonly CohortStage[]): Statement | null {
  return saidOfList(cohortCame, { subject: topic, whose: 'these', team: '', numbers: [], stages }, agreement);
}

/** A cohort's drawing, its heading, and when all will be known of each stage that still matures. */
export interface CohortDrawn {
  readonly heading: string;
  readonly figure: FunnelFigure;
  readonly ripens: readonly { readonly stage: string; readonly when: string }[];
}

export interface CohortCell {
  readonly came: string;
  /** Of how many that is known; '' where of all. */
  readonly told: string;
  readonly ofAll: string;
  readonly ofBefore: string;
  readonly time: string;
  readonly pale: boolean;
}

export interface CohortRow {
  readonly head: string;
  readonly cells: readonly CohortCell[];
  /** When all is known of it. */
  readonly known: string;
  readonly pale: boolean;
}

export interface CohortsShown {
  readonly grain: Grain;
  /** What is followed: `inbound leads`. */
  readonly nouns: string;
  /** Of each stage its name and the unit of its time; '' where that is not counted. */
  readonly stages: readonly { readonly name: string; readonly unit: string }[];
  /** What counts the stages and their times. */
  readonly counted: readonly Metric[];
  /** Whether each time is that of the half that came first. */
  readonly halves: boolean;
  /** The newest one of which all is known, and the newest that is over and still matures. */
  readonly drawn: readonly CohortDrawn[];
  /** The newest first. */
  readonly rows: readonly CohortRow[];
  /** That periods are left out; '' where none is. */
  readonly leftOut: string;
}

/** Null: nothing of the agreement follows one cohort, or no period has one. */
export function cohortsShown(stages: readonly CohortStage[]): CohortsShown | null {
  const [first] = stages;
  const grain = first ? (cohortGrain(stages) ?? possibleGrains(stages)[0]) : undefined;
  if (!first || !grain) return null;
  const cohorts = cohortsOf(stages, grain);
  const gaps = gapsIn(stages, grain);
  if (cohorts.length + gaps.length === 0) return null;
  const times = stages.flatMap(({ took }) => took?.metric ?? []);
  const ripe = cohorts.findLast(isRipe);
  const maturing = cohorts.findLast((cohort) => !cohort.runs && !isRipe(cohort));
  return {
    grain,
    nouns: first.noun.many,
    stages: stages.map(({ name, took }) => ({ name, unit: took?.numbers.leftOut ?? '' })),
    counted: [...stages.map(({ counted }) => counted.metric), ...times],
    halves: times.every(({ wordings: [{ measure }] }) => measure.measure === 'median'),
    drawn: onOneScale([
      ...(ripe ? drawnOf(ripe, stages, en.ripeHeading(called(ripe.period))) : []),
      ...(maturing ? drawnOf(maturing, stages, en.maturingHeading(called(maturing.period))) : []),
    ]),
    rows: cohorts.toReversed().map((cohort) => rowOf(cohort, stages)),
    leftOut: gaps.length > 0 ? en.leftOutWords(gaps.length, grain) : '',
  };
}

/** `First quarter of 2026` and `the first quarter of 2026`: with its year, wherever it stands. */
const called = (period: Period): string => fullPeriodWords(period);
const inSentence = (period: Period): string => periodWords(period, farAhead);
const farAhead = '9999-12-31';

/** Drawings side by side, so that their bars compare. */
function onOneScale(drawn: readonly CohortDrawn[]): CohortDrawn[] {
  const to = Math.max(...drawn.map(({ figure }) => figure.to));
  return drawn.map((one) => ({ ...one, figure: { ...one.figure, to } }));
}

function drawnOf({ period, steps }: Cohort, stages: readonly CohortStage[], heading: string): CohortDrawn[] {
  const cohort = steps.map(({ came, mayCome, told, waiting }, index) => ({
    name: stages[index]?.name ?? '',
    value: came,
    waiting: mayCome,
    told: waiting > 0 ? told : null,
  }));
  const figure = funnelFigure(en.titleOf(stages[0]?.noun.many ?? '', inSentence(period)), cohort);
  const ripens = steps.flatMap(({ ripens: day }, index) =>
    day === null ? [] : [{ stage: stages[index]?.name ?? '', when: en.knownOn(day) }],
  );
  return figure ? [{ heading, figure, ripens }] : [];
}

function rowOf(cohort: Cohort, stages: readonly CohortStage[]): CohortRow {
  const { period, runs, steps } = cohort;
  const ripe = isRipe(cohort);
  const last = steps
    .flatMap(({ ripens }) => ripens ?? [])
    .toSorted()
    .at(-1);
  const open = runs ? en.stillComing : last === undefined ? en.notToldWhen : en.knownOn(last);
  return {
    head: capital(runs ? stillRuns(called(period)) : called(period)),
    cells: steps.map((step, index) => cellOf(step, index, steps, stages)),
    known: ripe ? en.known : open,
    pale: !ripe,
  };
}

function cellOf(
  step: CohortStep,
  index: number,
  steps: readonly CohortStep[],
  stages: readonly CohortStage[],
): CohortCell {
  const { came, told, waiting, took } = step;
  const before = steps[index - 1];
  const numbers = stages[index]?.took?.numbers;
  const part = (of: number | null | undefined) => (came === null || !of ? '' : partWords(came / of));
  return {
    came: came === null ? en.tooEarly : plainNumber(came),
    told: waiting > 0 && came !== null && index > 0 ? en.soFarOf(told) : '',
    ofAll: index === 0 ? '' : part(told),
    // Of two stages that are told of other records there is no part.
    ofBefore: index > 1 && waiting === 0 && before?.waiting === 0 ? part(before.came) : '',
    time: took === null || !numbers ? '' : numbers.bare.short(took),
    pale: waiting > 0,
  };
}

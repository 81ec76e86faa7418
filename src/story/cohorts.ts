/** Records that came in one period, on their way: how many reached each stage, and of how many only time can tell. */
import { Temporal } from 'temporal-polyfill';
import { grains, type Day, type Grain, type Period } from '../values/period.ts';
import { reportingGrain } from '../values/reporting-grain.ts';
import type { Duration } from '../values/tree.ts';
import type { MetricValue } from '../values/value.ts';
import type { Noun } from './locale/en/forms.ts';
import { fewest } from './mark-of.ts';
import { periodOf, type Subject } from './subject.ts';

/** A stage that records of one cohort come to, in the order of the funnel. */
export interface CohortStage {
  readonly name: string;
  /** What a record is that came here: `qualified lead`. */
  readonly noun: Noun;
  /** Of the first stage a count; of the others which part of the same records came. */
  readonly counted: Subject;
  /** How long it took from the first stage; null: nobody counts that. */
  readonly took: Subject | null;
}

/** Records of one cohort at one stage. Those whose time is not over are not among those that came, though some of them may have come already. */
export interface CohortStep {
  /** Null: nobody's time is over. */
  readonly came: number | null;
  /** Of how many of the cohort it is known whether they came. */
  readonly told: number;
  /** Of how many it is not. */
  readonly waiting: number;
  /** So many at most may be added to those that came. */
  readonly mayCome: number;
  /** The last day of the time that the youngest record has; null: all is known, or nobody can say when. */
  readonly ripens: Day | null;
  /** How long it took those that came, in the unit of its metric; null while some wait, for the quick ones come first. */
  readonly took: number | null;
}

export interface Cohort {
  readonly period: Period;
  /** Its period is not over: more records are still to come in. */
  readonly runs: boolean;
  /** One for each stage. */
  readonly steps: readonly CohortStep[];
}

/** Whether it is known of every record how far it came. */
export const isRipe = ({ runs, steps }: Cohort): boolean => !runs && steps.every(({ waiting }) => waiting === 0);

/** So many of the newest are shown. */
const shown: Partial<Record<Grain, number>> = { month: 13, quarter: 8, year: 4 };

const wholeAt = ({ values }: Subject, grain: Grain): MetricValue[] =>
  values.filter((value) => value.grain === grain && value.dimension === '' && value.status !== 'ahead');

/**
 * The newest cohorts of a grain, oldest first. A period in which the stages do not count the same records is no cohort, nor is one where more came
 * to a stage than to the one before: see `gapsIn`.
 */
export const cohortsOf = (stages: readonly CohortStage[], grain: Grain): Cohort[] =>
  newest(stages, grain).flatMap((rows) => (isOneWay(rows) ? [cohortOf(stages, rows)] : []));

/** A period in which stages do not follow one cohort, and the stage where that shows. */
export interface CohortGap {
  readonly period: string;
  readonly stage: string;
  readonly why: 'other records' | 'more than before';
}

/** The periods among the newest ones that are no cohort, and why. */
export const gapsIn = (stages: readonly CohortStage[], grain: Grain): CohortGap[] =>
  newest(stages, grain).flatMap((rows) => {
    const at = rows.findIndex((_, index) => !followsOn(rows, index));
    const [row, stage] = [rows[at], stages[at]];
    if (!row || !stage) return [];
    const why = row.records === rows[0]?.records ? 'more than before' : 'other records';
    return [{ period: row.period, stage: stage.name, why }];
  });

/** For each of the newest periods that all stages are counted in, a value of each stage. */
function newest(stages: readonly CohortStage[], grain: Grain): MetricValue[][] {
  const [first, ...others] = stages.map(({ counted }) => wholeAt(counted, grain));
  const rows = (first ?? []).toSorted((one, other) => (one.from < other.from ? -1 : 1)).slice(-(shown[grain] ?? 8));
  return rows.flatMap((row) => {
    const all = [row, ...others.flatMap((of) => of.find(({ period }) => period === row.period) ?? [])];
    return all.length === stages.length && row.records > 0 ? [all] : [];
  });
}

/** How many came: of the first stage all that are counted, of the others the part that is told. */
function cameIn(row: MetricValue, index: number): number | null {
  if (index === 0) return row.value;
  return row.denominator === 0 && row.waiting > 0 ? null : (row.numerator ?? 0);
}

const isOneWay = (rows: readonly MetricValue[]): boolean => rows.every((_, index) => followsOn(rows, index));

/** Whether a stage counts the records of the first one, and no more of them than the stage before. */
function followsOn(rows: readonly MetricValue[], index: number): boolean {
  const [first, before, row] = [rows[0], rows[index - 1], rows[index]];
  if (!first || !row || row.records !== first.records) return false;
  const earlier = before ? cameIn(before, index - 1) : null;
  return earlier === null || (cameIn(row, index) ?? 0) <= earlier;
}

function cohortOf(stages: readonly CohortStage[], rows: readonly MetricValue[]): Cohort {
  const steps: CohortStep[] = [];
  for (const [index, row] of rows.entries()) {
    const before = steps.at(-1);
    const came = cameIn(row, index);
    // Who came to the stage before, or still may, and did not come here yet.
    const left = before ? (before.came ?? 0) + before.mayCome - (came ?? 0) : row.waiting;
    const mayCome = Math.max(0, Math.min(row.waiting, left));
    const told = index === 0 ? (came ?? 0) : (row.denominator ?? 0);
    const ripens = row.waiting > 0 ? ripensOn(row, windowOf(stages[index])) : null;
    const took = row.waiting > 0 ? null : tookIn(stages[index]?.took ?? null, row);
    steps.push({ came, told, waiting: row.waiting, mayCome, ripens, took });
  }
  const [first] = rows;
  if (!first) throw new Error('A cohort has a first stage.');
  return { period: periodOf(first), runs: first.status === 'so far', steps };
}

function tookIn(took: Subject | null, { grain, period }: MetricValue): number | null {
  const row = took && wholeAt(took, grain).find((value) => value.period === period);
  return row?.value ?? null;
}

function windowOf(stage: CohortStage | undefined): Duration | null {
  const measure = stage?.counted.metric.wordings[0].measure;
  return measure?.measure === 'conversion' ? measure.within : null;
}

/** The last day of a window that begins on the period's last day; null where it goes by working time, or there is none. */
function ripensOn({ to }: MetricValue, within: Duration | null): Day | null {
  const unit = within && lasting[within.unit];
  return within && unit
    ? Temporal.PlainDate.from(to)
        .add({ [unit]: within.amount })
        .toString()
    : null;
}

const lasting: Partial<Record<Duration['unit'], 'days' | 'weeks' | 'months'>> = {
  days: 'days',
  'calendar days': 'days',
  weeks: 'weeks',
  months: 'months',
};

/**
 * The grain of the cohorts: the finest of month, quarter and year that all stages are counted in and in which the cohorts that are known to the end
 * typically have ten records at the last stage; where none has, the coarsest with such a cohort. Null: there is no cohort.
 */
export function cohortGrain(stages: readonly CohortStage[]): Grain | null {
  const counts = possibleGrains(stages).flatMap((grain) => {
    const cohorts = cohortsOf(stages, grain);
    const last = cohorts.filter(isRipe).map(({ steps }) => steps.at(-1)?.came ?? 0);
    return cohorts.length > 0 ? [{ grain, last }] : [];
  });
  const enough = counts.find(({ last }) => middle(last) >= fewest);
  return (enough ?? counts.findLast(({ last }) => last.length > 0) ?? counts.at(-1))?.grain ?? null;
}

/** Those of month, quarter and year that all stages are counted in, from fine to coarse. */
export function possibleGrains(stages: readonly CohortStage[]): Grain[] {
  const finest = Math.max(...stages.map(({ counted: { metric } }) => grains.indexOf(reportingGrain(metric))));
  return (['month', 'quarter', 'year'] as const).filter((grain) => grains.indexOf(grain) >= finest);
}

/** The upper one of two in the middle; nothing of none. */
const middle = (counts: readonly number[]): number =>
  counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;

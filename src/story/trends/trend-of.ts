import { asOfToday } from '../locale/en/forms.ts';
import type { SparkFigure } from '../../values/figure.ts';
import type { Period } from '../../values/period.ts';
import type { Finding, Statement } from '../../values/statement.ts';
import { notKnown } from '../locale/en/charts.ts';
import * as en from '../locale/en/trends.ts';
import { drawnValue } from '../figures/over-time.ts';
import { pace } from '../statements/pace.ts';
import { state } from '../statements/statement-kind.ts';
import { yearAgo, yearAgoHalves, type YearAgo } from '../statements/year-ago.ts';
import { levelsOf, periodOf, subjectOf, type Material, type Subject } from '../subject.ts';
import { changeOf, type Change } from './change-of.ts';
import { quartersFigure, sparkFigure } from './spark-figure.ts';

/** A metric in a row of a list: its newest number, its year, and whether it really changed. */
export interface Trend {
  readonly metric: string;
  /** `83%`, `4.2`; 'not known', 'no value yet', 'not countable yet'. */
  readonly value: string;
  /** What the value leaves out: `business hours`; '' where nothing. */
  readonly unit: string;
  /** Of which period: `October 2026`, `Q3 2026`, `today`; '' where there is no number. */
  readonly period: string;
  readonly of: Period | null;
  /** The two halves of the brief words of `against`; both '' where there is no number yet. */
  readonly yearAgo: YearAgo;
  /** How the number lies to that of a year before, as a statement; null where there is no number yet. */
  readonly against: Statement | null;
  readonly change: Change;
  /** Null: there is no line to draw. */
  readonly figure: SparkFigure | null;
  /** The same by quarters, of what is reported by shorter periods. */
  readonly quarters: SparkFigure | null;
  /** Null: no period runs, or there is nothing of it yet. */
  readonly soFar: SoFar | null;
}

/** The period that runs. */
export interface SoFar {
  /** `7`; of a share of few records its counts: `1 of 2`. */
  readonly value: string;
  /** `November 2026`. */
  readonly period: string;
  /** Where it should be by now: the statement that the metric's page has, and its number in a row's few words, `about 6 due by now`; null where nothing was agreed for it. */
  readonly pace: { readonly statement: Statement; readonly says: string } | null;
}

type Newest = Pick<Trend, 'value' | 'unit' | 'period' | 'of'>;

function newestOf(subject: Subject): Newest {
  const { metric, latest, running, numbers } = subject;
  const missing = { unit: '', period: '', of: null };
  if (metric.missing.length > 0) return { ...missing, value: en.notCountableYet };
  // What is counted of all time never ends: its number is today's.
  const row = latest ?? (running?.grain === 'all' ? running : null);
  if (!row) return { ...missing, value: en.noValueYet };
  const of = periodOf(row);
  const period = row.grain === 'all' ? asOfToday : en.rowPeriod(of);
  if (row.value === null) return { ...missing, value: notKnown, period, of };
  const unit = numbers.leftOut;
  return { value: numbers.bare.short(row.value, levelsOf(subject)), unit, period, of };
}

/** What can't be divided yet is told as counts. */
function runningValue({ running, numbers }: Subject, drawn: number | null): string {
  if (drawn !== null) return numbers.bare.short(drawn);
  const { numerator, denominator } = running ?? {};
  return numerator == null || !denominator ? '' : en.countsOf(numerator, denominator);
}

function soFarOf(subject: Subject): SoFar | null {
  const { running, numbers } = subject;
  if (!running || running.grain === 'all') return null;
  const value = runningValue(subject, drawnValue(subject, running));
  const agreed = state(pace, subject);
  const way = agreed?.facts['way'] === 'at most' ? 'at most' : 'at least';
  const says = agreed ? en.byNow(way, numbers.bare.short(Number(agreed.facts['byNow']))) : '';
  return value === ''
    ? null
    : { value, period: en.rowPeriod(periodOf(running)), pace: agreed && { statement: agreed, says } };
}

/** What a row shows of a metric. `finding`: the one that was made of the same material. */
export function trendOf(material: Material, finding: Finding): Trend {
  const subject = subjectOf(material);
  const against = state(yearAgo, subject);
  return {
    metric: material.metric.slug,
    ...newestOf(subject),
    yearAgo: against ? yearAgoHalves(against.facts, subject) : { says: '', against: '' },
    against,
    change: changeOf(finding, subject),
    figure: sparkFigure(subject),
    quarters: quartersFigure(subject),
    soFar: soFarOf(subject),
  };
}

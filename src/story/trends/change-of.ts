import type { Finding } from '../../values/statement.ts';
import { fewestPeriods } from '../limits.ts';
import * as en from '../locale/en/trends.ts';
import { capital, periodWords, quoted } from '../locale/en/forms.ts';
import { reportingGrain } from '../../values/reporting-grain.ts';
import { periodOf, type Subject } from '../subject.ts';

/** Real change, usual wobble, or neither can be told: too early or too few records, no usual range to tell by, or no number at all. */
export type ChangeKind = 'real' | 'usual' | 'early' | 'none' | 'missing';

/** What a row says of a number's newest period. It claims no more than the finding's signal does. */
export interface Change {
  readonly kind: ChangeKind;
  readonly better: boolean | null;
  /** `Real change for the worse`. */
  readonly says: string;
  /** `below its usual range`; '' where there is nothing to add. */
  readonly why: string;
}

type Facts = NonNullable<Finding['signal']>['facts'];

const untold = (kind: ChangeKind, says: string, why = ''): Change => ({ kind, better: null, says, why });

/** Since when a run of so many periods lasts. */
function sinceOf({ usual: { points }, series, today }: Subject, run: number): string {
  const first = points.at(-run)?.period;
  const row = series.find(({ period }) => period === first);
  return row ? periodWords(periodOf(row), today) : '';
}

/** Of which period it is said, where a newer one is over whose records still wait: ` in September`; else ''. */
function inPeriod(facts: Facts, { series, latest, today }: Subject): string {
  const row = series.find(({ period }) => period === facts['period']);
  return row && row.period !== latest?.period ? en.inThat(periodWords(periodOf(row), today)) : '';
}

function real(facts: Facts, says: string, subject: Subject): Change {
  const side = facts['side'] === 'above' ? 'above' : 'below';
  const better = typeof facts['better'] === 'boolean' ? facts['better'] : null;
  const why =
    facts['says'] === 'outside' ? en.outsideItsRange(side) : en.sideSince(side, sinceOf(subject, Number(facts['run'])));
  return { kind: 'real', better, says, why: why + inPeriod(facts, subject) };
}

/** Of a finding whose signal says nothing: why. */
function silent({ metric, latest, usual }: Subject): Change {
  if (metric.missing.length > 0) return untold('missing', '', en.mapFields(metric.missing.map(quoted)));
  if (reportingGrain(metric) === 'all') return untold('none', en.noTrend, en.noTrendWhy.all);
  if (metric.unit.unit === 'day') return untold('none', en.noTrend, en.noTrendWhy.day);
  return untold('early', !latest || usual.newest === null ? en.tooEarlyToSay : en.tooFewToSay);
}

/**
 * Whether the newest complete period of a metric is a real change, in a row's few words: those that the finding's signal has beside a name. What can't be
 * told yet is said shorter, where the rows' own heading says of what.
 */
export function changeOf({ signal }: Pick<Finding, 'signal'>, subject: Subject): Change {
  if (!signal) return silent(subject);
  const { facts } = signal;
  const says = capital(signal.brief);
  const { grain } = subject.usual;
  switch (facts['says']) {
    case 'outside':
    case 'run':
      return real(facts, says, subject);
    case 'within':
      return untold('usual', says + inPeriod(facts, subject));
    case 'carries over':
      return untold('none', en.carriesOver, en.carriesOverWhy(grain));
    case 'unmoved':
      return untold('none', says);
    default:
      return untold(
        'early',
        Number(facts['tooFew']) > 0 ? en.tooFewToSay : en.tooEarlyToSay,
        en.ofTheNeeded(Number(facts['periods']), fewestPeriods, grain),
      );
  }
}

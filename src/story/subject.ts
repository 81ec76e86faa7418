import { Temporal } from 'temporal-polyfill';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Bridge } from '../values/bridge.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Distribution } from '../values/distribution.ts';
import type { Day, Grain, Period } from '../values/period.ts';
import { reportingGrain } from '../values/reporting-grain.ts';
import type { Stretch } from '../values/stretch.ts';
import type { Before } from '../values/told.ts';
import type { Mark, MetricReading, MetricValue, PeriodTarget, PublishedValue } from '../values/value.ts';
import { asOfToday, counted, periodWords, plainNumber } from './locale/en/forms.ts';
import { fullPeriodWords, recordsOf, stillRuns } from './locale/en/charts.ts';
import { markOf } from './mark-of.ts';
import { numbersOf, type NumberWords } from './numbers.ts';
import { isShare, standsToday } from './traits.ts';
import { usualOf, type Usual } from './usual.ts';
import { levelOn } from './wording-on.ts';

/** What is known of a metric when sentences are made about it. */
export interface Subject {
  readonly metric: Metric;
  readonly agreement: Agreement;
  readonly reading: MetricReading;
  readonly numbers: NumberWords;
  /** The whole, at the grain that pages report it in, oldest first; nothing that lies ahead. */
  readonly series: readonly PublishedValue[];
  /** The newest period that is over, though records may still wait in it. */
  readonly latest: PublishedValue | null;
  /** The period that runs. */
  readonly running: PublishedValue | null;
  /** Where the period before it stood after as much time, if that is known. */
  readonly stretch: Stretch | null;
  /** The one that stands: fixed when the period closed, before that today's. */
  readonly mark: Mark;
  /** What today's number would be marked. */
  readonly markToday: Mark;
  readonly target: number | null;
  readonly broken: number | null;
  /** The records that have no date, where there are any. */
  readonly undated: PublishedValue | null;
  readonly targets: readonly PeriodTarget[];
  /** Its usual range at that grain, and what left it. */
  readonly usual: Usual;
  readonly catalogue: Catalogue;
  /** The whole and members, any grain, any order; and the same by today's wording, where there was another before. */
  readonly values: readonly PublishedValue[];
  readonly restated: readonly MetricValue[];
  /** What moved it, of a balance whose movements are counted. */
  readonly bridge: Bridge | null;
  /** Of a length: how the records of its newest period that is over lie. */
  readonly distribution: Distribution | null;
  /** What stood of it the last time; null: nothing did. */
  readonly before: Before | null;
  /** The company's date when the records were exported. */
  readonly today: Day;
  /** The day of the newest data of all: what it reads may be older. */
  readonly newest: Day;
}

/** What findings are made from. */
export interface Material {
  readonly metric: Metric;
  readonly agreement: Agreement;
  /** Of this metric: the whole and members, any grain, any order. */
  readonly values: readonly PublishedValue[];
  readonly reading: MetricReading;
  readonly stretches?: readonly Stretch[];
  /** What was agreed for its periods, and how it came about. */
  readonly targets?: readonly PeriodTarget[];
  /** Every period by today's wording, where there was another before. */
  readonly restated?: readonly MetricValue[];
  /** What moved it, of a balance whose movements are counted. */
  readonly bridge?: Bridge | null;
  /** Of a length: how the records of its newest period that is over lie. */
  readonly distribution?: Distribution | null;
  /** What stood of it the last time that something was published. */
  readonly before?: Before | null;
  /** The day of the newest data of all; its own where none is given. */
  readonly newest?: Day | null;
  /** Tells what fields belong to; sentences need none. */
  readonly catalogue?: Catalogue;
}

/** The company's local date at an instant (seconds since 1970). */
export function localDay(instant: number, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

const isOver = ({ status }: MetricValue) => status === 'complete' || status === 'waiting';

/** `grain`: at which its series, its newest period and its usual range are told; the one that pages report, where nobody asks for another. */
export function subjectOf(material: Material, grain: Grain = reportingGrain(material.metric)): Subject {
  const { metric, agreement, values, reading, stretches = [], targets = [], catalogue = { kinds: [] } } = material;
  const { restated = [], bridge = null, distribution = null, before = null, newest = null } = material;
  const series = values
    .filter((value) => value.grain === grain && value.dimension === '' && value.status !== 'ahead')
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const last = series.findLast(({ status }) => status === 'so far') ?? null;
  // What is counted of all records as they stand has no period that could be over: today's number is the newest.
  const latest = series.findLast(isOver) ?? (standsToday(metric) ? last : null);
  const running = last === latest ? null : last;
  const today =
    reading.asOf === null ? (latest?.to ?? '1970-01-01') : localDay(reading.asOf, agreement.company.timeZone);
  const noMark = { mark: 'none', why: metric.missing.length > 0 ? 'not countable' : 'not known' } as const;
  return {
    metric,
    agreement,
    reading,
    numbers: numbersOf(metric, agreement),
    series,
    latest,
    running,
    stretch: stretches.find((one) => one.grain === grain && one.running === running?.period) ?? null,
    mark: latest?.mark ?? noMark,
    markToday: latest?.fixed ? markOf(metric, latest) : (latest?.mark ?? noMark),
    target: latest && levelOn(metric, latest.to, latest.target),
    broken: latest && levelOn(metric, latest.to, latest.broken),
    undated: values.find((value) => value.grain === 'undated' && value.dimension === '') ?? null,
    targets,
    usual: usualOf(material, grain),
    catalogue,
    values,
    restated,
    bridge,
    distribution,
    before,
    today,
    newest: newest ?? today,
  };
}

export const periodOf = ({ grain, period: name, from, to }: MetricValue): Period => ({ grain, name, from, to });

/** `October`, `the third quarter`; `today` for what is counted of all records as they stand. */
export const calledIn = ({ metric, today }: Subject, value: MetricValue) =>
  standsToday(metric) && value.grain === 'all' ? asOfToday : periodWords(periodOf(value), today);

/** `October 2026`, `2026, so far`; `today` for what is counted of all records as they stand. */
export function comparedWords({ metric }: Pick<Subject, 'metric'>, value: MetricValue): string {
  if (standsToday(metric) && value.grain === 'all') return asOfToday;
  const period = fullPeriodWords(periodOf(value));
  return value.status === 'so far' ? stillRuns(period) : period;
}

/** Levels that a rounded value must not seem to touch. */
export const levelsOf = ({ target, broken }: Subject): number[] => [target, broken].filter((level) => level !== null);

export const teamsInText = ({ agreement }: Subject, slugs: readonly string[]) =>
  slugs.map((slug) => agreement.teams.find((team) => team.slug === slug)?.inText ?? slug);

/** The counted records' noun, for so many of them: `qualified lead`, `qualified leads`; of all records of a kind, the kind's. */
export function nounsOf({ metric, agreement, catalogue }: Subject): { one: string; many: string } {
  const [{ term: name, kind }] = metric.wordings;
  const term = agreement.terms.find((one) => one.name === name);
  if (term) return { one: term.name, many: term.plural };
  return { one: kind, many: catalogue.kinds.find((one) => one.name === kind)?.plural ?? recordsOf(kind) };
}

/** `5 qualified leads`, of a share's records; `5` of what only time tells whether it counts: its term's name would say that it does. */
export function waitingNouns(subject: Subject, count: number): string {
  const { one, many } = nounsOf(subject);
  return isShare(subject.metric) ? counted(count, one, many) : plainNumber(count);
}

/** `lead` for `leads`: the first or last words of what the vocabulary and the unit name, whichever differ: `meetings with leads`, `qualified leads`. */
export function lastNouns({ metric: { unit }, agreement }: Subject): { one: string; many: string }[] {
  const named = agreement.terms.map(({ name, plural }) => ({ one: name, many: plural }));
  const own = unit.unit === 'records' ? [{ one: unit.noun, many: unit.nouns }] : [];
  return [...own, ...named].flatMap(({ one, many }) =>
    [0, -1].flatMap((at) => {
      const [single, plural] = [one, many].map((text) => text.split(' ').at(at) ?? '');
      return single && plural && single !== plural ? [{ one: single, many: plural }] : [];
    }),
  );
}

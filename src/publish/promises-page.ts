/** The page of promises: both directions side by side, then what was promised together, then what partners promised; each with its record. */
import { marksFigure } from '../story/figures/marks-figure.ts';
import type { Listing } from '../story/lists/list-kind.ts';
import { promisesKept } from '../story/lists/promises-kept.ts';
import { promisesUnmarked } from '../story/lists/promises-unmarked.ts';
import { offTogether } from '../story/lists/off-together.ts';
import { promisesPage as en } from '../story/locale/en/promises.ts';
import { missingSignatures } from '../story/mark-of.ts';
import { recordRows } from '../story/promise-record.ts';
import { marksCounted } from '../story/statements/marks-counted.ts';
import { moveAgreed, moveWaiting } from '../story/statements/moves.ts';
import { calledIn, type Subject } from '../story/subject.ts';
import type { Metric, Team } from '../values/agreement.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { MarksFigure } from '../values/figure-marks.ts';
import type { Parties } from '../values/parties.ts';
import type { Day } from '../values/period.ts';
import type { Statement } from '../values/statement.ts';
import { levelInWords, teamsInWords } from './agreed-words.ts';
import { teamName, troubleFirstOf } from './headline.ts';
import { listingOf, saidOfList } from './list-told.ts';
import { subjectFor } from './materials.ts';
import { isReviewDue } from './review-due.ts';
import { saidOf, type SaidOf } from './said-of.ts';
import { rowsOf } from './trend-rows.ts';

/** One promise as the page shows it. */
export interface PromiseTold {
  readonly one: MetricEdition;
  /** `at least 90%`, as it was agreed. */
  readonly level: string;
  /** `October`; '' where no period is over. */
  readonly period: string;
  /** Null where no period is over. */
  readonly figure: MarksFigure | null;
  readonly record: Statement | null;
  /** Why it has no mark, by how much it was missed, what waits and where the running period stands. */
  readonly now: readonly Statement[];
  /** What is to be done by the agreement, now that it is broken; else what waits and by when. */
  readonly move: Statement | null;
  /** What follows a break, as agreed; '' where nothing was, or `move` says it already. */
  readonly ifBroken: string;
  readonly signed: readonly Signed[];
  /** Teams whose yes is missing, as a sentence names them; '' for none. */
  readonly waitsFor: string;
  readonly review: { readonly day: Day; readonly due: boolean } | null;
}

/** Teams that said yes on one day. */
export interface Signed {
  readonly teams: string;
  readonly on: Day;
}

/** All that somebody promised somebody. */
export interface Direction {
  readonly id: string;
  /** `Sales promised marketing`. */
  readonly heading: string;
  readonly promises: readonly PromiseTold[];
}

/** One direction, or both between two parties. */
export type Beside = readonly [Direction, ...Direction[]];

export interface PromisesPage {
  /** How many are kept. */
  readonly title: Statement | null;
  /** Which are off, and of how many nobody can tell yet. */
  readonly says: readonly Statement[];
  readonly groups: readonly Beside[];
}

/** Who promises, or is promised, something without being a team of ours. */
const partners = 'partners';

const promisesOf = ({ metrics }: Edition): MetricEdition[] => metrics.filter(({ metric }) => metric.promise);

export function promisesPage(edition: Edition): PromisesPage {
  const promises = promisesOf(edition);
  const listing: Listing = listingOf(rowsOf(edition, promises), { subject: 'promises', whose: 'all', team: '' });
  const said = saidOf(edition);
  const about = [offTogether, promisesUnmarked].map((kind) => saidOfList(kind, listing, edition.agreement));
  return {
    title: saidOfList(promisesKept, listing, edition.agreement),
    says: about.filter((statement) => statement !== null),
    groups: besideEachOther(promises.map(({ metric }) => metric)).map((group) =>
      toDirections(group, edition.agreement.teams, (metrics) =>
        troubleFirstOf(promises.filter(({ metric }) => metrics.includes(metric))).map((one) =>
          promiseTold(edition, one, said),
        ),
      ),
    ),
  };
}

/** Promises as the page shows them: what is off comes first. */
type Told = (metrics: readonly Metric[]) => readonly PromiseTold[];

/** Promises of one direction. */
interface OneWay {
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly metrics: readonly Metric[];
}

const othersOf = ({ by, to }: Parties) => to.filter((party) => !by.includes(party));

/**
 * Directions in the order of their first promises, each beside the one that goes the other way. What was promised together comes after what one party
 * promised another, and what partners promised or were promised comes last.
 */
export function besideEachOther(metrics: readonly Metric[]): (readonly [OneWay, ...OneWay[]])[] {
  const ways = Map.groupBy(metrics, ({ promise }) => (promise ? keyOf(promise) : ''));
  ways.delete('');
  const oneWays = [...ways.values()].flatMap((all): OneWay[] => {
    const promise = all[0]?.promise;
    return promise ? [{ by: promise.by, to: othersOf(promise), metrics: all }] : [];
  });
  const rank = ({ by, to }: OneWay) => ([...by, ...to].includes(partners) ? 2 : by.length > 1 ? 1 : 0);
  const groups: [OneWay, ...OneWay[]][] = [];
  for (const way of oneWays.toSorted((one, other) => rank(one) - rank(other))) {
    const back = groups.find(([first, ...rest]) => rest.length === 0 && isBack(first, way));
    if (back) back.push(way);
    else groups.push([way]);
  }
  return groups;
}

const keyOf = (promise: Parties) => `${promise.by.join(' ')} > ${othersOf(promise).join(' ')}`;
const isBack = (one: OneWay, other: OneWay) =>
  one.to.length > 0 && one.by.join(' ') === other.to.join(' ') && one.to.join(' ') === other.by.join(' ');

function toDirections(group: readonly [OneWay, ...OneWay[]], teams: readonly Team[], told: Told): Beside {
  const toDirection = ({ by, to, metrics }: OneWay): Direction => ({
    id: [...by, 'to', ...to].join('-'),
    heading: headingOf(by, to, teams),
    promises: told(metrics),
  });
  const [first, ...rest] = group;
  return [toDirection(first), ...rest.map(toDirection)];
}

function headingOf(by: readonly string[], to: readonly string[], teams: readonly Team[]): string {
  if (to.length === 0) return en.together;
  const inText = (slug: string) => teams.find((team) => team.slug === slug)?.inText ?? slug;
  const names = by.map((slug, index) => (index === 0 ? teamName(slug, teams) : inText(slug)));
  return en.promised(names.join(' and '), to.map(inText).join(' and '));
}

/** What of a finding's context stands with its promise: the rest stands on the metric's own page. */
const told = ['unmarked', 'misses', 'waiting', 'so far'];

function promiseTold(edition: Edition, one: MetricEdition, said: SaidOf): PromiseTold {
  const { metric, finding } = one;
  const subject = subjectFor(edition, one);
  const rows = recordRows(subject);
  const record = said(metric.slug, marksCounted);
  const agreed = said(metric.slug, moveAgreed);
  const missing = missingSignatures(metric);
  return {
    one,
    level: levelInWords(metric, edition.agreement),
    period: periodCalled(subject),
    figure: rows.length > 0 ? marksFigure(subject, rows, record?.words ?? '') : null,
    record,
    now: finding.context.filter(({ kind }) => told.includes(kind)),
    move: agreed ?? said(metric.slug, moveWaiting),
    ifBroken: agreed ? '' : (metric.promise?.ifBroken.join(', ') ?? ''),
    signed: signedOn(metric, edition),
    waitsFor: missing.length > 0 ? teamsInWords(missing, edition.agreement) : '',
    review: metric.reviewBy === null ? null : { day: metric.reviewBy, due: isReviewDue(metric, edition) },
  };
}

const periodCalled = (subject: Subject) => (subject.latest ? calledIn(subject, subject.latest) : '');

/** Who agreed to the text as it stands, those of one day together, the first first. */
function signedOn({ signatures }: Metric, { agreement }: Edition): Signed[] {
  const days = Map.groupBy(
    signatures.filter(({ holds }) => holds),
    ({ on }) => on,
  );
  return [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([on, all]) => {
      const teams = all.map(({ team }) => team);
      return { on, teams: teamsInWords(teams, agreement) };
    });
}

/** All that the page says, for programs. */
export function saidOfPromisesPage(edition: Edition): Statement[] {
  const { title, says, groups } = promisesPage(edition);
  const each = groups
    .flat()
    .flatMap(({ promises }) => promises.flatMap(({ record, now, move }) => [record, ...now, move]));
  return [title, ...says, ...each].filter((statement) => statement !== null);
}

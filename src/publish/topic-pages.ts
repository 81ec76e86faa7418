/** What the page of a topic shows: what was found, its numbers, and the members of those whose groups help to act. */
import { comparedPeriod, hasFew, membersIn } from '../story/figures/compared-period.ts';
import { topicQuestions } from '../story/locale/en/topics.ts';
import type { ListSays } from '../story/lists/list-says.ts';
import { isShare } from '../story/traits.ts';
import { topics, type Topic } from '../values/agreement.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Bridge } from '../values/bridge.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { atRiskTold, type AtRiskTold } from './at-risk.ts';
import { bridgeTold } from './bridge-told.ts';
import { cohortsShown, cohortTold, stagesOf, type CohortsShown } from './cohorts.ts';
import { listTold } from './list-told.ts';
import { subjectFor } from './materials.ts';
import { memberTables, type MemberTable } from './member-table.ts';
import { orderTables, type OrderTable } from './order-tables.ts';
import { pauseFound } from './partners-page.ts';
import { ownNumbers, troubleFirst } from './topic-numbers.ts';
import { rowsOf, type TrendRow } from './trend-rows.ts';
import { turnedDown, whyTurnedDown } from './turned-down.ts';

/** A metric by the first of its breakdowns. */
export interface Broken {
  readonly one: MetricEdition;
  readonly breakdown: Breakdown;
}

export interface TopicPage {
  readonly topic: Topic;
  /** What people come with. */
  readonly question: string;
  /** What was found: of deals what is at risk; how a balance went through the month or how far a cohort came, where one goes through the topic; why leads were turned down, where that is counted; else the finding of `lead`. */
  readonly finding: Statement;
  /** The number that the finding is about; null where it is about several. */
  readonly lead: MetricEdition | null;
  /** Of the topic's own numbers what is off, what really changed, and what is to be said of the rest. */
  readonly says: ListSays;
  /** Of deals: what is at risk; null elsewhere. */
  readonly atRisk: AtRiskTold | null;
  readonly rows: readonly TrendRow[];
  readonly bridges: readonly Bridge[];
  /** The stages of the funnel, one cohort after the other; null where nothing of the topic follows one. */
  readonly cohorts: CohortsShown | null;
  readonly orders: readonly OrderTable[];
  /** Groups by which several of its numbers part; on a page that shows them. */
  readonly tables: readonly MemberTable[];
  readonly broken: readonly Broken[];
  /** Promises that say whom to pause. */
  readonly pausing: readonly MetricEdition[];
}

const ofTopic = ({ metrics }: Edition, topic: Topic) =>
  metrics.filter(({ metric }) => metric.topic === topic || metric.alsoOn.includes(topic));

/** Pages on which numbers are read across: what a campaign cost and brought, what was said of whose leads. */
const withTables: readonly Topic[] = ['campaigns', 'feedback'];

/** The topics that have a page: those of at least one metric that is counted. */
export const topicsOf = (edition: Edition): Topic[] => topics.filter((topic) => ofTopic(edition, topic).length > 0);

export function topicPage(edition: Edition, topic: Topic): TopicPage {
  const metrics = ofTopic(edition, topic);
  const pausing = metrics.filter(({ metric }) => metric.promise?.pause && metric.topic === topic);
  const rows = rowsOf(edition, metrics);
  const bridges = edition.bridges.filter((bridge) => metrics.some(({ metric }) => metric.slug === bridge.metric));
  const orders = orderTables(edition, metrics);
  const shown = new Set([
    ...bridges.map(({ metric }) => metric),
    ...orders.flatMap((table) => table.metrics.map(({ one }) => one.metric.slug)),
  ]);
  const stages = stagesOf(edition, topic);
  const atRisk = topic === 'deals' ? atRiskTold(edition, rows, topic) : null;
  const told =
    atRisk?.title ??
    pauseFound(edition, pausing) ??
    monthOfBridge(edition, bridges) ??
    cohortTold(edition, topic, stages);
  const found = turnedDown(edition, metrics);
  const why = whyTurnedDown(found);
  const lead = told ? null : ((why && found ? found.one : leadOf(rows, topic)?.one) ?? null);
  const says = listTold(ownNumbers(rows, topic), { subject: topic, whose: 'these', team: '' }, edition.agreement);
  return {
    topic,
    question: topicQuestions[topic],
    finding: told ?? why ?? lead?.finding.title ?? says.title,
    lead,
    says,
    atRisk,
    rows,
    bridges,
    cohorts: cohortsShown(stages),
    orders,
    tables: withTables.includes(topic) ? memberTables(edition, metrics, topic) : [],
    broken: troubleFirst(rows).flatMap(({ one }) => (shown.has(one.metric.slug) ? [] : brokenBy(edition, one))),
    pausing,
  };
}

/** How the first balance that says so went through the newest month that is over; null where none does. */
function monthOfBridge(edition: Edition, bridges: readonly Bridge[]): Statement | null {
  const months = bridges.flatMap((bridge) => bridgeTold(edition, bridge).filter(({ grain }) => grain === 'month'));
  return months[0]?.says ?? null;
}

/** The number that a topic is about, of its own: what stands on the headline page, else what is most in trouble. */
function leadOf(rows: readonly TrendRow[], topic: Topic): TrendRow | undefined {
  const own = rows.filter(({ one }) => one.metric.topic === topic);
  return own.find(({ one }) => one.metric.headline !== null) ?? troubleFirst(own)[0] ?? troubleFirst(rows)[0];
}

/**
 * The first breakdown of a metric, where it tells of at least two members with records enough to compare. It tells nothing where all came to
 * nothing, nor where each came to all or nothing: then it parts the records by what they are judged by.
 */
function brokenBy(edition: Edition, one: MetricEdition): Broken[] {
  const breakdown = one.metric.breakdowns.find(({ clauseOf }) => clauseOf === null);
  if (!breakdown || one.metric.missing.length > 0) return [];
  const subject = subjectFor(edition, one);
  const period = comparedPeriod(subject, one.values, breakdown.dimension);
  const members = period ? membersIn(one.values, breakdown.dimension, period) : [];
  const telling = members.filter((row) => !hasFew(subject, row) && row.value !== null);
  const allOrNothing = telling.every(({ value }) => value === 0 || (value === 1 && isShare(one.metric)));
  return telling.length < 2 || allOrNothing ? [] : [{ one, breakdown }];
}

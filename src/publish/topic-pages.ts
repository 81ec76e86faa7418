/** What the page of a topic shows: what was found, its numbers, and the members of those whose groups help to act. */
import { bridgeSays } from '../story/bridge-says.ts';
import { newestOver } from '../story/bridge-steps.ts';
import { mostWords, wordsIn } from '../story/count-words.ts';
import { comparedPeriod, hasFew, membersIn } from '../story/figures/compared-period.ts';
import { offTogetherWords } from '../story/locale/en-sentences.ts';
import { changedHere, topicQuestions } from '../story/locale/en-topics.ts';
import { changedOnes } from '../story/locale/en-trends.ts';
import { topics, type Topic } from '../values/agreement.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Bridge } from '../values/bridge.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { subjectFor } from './materials.ts';
import { orderTables, type OrderTable } from './order-tables.ts';
import { isChanged, rowsOf, type TrendRow } from './trend-rows.ts';

/** A metric by the first of its breakdowns. */
export interface Broken {
  readonly one: MetricEdition;
  readonly breakdown: Breakdown;
}

export interface TopicPage {
  readonly topic: Topic;
  /** A finding, or the question that people come with. */
  readonly title: string;
  /** What is off and what really changed, as sentences. */
  readonly found: readonly string[];
  readonly rows: readonly TrendRow[];
  readonly bridges: readonly Bridge[];
  readonly orders: readonly OrderTable[];
  readonly broken: readonly Broken[];
  /** Promises that say whom to pause. */
  readonly pausing: readonly MetricEdition[];
}

const ofTopic = ({ metrics }: Edition, topic: Topic) => metrics.filter(({ metric }) => metric.topic === topic);

/** The topics that have a page: those of at least one metric that is counted. */
export const topicsOf = (edition: Edition): Topic[] => topics.filter((topic) => ofTopic(edition, topic).length > 0);

export function topicPage(edition: Edition, topic: Topic): TopicPage {
  const metrics = ofTopic(edition, topic);
  const rows = rowsOf(edition, metrics);
  const bridges = edition.bridges.filter((bridge) => metrics.some(({ metric }) => metric.slug === bridge.metric));
  const orders = orderTables(edition, metrics);
  const inOrder = new Set(orders.flatMap((table) => table.metrics.map(({ one }) => one.metric.slug)));
  return {
    topic,
    title: bridges.flatMap((bridge) => bridgeTitle(edition, bridge) ?? [])[0] ?? topicQuestions[topic],
    found: foundHere(rows),
    rows,
    bridges,
    orders,
    broken: rows.flatMap(({ one }) => (inOrder.has(one.metric.slug) ? [] : brokenBy(edition, one))),
    pausing: metrics.filter(({ metric }) => metric.promise?.pause),
  };
}

/** How a balance went through the newest month that is over; null where none is. */
export function bridgeTitle(edition: Edition, bridge: Bridge): string | null {
  const balance = edition.metrics.find(({ metric }) => metric.slug === bridge.balance);
  const month = newestOver(bridge, 'month');
  return balance && month ? bridgeSays(bridge, month, subjectFor(edition, balance)).words : null;
}

/** What is off first, then what really changed, as the rows below tell it. */
export function foundHere(rows: readonly TrendRow[]): string[] {
  const off = (mark: string) =>
    rows.filter(({ one }) => one.finding.mark.mark === mark).map(({ one }) => one.metric.title);
  const [slipping, broken] = [off('slipping'), off('broken')];
  const changed = rows.filter(isChanged);
  const named = [false, true, null].flatMap((better) => {
    const titles = changed.filter(({ trend }) => trend.change.better === better).map(({ one }) => one.metric.title);
    return titles.length > 0 ? [changedOnes(better, titles)] : [];
  });
  return [
    ...(slipping.length + broken.length > 0
      ? [offTogetherWords(slipping, broken, (words) => wordsIn(words) <= mostWords)]
      : []),
    [changedHere(changed.length, rows.length), ...named].join(' '),
  ];
}

/** The first breakdown of a metric, where at least two of its members have records enough to compare. */
function brokenBy(edition: Edition, one: MetricEdition): Broken[] {
  const breakdown = one.metric.breakdowns.find(({ clauseOf }) => clauseOf === null);
  if (!breakdown || one.metric.missing.length > 0) return [];
  const subject = subjectFor(edition, one);
  const period = comparedPeriod(subject, one.values, breakdown.dimension);
  const members = period ? membersIn(one.values, breakdown.dimension, period) : [];
  return members.filter((row) => !hasFew(subject, row)).length < 2 ? [] : [{ one, breakdown }];
}

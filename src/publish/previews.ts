/** The pictures that a chat shows of shared links: one for each page that people share, and the headline page's for all others. */
import { chartOf } from '../charts/chart-of.ts';
import { previewSize as size, type PreviewPicture, type PreviewRow } from '../charts/preview-picture.ts';
import { mendSorts } from '../story/locale/en/data-health.ts';
import { longDay, plainNumber } from '../story/locale/en/forms.ts';
import { pageNames } from '../story/locale/en/pages.ts';
import { topicNames } from '../story/locale/en/trends.ts';
import { restingOnIt } from '../story/locale/en/vocabulary.ts';
import { markShape, markWord } from '../story/mark-words.ts';
import { localDay } from '../story/subject.ts';
import type { Topic } from '../values/agreement.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { changesPage } from './changes-page.ts';
import { dataHealthOf } from './data-health.ts';
import { headlineOf, troubleFirstOf } from './headline.ts';
import { mainChart } from './main-chart.ts';
import { promisesPage } from './promises-page.ts';
import { reviewPage } from './review-page.ts';
import { teamPage, teamsOf } from './team-page.ts';
import { topicPage, topicsOf } from './topic-pages.ts';
import { changesFirst, type TrendRow } from './trend-rows.ts';
import { trendsOf } from './trends.ts';
import { vocabularyPage } from './vocabulary-page.ts';

export const previewSize = size;

/** The addresses of the pictures below the site's own. */
const headlinePreview = '/previews/headline.png';
const metricPreview = (slug: string): string => `/previews/metrics/${slug}.png`;
const topicPreview = (topic: Topic): string => `/previews/${topic}.png`;
const teamPreview = (slug: string): string => `/previews/teams/${slug}.png`;

const rowFor = ({ metric, finding }: MetricEdition): PreviewRow => ({
  shape: markShape(finding.mark),
  name: metric.title,
  value: finding.value,
});
const rowsFor = (rows: readonly TrendRow[]): PreviewRow[] => rows.map(({ one }) => rowFor(one));

/** What all pictures of an edition say: whose numbers, of which day. */
function common({ agreement: { company }, asOf }: Edition) {
  const from = `${company.madeUp ? 'Made-up data' : 'Data'} of ${longDay(localDay(asOf, company.timeZone))}`;
  return { company: company.name, from, mark: null, drawing: '', rows: [] } as const;
}

function ofHeadline(edition: Edition): PreviewPicture {
  const rows = headlineOf(edition).map(rowFor);
  return { ...common(edition), title: edition.verdict.title.words, about: 'What we promised each other', rows };
}

function ofTrends(edition: Edition): PreviewPicture {
  const { title, groups } = trendsOf(edition);
  const { changed, steady } = changesFirst(groups.flatMap((group) => group.rows));
  return { ...common(edition), title: title.words, about: pageNames.trends, rows: rowsFor([...changed, ...steady]) };
}

function ofMetric(edition: Edition, one: MetricEdition, shares: readonly number[]): PreviewPicture {
  const { metric, finding } = one;
  const figure = mainChart(edition, one, shares);
  const mark = { shape: markShape(finding.mark), word: markWord(finding.mark) + (finding.but ? ', but' : '') };
  // What the small numbers of notes stand for has no place here.
  const drawing = figure ? chartOf({ ...figure, notes: [] }, 'off on a phone', 'chart') : '';
  return { ...common(edition), title: finding.title.words, about: metric.title, mark, drawing };
}

function ofTopic(edition: Edition, topic: Topic, shares: readonly number[]): PreviewPicture {
  const { finding, lead, rows } = topicPage(edition, topic);
  const about = topicNames[topic];
  if (lead) return { ...ofMetric(edition, lead, shares), title: finding.words };
  return { ...common(edition), title: finding.words, about, rows: rowsFor(rows) };
}

/** What is off comes first. */
function ofPromises(edition: Edition): PreviewPicture {
  const { title, groups } = promisesPage(edition);
  const all = groups.flat().flatMap(({ promises }) => promises.map(({ one }) => one));
  const words = title?.words ?? edition.verdict.title.words;
  return { ...common(edition), title: words, about: pageNames.promises, rows: troubleFirstOf(all).map(rowFor) };
}

/** What turned since the last review, then what was off before. */
function ofReview(edition: Edition): PreviewPicture {
  const { title, turned, stillOff } = reviewPage(edition);
  const rows = [...turned.map(({ one }) => one), ...stillOff.metrics].map(rowFor);
  return { ...common(edition), title: title.words, about: pageNames.review, rows };
}

/** A page that says something of no one number: what it says, and what stands in its first screen. */
const ofPage = (edition: Edition, name: keyof typeof pageNames, title: string, rows: readonly [string, string][]) => ({
  ...common(edition),
  title: `${title}.`,
  about: pageNames[name],
  rows: rows.map(([called, value]) => ({ shape: null, name: called, value })),
});

function ofChanges(edition: Edition): PreviewPicture {
  const { title, recent } = changesPage(edition);
  const newest = recent.flatMap(({ changes }) => changes.map((change): [string, string] => [change.title, '']));
  return ofPage(edition, 'changes', title, newest);
}

function ofVocabulary(edition: Edition): PreviewPicture {
  const { title, mostUsed } = vocabularyPage(edition);
  const rows = mostUsed.map(({ entry, numbers }): [string, string] => [entry.name, restingOnIt(numbers)]);
  return ofPage(edition, 'vocabulary', title, rows);
}

function ofData(edition: Edition): PreviewPicture {
  const { title, toMend } = dataHealthOf(edition);
  const rows = [...Map.groupBy(toMend, ({ sort }) => sort)].map(([sort, all]): [string, string] => [
    mendSorts[sort],
    plainNumber(all.reduce((sum, { count }) => sum + count, 0)),
  ]);
  return ofPage(edition, 'data', title, rows);
}

/** The pages that are one of their kind, each by its name in its address. */
const ownPages: Readonly<Record<keyof typeof pageNames, (edition: Edition) => PreviewPicture>> = {
  trends: ofTrends,
  promises: ofPromises,
  review: ofReview,
  changes: ofChanges,
  vocabulary: ofVocabulary,
  data: ofData,
};
const ownPreview = (name: string): string => `/previews/${name}.png`;

function ofTeam(edition: Edition, slug: string): PreviewPicture {
  const team = teamsOf(edition).find((one) => one.slug === slug);
  if (!team) throw new Error(`No team of this edition is called ${slug}.`);
  const { first, promised, together, answersFor } = teamPage(edition, team);
  const own = troubleFirstOf([...promised, ...together].map(({ one }) => one)).map(rowFor);
  const rows = own.length > 0 ? own : rowsFor(answersFor);
  return { ...common(edition), title: first.words, about: team.name, rows };
}

/**
 * The picture of the page at a path, `/metrics/followed-up-in-time/`: a picture's address is its page's, so that no page has to name its own. The
 * headline page's for a page that has none.
 */
export function previewFor(edition: Edition, path: string): string {
  const [, slug] = /^\/(?:metrics|embed)\/([^/]+)\/$/.exec(path) ?? [];
  if (slug !== undefined && edition.metrics.some(({ metric }) => metric.slug === slug)) return metricPreview(slug);
  const others = [
    ...Object.keys(ownPages).map(ownPreview),
    ...topicsOf(edition).map(topicPreview),
    ...teamsOf(edition).map((team) => teamPreview(team.slug)),
  ];
  return others.find((address) => address === `/previews${path.replace(/\/$/, '')}.png`) ?? headlinePreview;
}

/** Every picture by its address, each made only when it is asked for. `shares`: those of the headline metrics, whose charts have one scale. */
export function previewsOf(edition: Edition, shares: readonly number[]): Map<string, () => PreviewPicture> {
  return new Map([
    [headlinePreview, () => ofHeadline(edition)],
    ...Object.entries(ownPages).map(([name, make]) => [ownPreview(name), () => make(edition)] as const),
    ...topicsOf(edition).map((topic) => [topicPreview(topic), () => ofTopic(edition, topic, shares)] as const),
    ...teamsOf(edition).map(({ slug }) => [teamPreview(slug), () => ofTeam(edition, slug)] as const),
    ...edition.metrics.map((one) => [metricPreview(one.metric.slug), () => ofMetric(edition, one, shares)] as const),
  ]);
}

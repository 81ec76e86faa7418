/** Lists of the numbers of a random company: all of them, those of a team, a few; those at risk, and the stages of its funnel. */
import { checkListStatement } from '../../../src/story/check/check-list.ts';
import { alsoCounted } from '../../../src/story/lists/also-counted.ts';
import { atRisk } from '../../../src/story/lists/at-risk.ts';
import { canWait } from '../../../src/story/lists/can-wait.ts';
import { cohortCame } from '../../../src/story/lists/cohort-came.ts';
import { stateOf, type Listing } from '../../../src/story/lists/list-kind.ts';
import { promisesKept } from '../../../src/story/lists/promises-kept.ts';
import { promisesUnmarked } from '../../../src/story/lists/promises-unmarked.ts';
import { listSays } from '../../../src/story/lists/list-says.ts';
import { lastNouns } from '../../../src/story/subject.ts';
import { changeOf } from '../../../src/story/trends/change-of.ts';
import { stagesIn } from '../../../src/publish/cohorts.ts';
import type { Finding, Statement } from '../../../src/values/statement.ts';
import type { Ground } from '../../../src/story/check/ground.ts';
import { listReaderFinds, type RawList } from './about-lists.ts';
import type { AnyCompany } from './any-company.ts';
import type { Raw } from './raw.ts';

/** A sentence about a list, and what it is about. */
export interface OfList {
  readonly statement: Statement;
  readonly listing: Listing;
}

const nobody = { whose: 'these', team: '', numbers: [] } as const;

/** What is at risk together and each by itself, and the cohorts. */
function saidOfSome({ agreement, materials }: AnyCompany, ground: Ground): OfList[] {
  const subjectBy = (slug: string) => ground.about(slug)?.subject ?? null;
  const risks = materials.flatMap(({ metric, values }) => {
    const subject = metric.atRisk !== null && metric.missing.length === 0 ? subjectBy(metric.slug) : null;
    return subject ? [{ metric, values, nouns: lastNouns(subject) }] : [];
  });
  const together: Listing = { subject: 'deals', ...nobody, risks };
  const each = risks.map((risk): Listing => ({ subject: risk.metric.slug, ...nobody, risks: [risk] }));
  const funnel: Listing = { subject: 'funnel', ...nobody, stages: stagesIn(agreement, subjectBy) };
  const told = [
    { listing: funnel, statement: stateOf(cohortCame, funnel) },
    { listing: together, statement: stateOf(atRisk, together, 'more') },
    ...[together, ...each].map((listing) => ({ listing, statement: stateOf(atRisk, listing, 'first') })),
  ];
  return told.flatMap(({ listing, statement }) => (statement ? [{ listing, statement }] : []));
}

/** All that is said of lists of these findings. */
export function saidOfLists(company: AnyCompany, findings: readonly Finding[], ground: Ground): OfList[] {
  const all = findings.flatMap((finding) => {
    const subject = ground.about(finding.metric)?.subject;
    return subject ? [{ metric: subject.metric, finding, change: changeOf(finding, subject) }] : [];
  });
  const lists: readonly Listing[] = [
    { subject: 'all', whose: 'all', team: '', numbers: all },
    { subject: 'sales', whose: 'team', team: 'sales', numbers: all.filter((_, index) => index % 2 === 0) },
    { subject: 'deals', whose: 'these', team: '', numbers: all.slice(0, 3) },
  ];
  const told = lists.flatMap((listing) => {
    const { off, title, changes, rest } = listSays(listing);
    const beside = [alsoCounted, canWait, promisesKept, promisesUnmarked].map((kind) => stateOf(kind, listing));
    const said = [off, title, ...changes, ...rest, ...beside].filter((one) => one !== null);
    return said.map((statement) => ({ statement, listing }));
  });
  return [...told, ...saidOfSome(company, ground)];
}

/** What a reader holds a list's sentences against. */
export function rawList({ risks = [], stages = [] }: Listing, raws: ReadonlyMap<string, Raw>): RawList {
  const rawBy = (slug: string) => raws.get(slug) ?? [];
  return {
    risks: risks.flatMap(({ metric }) => rawBy(metric.slug)),
    stages: stages.flatMap(({ noun, counted }) => {
      const raw = raws.get(counted.metric.slug);
      return raw ? [{ ...noun, raw }] : [];
    }),
  };
}

/** What is wrong with what is said of lists of these findings, and which kinds say it. */
export function toldOfLists(company: AnyCompany, findings: readonly Finding[], ground: Ground, raws: ReadonlyMap<string, Raw>) {
  const told = saidOfLists(company, findings, ground);
  const wrong = told.flatMap(({ statement, listing }) => [
    ...checkListStatement(statement, listing, company.agreement),
    ...[listReaderFinds(statement.kind, statement.words, rawList(listing, raws))].filter((why) => why !== null),
  ]);
  return { kinds: told.map(({ statement }) => statement.kind), wrong };
} // prettier-ignore

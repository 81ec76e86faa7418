/** `api/statements.json`: every sentence of the site, data first, for whoever wants to hold it against the values or send it on. */
import { saidInFinding, saidInVerdict } from '../story/said-in.ts';
import type { Edition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { saidAtRisk } from './at-risk.ts';
import { bridgeTold } from './bridge-told.ts';
import { saidOfPromisesPage } from './promises-page.ts';
import { saidAcross } from './said-across.ts';
import { saidAtReview, saidInChanges } from './said-at-review.ts';
import { teamPage, teamsOf } from './team-page.ts';
import { topicPage, topicsOf } from './topic-pages.ts';
import { besideHeadline, trendsOf } from './trends.ts';

/** A statement, and the addresses of the pages that say it, from the site's own first page on. */
export interface ApiStatement extends Statement {
  readonly page: string;
}

const known = (statements: readonly (Statement | null)[]) => statements.filter((statement) => statement !== null);
const on = (page: string, statements: readonly Statement[]): ApiStatement[] =>
  statements.map((statement) => ({ ...statement, page }));

/**
 * Facts are in the units of the values: shares from 0 to 1, money in minor units, days as their number since 1970-01-01. `words` is the sentence,
 * `headline` the same for titles and feeds, `brief` the same beside the metric's name.
 */
export function statementsFile(edition: Edition): { readonly statements: readonly ApiStatement[] } {
  const { title, changes, rest, groups } = trendsOf(edition);
  const against = known(groups.flatMap(({ rows }) => rows.map(({ trend }) => trend.against)));
  return {
    statements: [
      ...on('/', [...saidInVerdict(edition.verdict), ...known([besideHeadline(edition), title])]),
      ...on('/promises/', saidOfPromisesPage(edition)),
      ...on('/trends/', [title, ...changes, ...rest, ...against]),
      ...on('/review/', saidAtReview(edition)),
      ...on('/changes/', saidInChanges(edition)),
      ...edition.metrics.flatMap(({ metric, finding }) => on(`/metrics/${metric.slug}/`, saidInFinding(finding))),
      ...edition.bridges.flatMap((bridge) =>
        on(
          `/metrics/${bridge.metric}/`,
          bridgeTold(edition, bridge).map(({ says }) => says),
        ),
      ),
      ...teamsOf(edition).flatMap((team) => {
        const page = teamPage(edition, team);
        return on(`/teams/${team.slug}/`, known([page.title, ...page.offs, page.off]));
      }),
      ...topicsOf(edition).flatMap((topic) => {
        const page = topicPage(edition, topic);
        const { finding, says } = page;
        const across = saidAcross(edition, page).filter(({ words }) => words !== finding.words);
        return on(
          `/${topic}/`,
          known([finding, says.off, says.title, ...says.changes, ...says.rest, ...saidAtRisk(page.atRisk), ...across]),
        );
      }),
    ],
  };
}

/** What the page of a team shows: what it promised, what it is promised, what it answers for, and its next moves. */
import type { Metric, Team } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';
import type { Move, Statement } from '../values/statement.ts';
import { isOff } from './headline.ts';
import { listTold } from './list-told.ts';
import { rowsOf, type TrendRow } from './trend-rows.ts';

export interface TeamPage {
  readonly team: Team;
  /** What its page says first: the promise of its that is off, of several the first; where none is, how many of its numbers changed. */
  readonly first: Statement;
  /** `Two of the 12 numbers that marketing answers for really changed.` */
  readonly title: Statement;
  /** Those of its promises that are off on the headline page, shared ones among them, one by one: by how much. */
  readonly offs: readonly Statement[];
  /** All that are off together; null: none, or each is told already. */
  readonly off: Statement | null;
  /** The moves that are its own or that it shares. */
  readonly moves: readonly Move[];
  /** What it promised alone, and what it promised together with others. */
  readonly promised: readonly TrendRow[];
  readonly together: readonly TrendRow[];
  /** What others promised to it. */
  readonly isPromised: readonly TrendRow[];
  /** What it answers for, alone or with others, without having promised it. */
  readonly answersFor: readonly TrendRow[];
}

/** Whether a team promised a metric, is promised it, or answers for it. */
const concerns = (team: string, { promise, answeredBy }: Metric) =>
  promise ? [...promise.by, ...promise.to].includes(team) : answeredBy.includes(team);

/** The teams that have a page: those that some counted metric concerns. */
export const teamsOf = ({ agreement, metrics }: Edition): Team[] =>
  agreement.teams.filter(({ slug }) => metrics.some(({ metric }) => concerns(slug, metric)));

export function teamPage(edition: Edition, team: Team): TeamPage {
  const { slug } = team;
  const rows = rowsOf(
    edition,
    edition.metrics.filter(({ metric }) => concerns(slug, metric)),
  );
  const by = ({ one: { metric } }: TrendRow) => metric.promise?.by ?? [];
  const promised = rows.filter((row) => by(row).length === 1 && by(row)[0] === slug);
  const together = rows.filter((row) => by(row).length > 1 && by(row).includes(slug));
  const answersFor = rows.filter(({ one }) => one.metric.promise === null);
  const own = [...promised, ...together, ...answersFor];
  const shared = [...promised, ...together];
  const offs = edition.verdict.offs.filter(({ subject }) => shared.some(({ one }) => one.metric.slug === subject));
  const isUntold = ({ one }: TrendRow) => isOff(one) && !offs.some(({ subject }) => subject === one.metric.slug);
  const about = { subject: slug, whose: 'team', team: team.inText } as const;
  const { title } = listTold(own, about, edition.agreement);
  return {
    team,
    first: offs[0] ?? title,
    title,
    offs,
    off: shared.some(isUntold) ? listTold(shared, about, edition.agreement).off : null,
    moves: edition.verdict.moves.filter(({ teams }) => teams.includes(slug)),
    promised,
    together,
    isPromised: rows.filter((row) => by(row).length > 0 && !by(row).includes(slug)),
    answersFor,
  };
}

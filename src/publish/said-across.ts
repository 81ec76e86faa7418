/** Every sentence that a topic's page says of breakdowns, beside what it says of its numbers. */
import { partsAcross } from '../story/statements/parts-across.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { madeOf } from '../values/made-of.ts';
import type { Statement } from '../values/statement.ts';
import { acrossTold } from './across-told.ts';
import type { MemberTable } from './member-table.ts';
import { sharedCredits } from './shared-credit.ts';
import type { TopicPage } from './topic-pages.ts';
import { turnedDown } from './turned-down.ts';

/** What the columns of a table of groups show, in their order. */
export const tableTold = (edition: Edition, { columns, dimension }: MemberTable): Statement[] =>
  columns.flatMap(({ one }) => acrossTold(edition, one, partsAcross, dimension) ?? []);

/**
 * The same in two parts: what is said of the number that the page is about and of those that it is made of, what was paid before what came of it; and the rest.
 */
export function tableToldFirst(edition: Edition, table: MemberTable, lead: MetricEdition | null) {
  const [upper, lower] = (lead && madeOf(lead.metric.wordings[0].measure)) ?? [];
  const first = [lower, upper, lead?.metric.slug];
  const all = tableTold(edition, table);
  const ahead = first.flatMap((slug) => all.filter(({ subject }) => subject === slug));
  return { ahead, rest: all.filter((said) => !ahead.includes(said)) };
}

/** What the page of a topic says below its numbers. */
export function saidAcross(edition: Edition, { rows, tables }: TopicPage): Statement[] {
  const metrics = rows.map(({ one }) => one);
  const found = turnedDown(edition, metrics);
  const said = [
    ...tables.flatMap((table) => tableTold(edition, table)),
    ...sharedCredits(edition, metrics).map(({ says }) => says),
    ...(found ? [...found.reasons, ...(found.wouldBe ? [found.wouldBe] : [])].map(({ says }) => says) : []),
  ];
  return said.filter((statement) => statement !== null);
}

/** Every sentence that a topic's page says of breakdowns, beside what it says of its numbers. */
import { partsAcross } from '../story/statements/parts-across.ts';
import type { Edition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { acrossTold } from './across-told.ts';
import type { MemberTable } from './member-table.ts';
import { sharedCredits } from './shared-credit.ts';
import type { TopicPage } from './topic-pages.ts';
import { turnedDown } from './turned-down.ts';

/** What the columns of a table of groups show, in their order. */
export const tableTold = (edition: Edition, { columns, dimension }: MemberTable): Statement[] =>
  columns.flatMap(({ one }) => acrossTold(edition, one, partsAcross, dimension) ?? []);

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

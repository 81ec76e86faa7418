/** Every sentence of the agenda and of the log, for programs. What a finding or the trends page says too, those tell. */
import type { Edition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import type { AgendaItem } from './agenda-items.ts';
import { changesPage } from './changes-page.ts';
import { reviewPage } from './review-page.ts';

const known = (statements: readonly (Statement | null)[]) => statements.filter((statement) => statement !== null);
const ofItems = (items: readonly AgendaItem[]) => items.flatMap(({ says }) => says);

export function saidAtReview(edition: Edition): Statement[] {
  const page = reviewPage(edition);
  return known([
    page.title,
    page.agenda,
    ...page.decisions.map(({ says }) => says),
    ...ofItems([...page.turned, ...page.back]),
    page.stillOff.says,
    ...ofItems([...page.changed, ...page.open]),
    page.rest,
  ]);
}

export function saidInChanges(edition: Edition): Statement[] {
  const { recent, earlier } = changesPage(edition);
  const months = [...recent, ...earlier.flatMap(({ months: of }) => of)];
  return known(months.flatMap(({ changes }) => changes.map(({ says }) => says)));
}

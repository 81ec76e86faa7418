/** What pages say of several numbers together, as far as it can be proved. */
import { checkListStatement } from '../story/check/check-list.ts';
import { alsoCounted } from '../story/lists/also-counted.ts';
import { stateOf, type ListKind, type Listing } from '../story/lists/list-kind.ts';
import { listSays, type ListSays } from '../story/lists/list-says.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Statement } from '../values/statement.ts';
import type { TrendRow } from './trend-rows.ts';

/** Whose numbers they are: see `Listing`. */
type About = Omit<Listing, 'numbers'>;

/** Rows of a page, as sentences about them take them. */
export function listingOf(rows: readonly TrendRow[], about: About): Listing {
  const numbers = rows.map(({ one: { metric, finding }, trend: { change } }) => ({ metric, finding, change }));
  return { ...about, numbers };
}

/** How a list of numbers went. What its check finds false or badly written is left out; how many changed is always said. */
export function listTold(rows: readonly TrendRow[], about: About, agreement: Agreement): ListSays {
  const listing = listingOf(rows, about);
  const holds = (statement: Statement) => checkListStatement(statement, listing, agreement).length === 0;
  const { off, title, changes, rest } = listSays(listing);
  return { off: off && holds(off) ? off : null, title, changes: changes.filter(holds), rest: rest.filter(holds) };
}

/** One sentence about a list; null where there is nothing to say, or its check finds it false or badly written. */
export function saidOfList(kind: ListKind, listing: Listing, agreement: Agreement): Statement | null {
  const statement = stateOf(kind, listing);
  return statement && checkListStatement(statement, listing, agreement).length === 0 ? statement : null;
}

/** That these numbers are counted too; null where there are none. */
export const alsoTold = (rows: readonly TrendRow[], about: About): Statement | null =>
  stateOf(alsoCounted, listingOf(rows, about));

import { PullFault } from '../pull-fault.ts';

/** Where the next page begins; null: there is none. Throws where it is the page that just came, which would never end. */
export function nextAfter(
  paging: { readonly next?: { readonly after: string } | undefined } | null | undefined,
  after: string | null,
  what: string,
): string | null {
  const next = paging?.next?.after ?? null;
  if (next !== null && next === after)
    throw new PullFault('machine', `HubSpot says that the page behind one of ${what} is that page itself ("${after}")`);
  return next;
}

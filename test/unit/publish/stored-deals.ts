/** A store with a few deals and the companies that they are with. */
import type { Kysely } from 'kysely';
import { emptyStore } from '../../engines/empty-store.ts';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { linksOf } from '../../../src/records/crm-link.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import type { AnyTables } from '../../../src/store/bulk.ts';
import { createSchema } from '../../../src/store/schema.ts';
import type { Guarded } from '../../../src/publish/keys-guard.ts';
import { agreement } from './small-edition.ts';

const text = `reads: deals.csv
key: Id
link: https://crm.example/deals/{key}
gives:
  - record: opportunity
    columns: { created: C, closed: D, amount: A, currency: U, stage: S, account: K, owner: O, next step: N }
  - { record: account, key: K, columns: { name: N } }
`;
const { sources } = readSources([{ path: 'sources/deals.yml', text }]);

/** A deal's own columns; those that are not said are empty. */
export interface Deal {
  readonly key: string;
  readonly created?: number;
  readonly amount?: number | null;
  readonly currency?: string;
  readonly account?: string;
  readonly closed?: string;
}

/** Does something with these deals in a store; a key alone is a deal of which nothing else is known. */
export async function inStoreOf<T>(
  deals: readonly (Deal | string)[],
  use: (store: Guarded) => Promise<T>,
  accounts: Readonly<Record<string, string>> = {},
): Promise<T> {
  const catalogue = catalogueOf(sources);
  const db = await emptyStore();
  try {
    await createSchema(db, catalogue);
    const tables = db as unknown as Kysely<AnyTables>;
    let place = 0;
    const add = (table: string, row: object) =>
      tables
        .insertInto(table)
        .values({ ...row, place: (place += 1) })
        .execute();
    for (const deal of deals) await add('opportunity', typeof deal === 'string' ? { key: deal } : deal);
    for (const [key, name] of Object.entries(accounts)) await add('account', { key, name });
    return await use({ db, agreement: agreement([]), catalogue, links: linksOf(sources, catalogue) });
  } finally {
    await db.destroy();
  }
}

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measure } from '../../../../src/measure/measure.ts';
import { catalogueOf } from '../../../../src/records/catalogue.ts';
import { readSources } from '../../../../src/records/read-sources.ts';
import { copyStore } from '../../../../src/store/copy-store.ts';
import { emptyStore } from '../../../engines/empty-store.ts';
import * as c from '../../measure/company.ts';
import { workshop, type IngestRun, type Workshop } from '../run-ingest.ts';
import { companies, filesOf, sources } from './any-company.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const texts = Object.entries(sources).map(([name, text]) => ({ path: `sources/${name}.yml`, text }));
const catalogue = catalogueOf(readSources(texts).sources);
const source = c.path('lead', 'source');
const fromWeb = c.term('web lead', 'lead', {
  where: [c.test('is one of', { value: { value: 'field', path: source }, list: [c.text('Web')] })],
});
const webLeads = c.metric('web-leads', [c.wording('lead', { term: 'web lead' })], {
  by: c.path('lead', 'created'),
  needs: [source],
});
const agreement = c.agreementOf({ metrics: [webLeads], terms: [fromWeb] });

/** How many leads are behind the bounds of a number of leads from one source: each that lacks it could be one, or none. */
async function behindBounds({ db }: IngestRun): Promise<number> {
  const store = await emptyStore();
  try {
    await copyStore(db, store, catalogue);
    const { values } = await measure({ db: store, agreement, catalogue, fresh: true });
    const all = values.find(({ grain, dimension }) => grain === 'all' && dimension === '');
    return (all?.high ?? 0) - (all?.low ?? 0);
  } finally {
    await store.destroy();
  }
}

test('the check of leads without a source finds as many as stand behind the bounds of a number of all leads that needs one', async () => {
  const found = new Set<number>();
  await fc.assert(
    fc.asyncProperty(companies, async (company) => {
      const run = await work.ingest({ sources, files: filesOf(company) });
      const lacking = run.account.health.find(
        ({ sort, kind, fields }) => sort === 'lacks' && kind === 'lead' && fields[0] === 'source',
      );
      const plain = company.leads.filter((lead) => lead.source === '').length;
      expect([lacking?.count, await behindBounds(run)]).toEqual([plain, plain]);
      found.add(plain);
    }),
    { numRuns: 10, seed: 7 },
  );
  expect(found.size).toBeGreaterThan(2);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import type { Agreement, Metric, Term } from '../../../src/values/agreement.ts';
import type { Database } from '../../../src/store/database.ts';
import type { Kysely } from 'kysely';

const rows = {
  lead: [
    { key: 'a', source: 'Website', score: 80, created: c.instant('2026-09-01T08:00:00Z') },
    { key: 'b', source: 'Event', score: 40, created: c.instant('2026-10-01T08:00:00Z') },
  ],
};
const asOf = '2026-11-09T05:40:00Z';
const by = c.path('lead', 'created');

let store: Kysely<Database>;
beforeEach(async () => {
  store = await c.storeWith(rows, asOf);
});
afterEach(() => store.destroy());

const goodFrom = (score: number): Term =>
  c.term('good lead', 'lead', {
    where: [c.test('is at least', { value: c.field('lead', 'score'), least: c.number(score) })],
  });
const webLead = c.term('web lead', 'lead', {
  where: [c.test('is', { value: c.field('lead', 'source'), other: c.literal(c.text('Website')) })],
});
const count = (slug: string, term: string, more: Partial<Metric> = {}): Metric =>
  c.metric(slug, [c.wording('lead', { term })], { by, ...more });
const good = count('good', 'good lead');
const web = count('web', 'web lead');
const each = c.metric(
  'each',
  [c.wording('lead', { measure: { measure: 'ratio', of: 'good', per: 'web', perIs: 'value' } })],
  {
    by: null,
  },
);

const agreed = (metrics: readonly Metric[], score = 60, more: Partial<Agreement> = {}): Agreement =>
  c.agreementOf({ metrics, terms: [goodFrom(score), webLead], ...more });

/** What a run computes anew, and that it comes to the same as one that computes everything. */
async function anewIn(agreement: Agreement): Promise<readonly string[]> {
  const again = await measure({ db: store, agreement, catalogue: c.catalogue });
  const whole = await measure({ db: store, agreement, catalogue: c.catalogue, fresh: true });
  expect({ ...again, anew: [] }).toEqual({ ...whole, anew: [] });
  return again.anew;
}

test('a first run computes all, a second one nothing', async () => {
  expect(await anewIn(agreed([good, web, each]))).toEqual(['good', 'web']);
  expect(await anewIn(agreed([good, web, each]))).toEqual([]);
});

test('after an edit of one metric only that is computed', async () => {
  await anewIn(agreed([good, web, each]));
  expect(await anewIn(agreed([{ ...good, finest: 'week' }, web, each]))).toEqual(['good']);
});

test('where a definition stands in its file makes no difference', async () => {
  await anewIn(agreed([good, web]));
  const moved = { ...good, at: { file: 'metrics/good.yml', line: 7, column: 1 } };
  expect(await anewIn(agreed([moved, web]))).toEqual([]);
});

test('a term touches those that use it, a metric those whose sentences name its result', async () => {
  const reader = count('reader', 'web lead', {
    wordings: [
      c.wording('lead', {
        keptWhen: [
          c.test('is more than', {
            value: c.field('lead', 'score'),
            bound: { value: 'result', metric: 'good', type: { is: 'number' } },
          }),
        ],
      }),
    ],
  });
  await anewIn(agreed([good, web, reader]));
  expect(await anewIn(agreed([good, web, reader], 30))).toEqual(['good', 'reader']);
});

test('a new metric is computed, and one that is gone is forgotten', async () => {
  await anewIn(agreed([good]));
  expect(await anewIn(agreed([good, web]))).toEqual(['web']);
  await anewIn(agreed([web]));
  expect(await anewIn(agreed([good, web]))).toEqual(['good']);
});

test('how the company counts time touches all', async () => {
  await anewIn(agreed([good, web]));
  const { company } = agreed([good, web]);
  const moved = agreed([good, web], 60, { company: { ...company, timeZone: 'America/New_York' } });
  expect(await anewIn(moved)).toEqual(['good', 'web']);
});

test('other records touch all: they are in another store', async () => {
  await anewIn(agreed([good, web]));
  await store.destroy();
  store = await c.storeWith({ lead: rows.lead.slice(1) }, asOf);
  expect(await anewIn(agreed([good, web]))).toEqual(['good', 'web']);
});

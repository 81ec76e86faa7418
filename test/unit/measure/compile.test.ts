import { expect, test } from 'vitest';
import * as c from './company.ts';
import { compileAgreement, wordsOf } from '../../../src/measure/compile.ts';
import type { Metric, Term } from '../../../src/values/agreement.ts';
import type { Condition } from '../../../src/values/tree.ts';
import type { AnyTables } from '../../../src/store/bulk.ts';
import type { Kysely } from 'kysely';

const asOf = 1_000_000;

/** The facts' query, without the quotation marks, its parameters in their places. */
async function sqlOf(metric: Metric, terms: readonly Term[] = []): Promise<string> {
  const db = await c.storeWith({}, '2026-11-09T05:40:00Z');
  const sources = { agreement: c.agreementOf({ metrics: [metric], terms }), catalogue: c.catalogue };
  const [facts] = compileAgreement(sources, {
    asOf: new Map([[metric.wordings[0].kind, asOf]]),
    first: new Map(),
  }).metrics.get(metric.slug)!.facts;
  const { sql, parameters } = wordsOf(db as unknown as Kysely<AnyTables>, facts!);
  await db.destroy();
  let index = 0;
  return sql.replaceAll('"', '').replaceAll('?', () => `'${String(parameters[index++])}'`);
}

/** What stands after `where`, for a condition that leads must hold. */
async function whereOf(condition: Condition): Promise<string> {
  const metric = c.metric('m', [c.wording('lead', { term: 'good lead' })]);
  const sql = await sqlOf(metric, [c.term('good lead', 'lead', { where: [condition] })]);
  return sql.slice(sql.indexOf(' where ') + 7);
}

const source = c.field('lead', 'source');
const score = c.field('lead', 'score');

test('counts by the local date of a moment', async () => {
  expect(await sqlOf(c.metric('m', [c.wording('lead')], { by: c.path('lead', 'created') }))).toBe(
    'select lead.key as key, lead_created_slot.day as day, case when true then 1 else 0 end as kept, 0 as waits, ' +
      'null as amount, 0 as open, 0 as unpriced from lead as lead ' +
      'left join slot as lead_created_slot on lead_created_slot.slot = lead.created / 900',
  );
});

test('a comparison with an empty field is false, and its negation true', async () => {
  const is = c.test('is at least', { value: score, least: c.number(60) });
  expect(await whereOf(is)).toBe('lead.score >= 60');
  expect(await whereOf({ is: 'none', of: [is] })).toBe('not coalesce(lead.score >= 60, false)');
});

test('lists, texts and what is known', async () => {
  const list = [c.text('Website'), c.text('Event')];
  expect(await whereOf(c.test('is one of', { value: source, list }))).toBe("lead.source in ('Website', 'Event')");
  expect(await whereOf(c.test('is empty', { value: source }))).toBe('not lead.source is not null');
  expect(await whereOf(c.test('starts with', { value: source, parts: ['100%'] }))).toBe(
    "(lower(lead.source) like '100\\%%' escape '\\')",
  );
});

test('links are followed by left joins, and a term beyond them is false where nothing is found', async () => {
  const robot = c.term('robot', 'user', { where: [c.test('is', { value: c.field('user', 'robot'), other: c.yes })] });
  const good = c.term('good lead', 'lead', { where: [c.test('is not a', { links: ['owner'], term: 'robot' })] });
  const sql = await sqlOf(c.metric('m', [c.wording('lead', { term: 'good lead' })]), [good, robot]);
  expect(sql.slice(sql.indexOf(' from '))).toBe(
    ' from lead as lead left join user as lead_owner on lead_owner.key = lead.owner ' +
      'where not (lead_owner.key is not null and coalesce(lead_owner.robot = 1, false))',
  );
});

test('related records are counted in a subquery, so that no row comes twice', async () => {
  expect(await whereOf(c.has(c.records('activity')))).toBe(
    'exists (select 1 as one from activity as activity where activity.lead = lead.key)',
  );
  expect(await whereOf(c.has(c.records('activity'), 'at most', 2))).toBe(
    '(select count(*) as number from activity as activity where activity.lead = lead.key) <= 2',
  );
});

test('a window in hours is an addition; it waits while its end is ahead', async () => {
  const window = c.within(4, 'hours', 'after', c.moment('handover', 'qualified'));
  const kept = c.test('is within', { moment: c.moment('handover', 'assigned'), window });
  const sql = await sqlOf(
    c.metric('m', [c.wording('handover', { measure: { measure: 'share', countedIn: null }, keptWhen: [kept] })]),
  );
  expect(sql).toContain(
    'case when coalesce(handover.assigned between handover.qualified and handover.qualified + 14400, false) then 1 else 0 end as kept',
  );
  expect(sql).toContain('case when coalesce(handover.qualified + 14400 > 1000000, false) then 1 else 0 end as waits');
});

test('a window in business days is joined by the slot in which it starts', async () => {
  const window = c.within(2, 'business days', 'after', c.moment('handover', 'qualified'));
  const kept = c.test('is within', { moment: c.moment('handover', 'assigned'), window });
  const sql = await sqlOf(
    c.metric('m', [c.wording('handover', { measure: { measure: 'share', countedIn: null }, keptWhen: [kept] })]),
  );
  const due = 'after_2_business_days_of_handover_qualified';
  expect(sql).toContain(
    `handover.assigned between handover.qualified and (${due}.due + ${due}.moves * (handover.qualified - ${due}.slot * 900))`,
  );
  expect(sql).toContain(`left join deadline as ${due} on ${due}.clock = 0 and ${due}.slot = handover.qualified / 900`);
});

test('where a side is a day, local dates are compared', async () => {
  const order = {
    moment: c.moment('lead', 'created'),
    order: 'before',
    than: { moment: 'day', day: '2026-01-01' },
  } as const;
  const sql = await whereOf(c.test('is before or after', order));
  expect(sql).toBe("lead_created_slot.day < '2026-01-01'");
});

import {
  SqliteAdapter,
  SqliteQueryCompiler,
  DummyDriver,
  SqliteIntrospector,
  Kysely,
  createQueryId,
  sql,
} from 'kysely';
import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { selectFor, type Asked } from './asked.ts';
import { indexesAsked } from '../../../src/measure/indexes-asked.ts';
import { keepIndexes } from '../../../src/store/indexes.ts';
import type { Statement } from '../../../src/measure/statement.ts';
import type { AnyTables } from '../../../src/store/bulk.ts';
import type { Records, Told, Value } from '../../../src/values/tree.ts';

const words = new Kysely<AnyTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** The joins and the value of a select, as SQL with its parameters in place. */
function said(
  kind: string,
  value: Value,
  asked: Omit<Asked, 'tables'> = {},
): { value: string; joins: string; whole: string; statement: Statement } {
  const { select, statement } = selectFor(kind, asked, (reader, place) => reader.valueAt(place, value).sql);
  const { sql: text, parameters } = words.getExecutor().compileQuery(select.toOperationNode(), createQueryId());
  let index = 0;
  const whole = text.replaceAll('?', () => `'${String(parameters[index++])}'`);
  const plain = whole.replaceAll('"', '');
  const [, found = '', joins = ''] = /^select \S+ as key, (.*?) as value from \S+ as \S+ ?(.*)$/.exec(plain) ?? [];
  return { value: found, joins, whole, statement };
}

const picked = (which: 'first' | 'last' | 'previous', records: Records, field: string): Told => ({
  value: 'picked',
  pick: { which, records, by: null },
  path: c.path(records.kind, field),
});

describe('a pick is a left join by the key of the one that stands first', () => {
  test('in the order of its moment and of rows', () => {
    const calls = c.records('activity', {
      where: [c.test('is', { value: c.field('activity', 'kind'), other: c.literal(c.text('call')) })],
    });
    expect(said('lead', picked('first', calls, 'outcome'))).toMatchObject({
      value: 'first_activity_of_lead.outcome',
      joins:
        'left join activity as first_activity_of_lead on first_activity_of_lead.key = (select activity.key as key from activity as activity ' +
        "where activity.lead = lead.key and activity.kind = 'call' and activity.completed is not null " +
        'order by activity.completed asc, activity.place asc limit 1)',
    });
  });
  test('the one before, by moment, sequence and row', () => {
    const rank = (alias: string): string => `coalesce(${alias}.sequence, -1e+300)`;
    const [own, other] = ['stage_change', 'stage_change_2'];
    expect(said('stage change', picked('previous', c.records('stage change'), 'to')).joins).toBe(
      `left join stage_change as previous_stage_change_of_stage_change on previous_stage_change_of_stage_change.key = ` +
        `(select ${other}.key as key from stage_change as ${other} where ${other}.opportunity = ${own}.opportunity and ${other}.key <> ${own}.key ` +
        `and ${other}.at <= ${own}.at and (${other}.at < ${own}.at or (${other}.at = ${own}.at and (${rank(other)} < ${rank(own)} or (${rank(other)} = ${rank(own)} and ${other}.place < ${own}.place)))) ` +
        `and ${other}.at is not null order by ${other}.at desc, ${rank(other)} desc, ${other}.place desc limit 1)`,
    );
  });
  test('what means the same is joined once', () => {
    const first = picked('first', c.records('activity'), 'completed');
    const hours: Value = {
      value: 'distance',
      unit: 'hours',
      from: { moment: 'told', told: first },
      to: { moment: 'told', told: first },
    };
    expect(said('lead', hours)).toMatchObject({
      value: '(cast((first_activity_of_lead.completed - first_activity_of_lead.completed) as double precision) / 3600)',
    });
    expect(said('lead', hours).joins.match(/left join/g)).toHaveLength(1);
  });
});

test('business hours are two rows of the opening table', () => {
  const [from, to] = [c.moment('lead', 'created'), c.moment('lead', 'converted')];
  const { value, joins } = said('lead', { value: 'distance', unit: 'business hours', from, to });
  expect(joins).toBe(
    "left join opening as opening_of_lead_converted on opening_of_lead_converted.calendar = 'office' and opening_of_lead_converted.slot = lead.converted / 900 " +
      "left join opening as opening_of_lead_created on opening_of_lead_created.calendar = 'office' and opening_of_lead_created.slot = lead.created / 900",
  );
  expect(value).toContain('case when lead.converted >= lead.created then');
});

test('a field with a history is that of the last row until then', () => {
  const { value } = said('opportunity', c.field('opportunity', 'stage'), { knows: 'until then' });
  expect(value).toBe('(case when opportunity_then.key is null then opportunity.stage else opportunity_then.to end)');
});

test('relations and picks are looked up by the indexes that they ask for', async () => {
  const db = await c.storeWith({}, '2026-11-09T05:40:00Z');
  const asked: readonly (readonly [string, Value])[] = [
    ['lead', picked('first', c.records('activity'), 'kind')],
    ['stage change', picked('previous', c.records('stage change'), 'to')],
    ['opportunity', { value: 'number of', records: c.records('opportunity') }],
  ];
  const steps = [];
  for (const [kind, value] of asked) {
    const { whole, statement } = said(kind, value);
    await keepIndexes(db as unknown as Kysely<AnyTables>, indexesAsked(statement.demand));
    const plan = sql<{ detail: string }>`${sql.raw(`explain query plan ${whole}`)}`;
    steps.push(...(await plan.execute(db)).rows.map(({ detail }) => detail));
  }
  await db.destroy();
  expect(steps.filter((step) => step.startsWith('SEARCH') && !step.includes('USING INDEX'))).toEqual([]);
  expect(steps.filter((step) => step.startsWith('SCAN'))).toHaveLength(asked.length);
});

import { compareText } from '../agreement/compare-text.ts';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { periodNamed } from '../calendar/periods.ts';
import { noFacts, type CompiledAgreement, type CompiledFacts, type CompiledMetric, type Sources } from './compile.ts';
import { compileRun } from './compile-run.ts';
import { creditBehind, creditedMember } from './credit-behind.ts';
import { memberName } from './cut.ts';
import { memberColumn } from './facts.ts';
import { knownOfKinds } from './known-of-kinds.ts';
import { countedFrom } from './periods-for.ts';
import { demandedNames } from '../store/calendar-rows.ts';
import { readDemandedNames } from '../store/calendar-tables.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Database, StoredValue } from '../store/database.ts';
import type { Company, Metric } from '../values/agreement.ts';
import { madeOf } from '../values/made-of.ts';

/** A record that a value was made of. */
export interface RecordBehind {
  /** The metric that counts it: of one that is made of others, one of those. */
  readonly metric: string;
  readonly key: string;
  /** The local date of its `by` moment; null: undated. */
  readonly day: string | null;
  /** `counted` where the measure judges nothing. */
  readonly state: 'in time' | 'late' | 'waiting' | 'counted';
  /** What it adds, of a member that shares the credit its part: money in minor units of the reporting currency; null where the measure adds nothing up, or it is empty. */
  readonly amount: number | string | null;
}

/** A value whose records are asked for. */
export interface BehindAsked {
  /** The slug. */
  readonly metric: string;
  /** A period's name, `all` or `undated`. */
  readonly period: string;
  /** One member of a breakdown, or the whole. */
  readonly member?: { readonly dimension: string; readonly name: string };
}

export interface BehindTask extends Sources, BehindAsked {
  readonly db: Kysely<Database>;
}

/**
 * The records behind a value, by the very facts that it was computed from, in order of day and key. Those of one that is made of others are theirs.
 * Empty for what can't be counted. The store must have been measured with this agreement.
 * @throws where it was not.
 */
export async function recordsBehind(task: BehindTask): Promise<RecordBehind[]> {
  return (await behindEach(task))(task);
}

/**
 * The same of several values, for whoever asks for many: what they are counted by is worked out once.
 * @throws where the store was not measured with this agreement.
 */
export async function behindEach(
  task: Sources & { readonly db: Kysely<Database> },
): Promise<(asked: BehindAsked) => Promise<RecordBehind[]>> {
  const { agreement, catalogue } = task;
  const db = task.db as unknown as Kysely<AnyTables>;
  const { compiled } = compileRun({ agreement, catalogue }, await knownOfKinds(task.db, task));
  const { demand } = compiled;
  const asked = demandedNames(demand.clocks.keys(), demand).join('\n');
  if (asked !== (await readDemandedNames(db)).join('\n'))
    throw new Error('the agreement has changed since it was measured');
  return async (value) => {
    const metric = agreement.metrics.find((one) => one.slug === value.metric);
    const parts = metric ? partsOf(metric, agreement.metrics) : [];
    const found: RecordBehind[] = [];
    for (const part of parts) found.push(...(await factsBehind(db, compiled, part, { ...value, agreement })));
    return found;
  };
}

/** The metric itself, or those that count records among the ones that it is made of. */
function partsOf(metric: Metric, metrics: readonly Metric[]): Metric[] {
  const made = madeOf(metric.wordings[0].measure);
  if (!made) return [metric];
  return metrics.filter(({ slug }) => made.includes(slug)).flatMap((part) => partsOf(part, metrics));
}

async function factsBehind(
  db: Kysely<AnyTables>,
  compiled: CompiledAgreement,
  metric: Metric,
  { period, member, agreement }: BehindAsked & Pick<Sources, 'agreement'>,
): Promise<RecordBehind[]> {
  const { counted, where } = factsFor(compiled.metrics.get(metric.slug), period, agreement.company);
  const credited = creditedMember(metric, member);
  const found = credited
    ? await creditBehind(db, metric, counted, where, credited)
    : await factsOfMember(db, metric, counted, where, member);
  return found
    .map((row) => recordBehind(metric, row))
    .toSorted((one, other) => compareText(one.day ?? '', other.day ?? '') || compareText(one.key, other.key));
}

async function factsOfMember(
  db: Kysely<AnyTables>,
  { breakdowns }: Metric,
  { facts }: CompiledFacts,
  where: RawBuilder<boolean>,
  member: BehindAsked['member'],
): Promise<Record<string, StoredValue>[]> {
  const breakdown = breakdowns.findIndex(({ dimension }) => dimension === member?.dimension);
  const cut = breakdowns[breakdown]?.cut;
  const found: Record<string, StoredValue>[] = [];
  for (const select of facts) {
    found.push(...(await db.selectFrom(select.as('fact')).selectAll().where(where).execute()));
  }
  return found.filter((row) => !member || (cut && memberName(row[memberColumn(breakdown)], cut) === member.name));
}

/** The queries that hold the facts of a period's value, and which of their rows these are. */
function factsFor(
  compiled: CompiledMetric | undefined,
  name: string,
  company: Company,
): { counted: CompiledFacts; where: RawBuilder<boolean> } {
  const all = sql<boolean>`true`;
  if (!compiled) return { counted: noFacts, where: all };
  const { metric, ends } = compiled;
  if (metric.asOf !== null) {
    const end = ends.find(({ serves }) => serves.some((period) => period.name === name));
    return { counted: end ?? noFacts, where: all };
  }
  const day = sql.ref('fact.day');
  if (name === 'all') return { counted: compiled, where: all };
  if (name === 'undated') return { counted: metric.by ? compiled : noFacts, where: sql<boolean>`${day} is null` };
  const period = periodNamed(name, company);
  if (!period) return { counted: noFacts, where: all };
  return {
    counted: compiled,
    where: sql<boolean>`${day} between ${countedFrom(metric, period, company)} and ${period.to}`,
  };
}

function recordBehind(metric: Metric, row: Record<string, StoredValue>): RecordBehind {
  const { measure } = metric.wordings[0].measure;
  const judges = measure === 'share' || measure === 'conversion';
  const decided = judges ? (Number(row['kept']) === 1 ? 'in time' : 'late') : 'counted';
  const amount = row['amount'] ?? null;
  return {
    metric: metric.slug,
    key: String(row['key']),
    day: row['day'] === null || row['day'] === undefined ? null : String(row['day']),
    state: Number(row['waits']) === 1 ? 'waiting' : decided,
    amount,
  };
}

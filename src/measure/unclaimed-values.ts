/** The reverse of texts that no record has: values that records have and no definition names, such as a source that somebody added. */
import { sql, type Kysely } from 'kysely';
import { comparedTexts, comparisonsIn, testsIn } from '../agreement/compared-texts.ts';
import { compareText } from '../agreement/compare-text.ts';
import { dayOfNumber, daySeconds } from '../calendar/local-date.ts';
import type { AnyTables } from '../store/bulk.ts';
import { readAsOf } from '../store/account.ts';
import type { Database } from '../store/database.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Catalogue, Field, RecordKind } from '../values/catalogue.ts';
import type { UnclaimedValue } from '../values/unclaimed.ts';

/** Of so many values or more a field is free text, such as a job title, of which nobody names each. */
const freeText = 100;

/** One word that a sentence asks for, such as `direction is out`, picks records; two or more sort them. */
const fewestNames = 2;

/** Newer records are told of first. */
const latelyDays = 30;

export interface UnclaimedTask {
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
  /** Fields whose texts stand for persons, as `lead's owner name`: their values are shown to nobody. */
  readonly hidden: ReadonlySet<string>;
}

interface Watched {
  readonly kind: RecordKind;
  readonly field: Field;
  readonly named: Set<string>;
  /** In lower case: a value that has one of them in it is named too. */
  readonly words: readonly string[];
}

/**
 * The values that no sentence names, those with most new records first, of the fields by which the agreement sorts records. It sorts by a field where its sentences
 * name two or more of its values and where at least half of the records that have a value have a named one. Else the sentences only pick some records out, such as
 * meetings whose outcome is Accepted, and every other value is left unnamed on purpose.
 */
export async function unclaimedValues(store: Kysely<Database>, task: UnclaimedTask): Promise<UnclaimedValue[]> {
  const db = store as unknown as Kysely<AnyTables>;
  const asOf = await readAsOf(store);
  const found: UnclaimedValue[] = [];
  for (const watched of watchedFields(task))
    found.push(...(await unclaimedOf(db, watched, asOf.get(watched.kind.name) ?? null)));
  return found.toSorted(
    (one, other) => other.lately - one.lately || other.count - one.count || compareText(one.value, other.value),
  );
}

/** The fields that sentences compare with words, with all words that are named of each: stages of the funnel and agreed orders name some too. */
function watchedFields({ agreement, catalogue, hidden }: UnclaimedTask): Watched[] {
  const watched = new Map<string, Watched>();
  for (const { kind, field, text } of comparedTexts(agreement, catalogue)) {
    const name = `${kind.name}'s ${field.name}`;
    if (field.type.is !== 'text' || hidden.has(name) || kind.name === 'user') continue;
    const known = watched.get(name) ?? {
      kind,
      field,
      named: new Set<string>(),
      words: wordsAsked(agreement, field.name),
    };
    watched.set(name, known);
    known.named.add(text);
  }
  const { funnel, orders, metrics, switchedOff } = agreement;
  for (const { path, text } of comparisonsIn([funnel, metrics, switchedOff]))
    for (const { field, named } of watched.values()) if (field.name === path.field) named.add(text);
  for (const { fields, choices } of orders)
    for (const { kind, field } of fields)
      for (const choice of choices) watched.get(`${kind}'s ${field}`)?.named.add(choice);
  return [...watched.values()];
}

/** The words that sentences look for inside a field of this name: of whichever kind, so that nothing is listed that may be named. */
function wordsAsked(agreement: Agreement, name: string): string[] {
  const { terms, figures, metrics, switchedOff, funnel } = agreement;
  return testsIn([terms, figures, metrics, switchedOff, funnel]).flatMap(({ slots }) => {
    const { value, parts } = slots as { readonly value?: unknown; readonly parts?: unknown };
    const isAsked = JSON.stringify(value)?.includes(`"field":${JSON.stringify(name)}`);
    return isAsked && Array.isArray(parts) ? parts.map((word) => String(word).toLowerCase()) : [];
  });
}

async function unclaimedOf(
  db: Kysely<AnyTables>,
  { kind, field, named, words }: Watched,
  asOf: number | null,
): Promise<UnclaimedValue[]> {
  const happens = kind.fields.find(({ name, mapped }) => name === kind.happens && mapped);
  const from = asOf === null ? null : asOf - latelyDays * daySeconds;
  const isDay = happens?.type.is === 'moment' && happens.type.precision === 'day';
  const since = from === null ? null : isDay ? dayOfNumber(Math.floor(from / daySeconds)) : from;
  const isNew = happens && since !== null ? sql`${sql.ref(happens.column)} >= ${since}` : sql`1 = 0`;
  const rows = await db
    .selectFrom(kind.table)
    .select([
      field.column,
      sql<number>`count(*)`.as('all'),
      sql<number>`count(case when ${isNew} then 1 end)`.as('new'),
    ])
    .where(field.column, 'is not', null)
    .groupBy(field.column)
    .limit(freeText)
    .execute();
  if (rows.length === freeText) return [];
  const values = rows.map((row) => ({
    value: String(row[field.column]),
    count: Number(row['all']),
    lately: Number(row['new']),
  }));
  const isNamed = (value: string) => named.has(value) || words.some((word) => value.toLowerCase().includes(word));
  const unclaimed = values.filter(({ value }) => !isNamed(value));
  const isSorted = named.size + words.length >= fewestNames && recordsOf(unclaimed) * 2 <= recordsOf(values);
  return isSorted ? unclaimed.map((one) => ({ kind: kind.name, field: field.name, ...one })) : [];
}

const recordsOf = (values: readonly { readonly count: number }[]): number =>
  values.reduce((sum, { count }) => sum + count, 0);

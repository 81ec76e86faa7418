import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { closestWord, squashed } from '../agreement/closest-word.ts';
import { comparedTexts, type ComparedText } from '../agreement/compared-texts.ts';
import { definitionsIn } from '../agreement/references.ts';
import type { Sources } from './compile.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Database } from '../store/database.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Problem } from '../values/problem.ts';

type Asked = Pick<Sources, 'agreement' | 'catalogue'>;

/**
 * A warning for each text that a definition compares a field with and that no record has there: a slip of the pen counts nothing and says
 * nothing. Where the field is empty everywhere, nobody can tell. Where something is counted as things stood, the field's history is
 * looked at too: it answers for every day before today, and the CRM may write the same thing there in another way.
 */
export async function unmatchedTexts(store: Kysely<Database>, { agreement, catalogue }: Asked): Promise<Problem[]> {
  const db = store as unknown as Kysely<AnyTables>;
  const askedThen = new Set(textsAskedThen(agreement, catalogue).map(placeOf));
  const found: Problem[] = [];
  for (const compared of comparedTexts(agreement, catalogue)) {
    const then = askedThen.has(placeOf(compared)) ? columnThen(compared, catalogue) : null;
    const problem = await unmatched(db, compared, then);
    if (problem) found.push(problem);
  }
  return found;
}

/** A field of a kind: where a text may stand. */
type Column = Pick<ComparedText, 'kind' | 'field'>;

async function unmatched(db: Kysely<AnyTables>, today: ComparedText, then: Column | null): Promise<Problem | null> {
  const { text } = today;
  const stands = await occurs(db, today, text);
  const stood = then ? await occurs(db, then, text) : stands;
  if (stands && stood) return null;
  if (then && stands !== stood) return inOneOnly(db, today, stands ? [today, then] : [then, today]);
  const known = await textsOf(db, today);
  return known.length > 0 ? nowhere(today, known) : null;
}

/**
 * A text that either the records or their history have, and the other writes in another way. A text that is gone today was once in use and
 * may well be asked for, unless the other has the same but for blanks and case; a text of today that no row of a history ever had is odd.
 */
async function inOneOnly(
  db: Kysely<AnyTables>,
  { text, at, ...today }: ComparedText,
  [has, lacks]: readonly [Column, Column],
): Promise<Problem | null> {
  const known = await textsOf(db, lacks);
  const same = known.find((one) => squashed(one) === squashed(text)) ?? null;
  const isGone = lacks.kind === today.kind;
  if (known.length === 0 || (isGone && same === null)) return null;
  const unlike = same === null ? `no ${lacks.kind.name} does` : `${lacks.kind.plural} write "${same}"`;
  const [counted, instead] = isGone ? ['today', has.kind] : ['as things stood', lacks.kind];
  return {
    ...at,
    level: 'warning',
    says: `${has.kind.plural} write the ${today.field.name} "${text}", ${unlike}, so nothing is counted by it ${counted}`,
    fix:
      same === null
        ? `${instead.plural} have ${shown(known)}: give both the same words in the sources, with "reads"`
        : `give both the same word in the sources: reads: { ${same}: ${text} }`,
  };
}

/** The texts that are compared where a metric counts as things stood, itself or through what it names. */
function textsAskedThen(agreement: Agreement, catalogue: Catalogue): ComparedText[] {
  const metrics = agreement.metrics.filter(({ asOf }) => asOf !== null);
  const read = metrics.map(({ wordings: [today], breakdowns }) => [today, breakdowns]);
  const { terms, figures } = definitionsIn(read, agreement, catalogue);
  return comparedTexts({ ...agreement, metrics, terms, figures }, catalogue);
}

const placeOf = ({ kind, field, text, at }: ComparedText): string =>
  JSON.stringify([at.file, at.line, at.column, kind.name, field.name, text]);

/** Where the history of a kind holds what a field was; null where none does. */
function columnThen({ kind: { history }, field }: Column, { kinds }: Catalogue): Column | null {
  const kind = kinds.find(({ name }) => name === history?.kind);
  const held = kind?.fields.find(({ name, mapped }) => name === history?.holds[field.name] && mapped);
  return kind && held ? { kind, field: held } : null;
}

async function occurs(db: Kysely<AnyTables>, { kind, field }: Column, text: string): Promise<boolean> {
  const rows = await db.selectFrom(kind.table).select(field.column).where(field.column, '=', text).limit(1).execute();
  return rows.length > 0;
}

/** The texts of a field, the most frequent first; as many as a slip is looked for among. */
async function textsOf(db: Kysely<AnyTables>, { kind, field }: Column): Promise<string[]> {
  const rows = await db
    .selectFrom(kind.table)
    .select(field.column)
    .where(field.column, 'is not', null)
    .groupBy(field.column)
    .orderBy(sql`count(*)`, 'desc')
    .orderBy(field.column)
    .limit(500)
    .execute();
  return rows.map((row) => String(row[field.column]));
}

function nowhere({ kind, field, text, at }: ComparedText, known: readonly string[]): Problem {
  const meant = closestWord(text, known);
  return {
    ...at,
    level: 'warning',
    says: `no ${kind.name} has the ${field.name} "${text}", so nothing is counted by it`,
    fix: meant === null ? `there are ${shown(known)}` : `did you mean "${meant}"?`,
  };
}

const shown = (known: readonly string[]): string =>
  known.slice(0, 6).join(', ') + (known.length > 6 ? ' and others' : '');

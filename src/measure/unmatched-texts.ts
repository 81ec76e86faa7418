import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { closestWord } from '../agreement/closest-word.ts';
import { comparedTexts, type ComparedText } from '../agreement/compared-texts.ts';
import type { Sources } from './compile.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Database } from '../store/database.ts';
import type { Problem } from '../values/problem.ts';

/**
 * A warning for each text that a definition compares a field with and that no record has there: a slip of the pen counts nothing and says
 * nothing. Where the field is empty everywhere, nobody can tell.
 */
export async function unmatchedTexts(
  store: Kysely<Database>,
  { agreement, catalogue }: Pick<Sources, 'agreement' | 'catalogue'>,
): Promise<Problem[]> {
  const db = store as unknown as Kysely<AnyTables>;
  const found: Problem[] = [];
  for (const compared of comparedTexts(agreement, catalogue)) {
    if (await occurs(db, compared)) continue;
    const known = await textsOf(db, compared);
    if (known.length > 0) found.push(unmatched(compared, known));
  }
  return found;
}

async function occurs(db: Kysely<AnyTables>, { kind, field, text }: ComparedText): Promise<boolean> {
  const rows = await db.selectFrom(kind.table).select(field.column).where(field.column, '=', text).limit(1).execute();
  return rows.length > 0;
}

/** The texts of a field, the most frequent first; as many as a slip is looked for among. */
async function textsOf(db: Kysely<AnyTables>, { kind, field }: ComparedText): Promise<string[]> {
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

function unmatched({ kind, field, text, at }: ComparedText, known: readonly string[]): Problem {
  const meant = closestWord(text, known);
  const shown = known.slice(0, 6).join(', ') + (known.length > 6 ? ' and others' : '');
  return {
    ...at,
    level: 'warning',
    says: `no ${kind.name} has the ${field.name} "${text}", so nothing is counted by it`,
    fix: meant === null ? `there are ${shown}` : `did you mean "${meant}"?`,
  };
}

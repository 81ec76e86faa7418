import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** What parts words, beside a blank. */
const separators = [...',.;:/-–()&+|"\'!?_\t\n\r'];

/** Whether a text has a word in it: anywhere, as a whole word, or at its start. Case does not matter. Null where the text is empty. */
export function textHas(
  text: RawBuilder<unknown>,
  how: 'anywhere' | 'as a word' | 'at the start',
  word: string,
): RawBuilder<SqlBool> {
  const lower = sql`lower(${text})`;
  const [subject, before, after] = {
    anywhere: [lower, '%', '%'],
    'at the start': [lower, '', '%'],
    'as a word': [sql`' ' || ${apart(lower)} || ' '`, '% ', ' %'],
  }[how] as [RawBuilder<unknown>, string, string];
  const patterns = spellings(how === 'as a word' ? spaced(word) : word).map((one) => before + literally(one) + after);
  return sql<SqlBool>`(${sql.join(
    patterns.map((pattern) => sql`${subject} like ${pattern} escape '\\'`),
    sql` or `,
  )})`;
}

/** Not every engine's `lower` knows more than a to z: other letters are looked for in both cases. Many of them only as words are written. */
function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  const other = [...lower].filter((letter) => letter > '\x7F' && letter.toUpperCase() !== letter);
  if (other.length > 3) {
    const capital = lower.slice(0, 1).toUpperCase() + lower.slice(1);
    return [...new Set([lower, word, capital, word.toUpperCase()].map(asciiLower))];
  }
  return [...lower].reduce<string[]>(
    (starts, letter) =>
      starts.flatMap((start) =>
        other.includes(letter) ? [start + letter, start + letter.toUpperCase()] : [start + letter],
      ),
    [''],
  );
}

const asciiLower = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A word in a pattern, where `%`, `_` and the backslash stand for themselves. */
const literally = (word: string): string => word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

const spaced = (word: string): string => separators.reduce((text, sign) => text.replaceAll(sign, ' '), word);

const apart = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  separators.reduce((inner, sign) => sql`replace(${inner}, ${sql.lit(sign)}, ' ')`, text);

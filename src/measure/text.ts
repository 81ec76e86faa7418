import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** What parts words, beside a blank. */
const separators = [
  ',',
  '.',
  ';',
  ':',
  '/',
  '-',
  '–',
  '(',
  ')',
  '&',
  '+',
  '|',
  '"',
  "'",
  '!',
  '?',
  '_',
  '\t',
  '\n',
  '\r',
];

/** Whether a text has a word in it: anywhere, as a whole word, or at its start. Case does not matter. Null where the text is empty. */
export function textHas(
  text: RawBuilder<unknown>,
  how: 'anywhere' | 'as a word' | 'at the start',
  word: string,
): RawBuilder<SqlBool> {
  const lower = sql`lower(${text})`;
  switch (how) {
    case 'anywhere':
      return like(lower, `%${literally(word)}%`);
    case 'at the start':
      return like(lower, `${literally(word)}%`);
    case 'as a word':
      return like(sql`' ' || ${apart(lower)} || ' '`, `% ${literally(spaced(word))} %`);
  }
}

const like = (text: RawBuilder<unknown>, pattern: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${text} like ${pattern} escape '\\'`;

/** A word in a pattern, where `%`, `_` and the backslash stand for themselves. */
const literally = (word: string): string => word.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

const spaced = (word: string): string => separators.reduce((text, sign) => text.replaceAll(sign, ' '), word);

const apart = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  separators.reduce((inner, sign) => sql`replace(${inner}, ${sql.lit(sign)}, ' ')`, text);

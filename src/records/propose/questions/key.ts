import type { About } from '../about.ts';
import { canBeNamed } from '../columns-of.ts';
import { tellsApart } from '../keys-of.ts';
import type { Question } from '../proposal.ts';

/** What tells one row from another, where no column is known to. */
export function keyQuestion({ columns, keys, sample }: About): Question | null {
  if (keys.some(({ key }) => key === 'key')) return null;
  const unique = columns.filter(
    (column) =>
      tellsApart(column) &&
      canBeNamed(column) &&
      /^(?:id|Salesforce id|text|number|choice)$/.test(column.profile.looks),
  );
  const choices = unique.map((column) => ({
    answer: column.name,
    means: `no two rows have the same, such as "${column.values[0] ?? ''}"`,
  }));
  return {
    name: 'key',
    asks: 'Which column tells one row from another?',
    example: `${sample.rows.length} rows were looked at`,
    choices: [...choices, { answer: 'row', means: 'none: each row is a record of its own' }],
    takes: 'one',
    suggested: choices.length === 1 ? (choices[0]?.answer ?? null) : null,
    adds: (answer) => ({ keys: [{ key: 'key', value: answer, confidence: 'answered', why: 'as you said' }] }),
  };
}

import type { Meaning } from '../values/meaning.ts';
import type { Condition } from '../values/tree.ts';
import { phrases, type PhraseTable } from './phrases.ts';

/** What a condition means to whoever asks: a query, a list of what it uses, a truth about one record. */
export function meaningOf<T>(m: Meaning<T>, condition: Condition): T {
  if (condition.is !== 'test') {
    const parts = condition.of.map((part) => meaningOf(m, part));
    if (condition.is === 'all') return m.all(parts);
    return condition.is === 'any' ? m.any(parts) : m.not(m.any(parts));
  }
  const table: PhraseTable = phrases;
  const row = table[condition.phrase];
  if (row === undefined) throw new Error(`There is no phrase "${condition.phrase}"`);
  return row.query(m, condition.slots);
}

import type { PlainRecord, Verdict } from '../values/plain.ts';
import type { Condition } from '../values/tree.ts';
import { phrases, type PhraseTable } from './phrases.ts';

/** Whether a condition is so of one record that is read plainly. A group waits as soon as one of its parts does. */
export function plainMeaningOf(record: PlainRecord, condition: Condition): Verdict {
  if (condition.is === 'test') {
    const table: PhraseTable = phrases;
    const row = table[condition.phrase];
    if (row === undefined) throw new Error(`There is no phrase "${condition.phrase}"`);
    return row.plain(record, condition.slots);
  }
  const parts = condition.of.map((part) => plainMeaningOf(record, part));
  const waits = parts.some((part) => part.waits);
  const holding = parts.filter((part) => part.holds).length;
  if (condition.is === 'all') return { holds: holding === parts.length, waits };
  return { holds: condition.is === 'any' ? holding > 0 : holding === 0, waits };
}

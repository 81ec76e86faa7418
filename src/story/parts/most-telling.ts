import type { Finding, Statement } from '../../values/statement.ts';
import { mostMissed } from '../statements/most-missed.ts';
import { movedBy } from '../statements/moved-by.ts';
import { number } from '../statements/statement-kind.ts';

/** A run that is longer than so many periods is no news. */
const longestNews = 12;
const isNews = ({ facts }: Statement) => facts['says'] !== 'stretch' || number(facts, 'run') <= longestNews;

/** How much of what it is about a statement accounts for, from 0 to 1; what only says again what the number asks comes after all others. */
function weight({ kind, facts }: Statement): number {
  if (kind === mostMissed.kind) {
    const part = number(facts, 'missed') / number(facts, 'allMissed');
    return facts['plain'] === true ? part - 1 : part;
  }
  if (facts['says'] !== 'level') return Math.min(1, number(facts, 'moved') / number(facts, 'difference'));
  const [value, without, earlier] = ['value', 'without', 'earlier'].map((name) => number(facts, name));
  return Math.min(1, ((value ?? 0) - (without ?? 0)) / ((value ?? 0) - (earlier ?? 0)));
}

/**
 * Of all breakdowns of a metric the one sentence that tells most of where to look: who makes up most of the misses of a promise that is off,
 * else who makes up most of a real change; of several the one that accounts for most, the first of equals. Null where there is none.
 */
export function mostTelling({ parts }: Pick<Finding, 'parts'>): Statement | null {
  const ofKind = (kind: string) =>
    parts.filter((said) => said.kind === kind && isNews(said)).toSorted((one, other) => weight(other) - weight(one));
  return ofKind(mostMissed.kind)[0] ?? ofKind(movedBy.kind)[0] ?? null;
}

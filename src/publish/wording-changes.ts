/** What a wording replaced in the one before it, in the words of the agreement. */
import { changeNames as en } from '../story/locale/en/changes.ts';
import type { Metric } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';
import { definitionOf, type SaidCondition, type SaidWording } from './definition.ts';

export interface TextChange {
  /** What it is about: `Kept when`. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

export interface WordingChange {
  /** The first day that it holds. */
  readonly from: Day;
  readonly replaced: readonly TextChange[];
}

const parts: readonly (readonly [what: string, says: (wording: SaidWording) => string])[] = [
  [en.parts.counts, ({ counts }) => counts],
  [en.parts.keptWhen, ({ keptWhen }) => all(keptWhen)],
  [en.parts.instead, ({ instead }) => instead.map((one) => `${one.for}: ${all(one.keptWhen)}`).join('; ')],
  [en.parts.exceptWhen, ({ exceptWhen }) => all(exceptWhen)],
  [en.parts.target, ({ target }) => target ?? ''],
  [en.parts.broken, ({ broken }) => broken ?? ''],
];

/** Every wording that took another one's place, newest first, with the parts that differ. What nobody said reads as `nothing`. */
export function wordingChanges(metric: Metric): WordingChange[] {
  const { wordings } = definitionOf(metric);
  return wordings.flatMap((wording, index): WordingChange[] => {
    const before = wordings[index + 1];
    if (!before || wording.from === null) return [];
    const replaced = parts.flatMap(([what, says]): TextChange[] => {
      const [from, to] = [says(before), says(wording)];
      return from === to ? [] : [{ what, from: from || en.nothing, to: to || en.nothing }];
    });
    return [{ from: wording.from, replaced }];
  });
}

const all = (conditions: readonly SaidCondition[]): string => conditions.map(inOne).join('; ');

/** A group in one line: `any of (…; …)`. */
function inOne(condition: SaidCondition): string {
  if (typeof condition === 'string') return condition;
  return Object.entries(condition)
    .map(([how, of]: [string, readonly SaidCondition[]]) => `${how} (${all(of)})`)
    .join('; ');
}

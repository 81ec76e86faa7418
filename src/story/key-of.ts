import { keyWords, stretchWords } from './locale/en/titles.ts';
import type { Subject } from './subject.ts';
import { wayOn } from './wording-on.ts';

/** Where kept, slipping and broken begin and end for the period that the page shows; '' without a target. */
export function keyOf({ metric, latest, target, broken, numbers }: Subject): string {
  const way = latest && wayOn(metric, latest.to);
  if (!way || target === null) return '';
  const level = broken === null || broken === target ? null : numbers.sentence(broken);
  const whole = metric.unit.unit === 'records' && broken !== null && broken !== target;
  const [first, last] = way === 'at least' ? [broken ?? 0, target - 1] : [target + 1, broken ?? 0];
  const between = whole ? wholeStretch(first, last, numbers.sentence) : null;
  return keyWords(way, numbers.sentence(target), level, between);
}

function wholeStretch(first: number, last: number, say: (value: number) => string): string | null {
  if (last < first) return null;
  return first === last ? say(first) : stretchWords(say(first), say(last));
}

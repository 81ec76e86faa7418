import { keyWords } from './locale/en-sentences.ts';
import type { Subject } from './subject.ts';
import { wayOn } from './wording-on.ts';

/** Where kept, slipping and broken begin and end for the period that the page shows; '' without a target. */
export function keyOf({ metric, latest, target, broken, numbers }: Subject): string {
  const way = latest && wayOn(metric, latest.to);
  if (!way || target === null) return '';
  const level = broken === null || broken === target ? null : numbers.sentence(broken);
  const whole = metric.unit.unit === 'records' && way === 'at least' && broken !== null;
  const between = whole ? wholeStretch(broken, target - 1, numbers.sentence) : null;
  return keyWords(way, numbers.sentence(target), level, between);
}

function wholeStretch(first: number, last: number, say: (value: number) => string): string | null {
  if (last < first) return null;
  return first === last ? say(first) : `${say(first)} to ${say(last)}`;
}

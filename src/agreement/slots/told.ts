import type { Told } from '../../values/tree.ts';
import { sayPath } from './paths.ts';

/** What a record tells, in words: `score`, `its lead's score`. */
export function sayTold(told: Told): string {
  if (told.value === 'field') return sayPath(told.path);
  throw new Error(`A ${told.value} value has no words yet`);
}

import type { Mark } from '../values/value.ts';
import { markNames, whyNames } from './locale/en/marks.ts';

/** The word beside a mark. A mark is never a colour alone. */
export function markWord({ mark, why }: Mark): string {
  return mark === 'none' && why ? whyNames[why] : markNames[mark];
}

/** The mark's shape, and so its class: none is a ring, dashed where a team has yet to agree. */
export function markShape({ mark, why }: Mark): 'kept' | 'slipping' | 'broken' | 'none' | 'draft' {
  return mark === 'none' && why === 'waiting for agreement' ? 'draft' : mark;
}

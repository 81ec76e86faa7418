import type { Mark } from '../values/value.ts';

const withoutMark = {
  'too early': 'Too early',
  'too few': 'Too few',
  'no target': 'No target',
  'waiting for agreement': 'Waiting for agreement',
  'two wordings': 'Two wordings',
  'not countable': 'Not countable yet',
  stale: 'Out of date',
  'not known': 'Not known',
} as const;

/** The word beside a mark. A mark is never a colour alone. */
export function markWord({ mark, why }: Mark): string {
  if (mark === 'none') return why ? withoutMark[why] : 'No mark';
  return { kept: 'Kept', slipping: 'Slipping', broken: 'Broken' }[mark];
}

/** The mark's shape, and so its class: none is a ring, dashed where a team has yet to agree. */
export function markShape({ mark, why }: Mark): 'kept' | 'slipping' | 'broken' | 'none' | 'draft' {
  return mark === 'none' && why === 'waiting for agreement' ? 'draft' : mark;
}

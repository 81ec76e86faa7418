/** English: the word beside a mark, and why there is none. */
import type { MarkWord, Why } from '../../../values/value.ts';

export const markNames: Record<MarkWord, string> = {
  kept: 'Kept',
  slipping: 'Slipping',
  broken: 'Broken',
  none: 'No mark',
};

export const whyNames: Record<Why, string> = {
  'too early': 'Too early',
  'too few': 'Too few',
  'no target': 'No target',
  'waiting for agreement': 'Waiting for agreement',
  'two wordings': 'Two wordings',
  'not countable': 'Not countable yet',
  stale: 'Out of date',
  'not known': 'Not known',
};

/** A figure of a length of time, for tests of what is measured of such. */
import * as c from './company.ts';
import type { Figure } from '../../../src/values/agreement.ts';
import type { FieldPath } from '../../../src/values/tree.ts';

/** `time to accept of handover: { is the: hours from assigned to accepted }` */
export const timeToAccept: Figure = {
  name: 'time to accept',
  slug: 'time-to-accept',
  kind: 'handover',
  term: null,
  inWords: '',
  is: {
    value: 'distance',
    unit: 'hours',
    from: c.moment('handover', 'assigned'),
    to: c.moment('handover', 'accepted'),
  },
  type: { is: 'duration', unit: 'hours' },
  at: c.metric('at', [c.wording('handover')]).at,
};
/** The way to it. */
export const pathToAccept: FieldPath = {
  from: 'handover',
  links: [],
  field: 'time to accept',
  type: timeToAccept.type,
  figure: true,
};

import { inWindow, isMoment } from '../moment-fits.ts';
import { phrase } from '../phrase.ts';
import { at } from './at.ts';
import { not } from './plainly.ts';

/** Moments: whether they have come, and where they lie beside others. */
export const moments = {
  'has happened': phrase({
    patterns: ['{moment:moment} has happened'],
    fits: ({ moment }) => at('moment', isMoment(moment)),
    query: (m, { moment }) => m.happened(moment),
    plain: (r, { moment }) => r.happened(moment),
    example: { of: 'handover', says: 'assigned has happened' },
  }),
  'has not happened': phrase({
    patterns: ['{moment:moment} has not happened'],
    fits: ({ moment }) => at('moment', isMoment(moment)),
    query: (m, { moment }) => m.not(m.happened(moment)),
    plain: (r, { moment }) => not(r.happened(moment)),
    example: { of: 'handover', says: 'accepted has not happened' },
  }),
  'is before or after': phrase({
    patterns: ['{moment:moment} is {order:order} {than:moment}'],
    fits: ({ moment, than }) => at('moment', isMoment(moment)) ?? at('than', isMoment(than)),
    query: (m, { moment, order, than }) => m.lies(moment, { when: 'order', order, than }),
    plain: (r, { moment, order, than }) => r.lies(moment, { when: 'order', order, than }),
    example: { of: 'opportunity', says: 'closed is on or after 2026-01-31' },
  }),
  'lies between': phrase({
    patterns: ['{moment:moment} is between {from:moment} and {to:moment}'],
    fits: ({ moment, from, to }) =>
      at('moment', isMoment(moment)) ?? at('from', isMoment(from)) ?? at('to', isMoment(to)),
    query: (m, { moment, from, to }) => m.lies(moment, { when: 'between', from, to }),
    plain: (r, { moment, from, to }) => r.lies(moment, { when: 'between', from, to }),
    example: { of: 'opportunity', says: 'closed is between 2026-01-01 and the end of the quarter of now' },
  }),
  'is on a working day': phrase({
    patterns: ['{moment:moment} is on a working day'],
    fits: ({ moment }) => at('moment', isMoment(moment)),
    query: (m, { moment }) => m.fallsOn(moment, 'a working day'),
    plain: (r, { moment }) => r.fallsOn(moment, 'a working day'),
    example: { of: 'lead', says: 'created is on a working day' },
  }),
  'is on a weekday': phrase({
    patterns: ['{moment:moment} is on {days:weekdays}'],
    fits: ({ moment }) => at('moment', isMoment(moment)),
    query: (m, { moment, days }) => m.fallsOn(moment, days),
    plain: (r, { moment, days }) => r.fallsOn(moment, days),
    example: { of: 'lead', says: 'created is on Saturday, Sunday' },
  }),
  'is within': phrase({
    patterns: ['{moment:moment} {window:window}', '{moment:moment} is {window:window}'],
    fits: ({ moment, window }) => at('moment', isMoment(moment)) ?? at('window', inWindow(moment, window)),
    query: (m, { moment, window }) => m.lies(moment, { when: 'window', window }),
    plain: (r, { moment, window }) => r.lies(moment, { when: 'window', window }),
    example: { of: 'handover', says: 'accepted within 5 business days of assigned' },
  }),
};

import type { Company } from '../../src/values/agreement.ts';

/** A small company in Berlin that counts in euros. */
export const company: Company = {
  name: 'Hollin Works',
  madeUp: true,
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  weekStarts: 1,
  fiscalYearStarts: 1,
  closesAfterWorkingDays: 5,
  calendar: 'office',
  returnsAfter: { amount: 90, unit: 'days' },
  reviewsEvery: null,
};

import { z } from 'zod';
import type { Company } from '../../values/agreement.ts';
import { months, units, weekdays, type Duration } from '../../values/tree.ts';
import { keys, oneWordOf, text, yesNo } from '../schema-words.ts';

/** Each word by its place in the list, from 1. */
function numbered(words: readonly string[]): Record<string, number> {
  return Object.fromEntries(words.map((word, index) => [word, index + 1]));
}

const currency = text.refine((code) => /^[A-Z]{3}$/.test(code), { error: 'a currency is three capitals, such as EUR' });

const timeZone = text.refine(isTimeZone, { error: 'no such time zone; write it like Europe/Berlin' });

/** `90 days`, `4 business hours`. */
export const duration = text.transform((written, context): Duration => {
  const [, amount, unit] = /^(\d+) +([a-z ]+?)s?$/.exec(written) ?? [];
  const known = units.find((candidate) => candidate === `${unit}s`);
  if (known && Number(amount) > 0) return { amount: Number(amount), unit: known };
  context.addIssue(`"${written}" is not a stretch of time; write it like "90 days" or "4 business hours"`);
  return z.NEVER;
});

const closes = text.transform((written, context) => {
  const [, days] = /^(\d+) business days? after$/.exec(written) ?? [];
  if (days !== undefined) return Number(days);
  context.addIssue(`I don't know "${written}"; write it like "5 business days after"`);
  return z.NEVER;
});

/** `every month`, `every 2 weeks`, `every quarter`. */
const every = text.transform((written, context): Duration => {
  const [, amount = '1', unit] = /^every (?:(\d+) )?(day|week|month|quarter)s?$/.exec(written) ?? [];
  if (unit !== undefined && Number(amount) > 0)
    return unit === 'quarter'
      ? { amount: 3 * Number(amount), unit: 'months' }
      : { amount: Number(amount), unit: `${unit as 'day' | 'week' | 'month'}s` };
  context.addIssue(`I don't know "${written}"; write it like "every month", "every 2 weeks" or "every quarter"`);
  return z.NEVER;
});

/** company.yml: who it is, and the settings that hold for every number. */
export const companySchema = keys({
  name: text.describe('The name of the company, as the page says it.'),
  'made up': yesNo.optional().describe('Whether every page says "made-up company": yes or no.'),
  currency: currency.describe('The currency that amounts are shown in, in three capitals: EUR.'),
  'time zone': timeZone.describe('Where its days begin and end: Europe/Berlin.'),
  'weeks start on': oneWordOf(numbered(weekdays))
    .optional()
    .describe('The first day of the week. Monday, if not said.'),
  'fiscal year starts in': oneWordOf(numbered(months))
    .optional()
    .describe('The month that the year of the plans starts with. January, if not said.'),
  closes: closes.optional().describe('When the marks of a period are fixed: 5 business days after.'),
  calendar: text.describe('The working hours of teams that name none, by their name in calendars.yml.'),
  'a person returns after': duration
    .optional()
    .describe('Someone qualified again within this time is the same handover. 90 days, if not said.'),
  reviews: every
    .optional()
    .describe(
      'How often both teams meet over the numbers: every month. The page of the next review says when it is due.',
    ),
});

/** The company as agreed: what is not said is as most companies have it. */
export function companyOf(said: z.infer<typeof companySchema>): Company {
  return {
    name: said.name,
    madeUp: said['made up'] ?? false,
    currency: said.currency,
    timeZone: said['time zone'],
    weekStarts: said['weeks start on'] ?? 1,
    fiscalYearStarts: said['fiscal year starts in'] ?? 1,
    closesAfterWorkingDays: said.closes ?? 5,
    calendar: said.calendar,
    returnsAfter: said['a person returns after'] ?? { amount: 90, unit: 'days' },
    reviewsEvery: said.reviews ?? null,
  };
}

/** Stands in for a company whose file is at fault, so that the other files can be read. */
export const unknownCompany: Company = companyOf({ name: '', currency: 'EUR', 'time zone': 'UTC', calendar: '' });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

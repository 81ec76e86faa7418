import { z } from 'zod';
import type { Currencies, Rate } from '../../values/agreement.ts';
import type { Day } from '../../values/period.ts';
import { dayPlus, isDay } from '../day.ts';
import { keyFault } from '../report.ts';
import type { Said } from '../said-files.ts';
import { oneWordOf, text } from '../schema-words.ts';

const kinds = oneWordOf({ plan: 'plan', month: 'month', day: 'day' });

const rate = text.transform((written, context) => {
  if (/^\d+(\.\d{1,6})?$/.test(written) && Number(written) > 0) return Number(written);
  context.addIssue(`"${written}" is not a rate; write it like 0.93, with at most six decimals`);
  return z.NEVER;
});

const time = text.refine((written) => (Object.keys(timeNames) as Kind[]).some((kind) => isTime(kind, written)), {
  error: 'rates are given by year, month or day: 2026, 2026-01 or 2026-01-31',
});

/** currencies.yml: `rates` says which kind of rate holds; every other key is a currency, with its rates by year, month or day. */
export const currenciesSchema = z
  .object({ rates: kinds.describe('Which kind of rate holds: plan (one for a year), month or day.') })
  .catchall(z.record(time, rate));

/** Rates with the local dates that they hold for. A day's rate holds until the next that is given. */
export function readCurrencies(file: Said<z.infer<typeof currenciesSchema>>, fiscalYearStarts: number): Currencies {
  const { rates: kind, ...rates } = file.said;
  for (const [currency, byTime] of Object.entries(rates)) {
    if (!/^[A-Z]{3}$/.test(currency))
      keyFault(file, [currency], `I don't know "${currency}:"`, 'a currency is three capitals, such as USD');
    const strange = Object.keys(byTime).filter((written) => !isTime(kind, written));
    for (const written of strange)
      keyFault(
        file,
        [currency, written],
        `"${written}" is not a ${timeNames[kind]}`,
        'all rates are of the kind that "rates:" says',
      );
  }
  return {
    kind,
    rates: Object.entries(rates).flatMap(([currency, byTime]) => ratesOf(kind, currency, byTime, fiscalYearStarts)),
  };
}

/** Without the file there is one currency. */
export const noCurrencies: Currencies = { kind: 'plan', rates: [] };

type Kind = Currencies['kind'];

const timeNames: Readonly<Record<Kind, string>> = {
  plan: 'year',
  month: 'month such as 2026-01',
  day: 'day such as 2026-01-31',
};

function isTime(kind: Kind, time: string): boolean {
  if (kind === 'plan') return /^\d{4}$/.test(time);
  return isDay(kind === 'month' ? `${time}-01` : time);
}

function ratesOf(
  kind: Kind,
  currency: string,
  byTime: Readonly<Record<string, number>>,
  fiscalYearStarts: number,
): Rate[] {
  const times = Object.keys(byTime)
    .filter((written) => isTime(kind, written))
    .sort();
  return times.map((time, index) => {
    const next = times[index + 1];
    const { from, to } = stretchOf(kind, time, next === undefined ? null : next, fiscalYearStarts);
    return { currency, from, to, rate: byTime[time] ?? Number.NaN };
  });
}

function stretchOf(
  kind: Kind,
  time: string,
  next: string | null,
  fiscalYearStarts: number,
): { from: Day; to: Day | null } {
  if (kind === 'day') return { from: time, to: next === null ? null : dayPlus(next, -1) };
  if (kind === 'month') return { from: `${time}-01`, to: dayPlus(firstOfMonth(time, 1), -1) };
  const startsIn = fiscalYearStarts === 1 ? Number(time) : Number(time) - 1;
  const from = `${startsIn}-${String(fiscalYearStarts).padStart(2, '0')}`;
  return { from: `${from}-01`, to: dayPlus(firstOfMonth(from, 12), -1) };
}

/** The first day of the month so many months after the month `2026-01`. */
function firstOfMonth(month: string, after: number): Day {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of - 1 + after, 1)).toISOString().slice(0, 10);
}

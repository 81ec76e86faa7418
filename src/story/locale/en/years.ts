/** English: this year beside the one before it. */
import type { Period } from '../../../values/period.ts';
import { capital, monthAndYear, ordinals, sentence, shortMonth } from './forms.ts';

export const nothing = '–';
/** `FY2026` is told as `2026`. */
export const yearOf = (name: string) => name.replace(/^FY/, '');
export const yearsHeading = 'This year and the last';
export const yearsTitle = (title: string, now: string, then: string) => sentence(`${title} in ${now} and in ${then}`);
export const pointSays = (period: string, value: string) => `${capital(period)}: ${value}`;
export const yearsDescription = (measured: string, pairs: readonly (readonly [string, string])[]) =>
  `${sentence(measured)} ${pairs.map((pair) => pair.filter((side) => side !== '').join(', ')).join('; ')}.`;
const quarterOf = ({ name }: Period) => Number(/-Q(\d)$/.exec(name)?.[1] ?? 1);
/** A month or a quarter where its year stands beside it: `October`, `Third quarter`. */
export const periodInYear = (period: Period) =>
  period.grain === 'quarter'
    ? `${capital(ordinals[quarterOf(period) - 1] ?? '')} quarter`
    : monthAndYear(period.from).replace(/\s\d{4}$/u, '');
/** The same at a chart's foot: `Oct`, `Q3`. */
export const tickInYear = (period: Period) =>
  period.grain === 'quarter' ? `Q${quarterOf(period)}` : shortMonth(period.from, false);
export const countsHead = 'Counts';
export const periodHead = (grain: Period['grain']) => capital(grain);
export const endWords = (year: string, value: string) => `${value} ${year}`;
export const byTodays = 'Both years are counted by today’s wording.';
export const legend = (now: string, then: string) => `Thick line: ${now}. Thin line: ${then}.`;

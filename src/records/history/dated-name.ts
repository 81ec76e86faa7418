import { dayOfNumber, daySeconds, numberOfDay } from '../../calendar/local-date.ts';
import type { LocalTime } from '../../calendar/local-time.ts';

/** How files' names tell when they were written: `deals-YYYY-MM-DD.csv`. */
export interface DatedName {
  /** As the source says it. */
  readonly template: string;
  /** Fits a name, with groups for what the template names: `YYYY`, `MM`, `DD`, and where it does `HH`, `mm`, `ss`. */
  readonly fits: RegExp;
}

const dateInName = /(YYYY|MM|DD)([-_. ]?)(YYYY|MM|DD)([-_. ]?)(YYYY|MM|DD)(?:([T_ -]?)HH([-_.h]?)mm(?:([-_.m]?)ss)?)?/;

/** Reads a template; null where no date stands in it, of a year of four digits, a month and a day. */
export function datedNameOf(template: string): DatedName | null {
  const found = dateInName.exec(template);
  if (!found || new Set([found[1], found[3], found[5]]).size < 3) return null;
  const date = literal(found[0]).replaceAll(/YYYY|MM|DD|HH|mm|ss/g, (part) => `(?<${part}>\\d{${part.length}})`);
  const [before, after] = [template.slice(0, found.index), template.slice(found.index + found[0].length)];
  return { template, fits: new RegExp(`(?:^|/)${literal(before)}${date}${literal(after)}(?:\\.gz)?$`) };
}

function literal(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '[^/]*');
}

/**
 * When a file was written by its name, seconds since 1970, on the company's clock: a day counts to its end. Null where the name does not
 * fit, or its date is none.
 */
export function instantOfName(name: string, { fits }: DatedName, clock: LocalTime): number | null {
  const parts = fits.exec(name)?.groups;
  if (!parts) return null;
  const day = `${parts['YYYY']}-${parts['MM']}-${parts['DD']}`;
  const number = (part: string): number => Number(parts[part] ?? 0);
  const [hour, minute, second] = [number('HH'), number('mm'), number('ss')];
  if (dayOfNumber(numberOfDay(day)) !== day || hour > 23 || minute > 59 || second > 59) return null;
  const local = numberOfDay(day) * daySeconds;
  if (parts['HH'] === undefined) return clock.instant(local + daySeconds) - 1;
  return clock.instant(local + hour * 3600 + minute * 60 + second);
}

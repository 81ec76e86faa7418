/** A small company somewhere: its zone, its year, its hours, its currencies, and the time that its records lie around. */
import { Temporal } from 'temporal-polyfill';
import type { Chance } from './chance.ts';

export interface AnyCompany {
  readonly zone: string;
  /** Files of the agreement, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Something happens to the clock or the calendar about here, in seconds since 1970. */
  readonly around: number;
  readonly asOf: number;
}

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Honolulu',
] as const;

/** A leap day, ends of years and quarters, and the nights on which the clocks of Berlin, New York and Lord Howe change. */
const times = [
  '2025-06-30T12:00Z',
  '2024-02-29T12:00Z',
  '2024-12-31T20:00Z',
  '2025-03-30T01:00Z',
  '2025-10-26T01:00Z',
  '2025-03-09T07:00Z',
  '2025-11-02T06:00Z',
  '2025-04-05T15:00Z',
  '2025-10-04T15:30Z',
] as const;

const months = ['January', 'February', 'April', 'July', 'October'] as const;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const day = 86_400;

export function anyCompany(chance: Chance): AnyCompany {
  const zone = chance.one(zones);
  const around = Temporal.Instant.from(chance.one(times)).epochMilliseconds / 1000;
  const asOf = around + chance.whole(-5, 40) * day + chance.whole(-day, day);
  const company = [
    'name: Any Company',
    'made up: yes',
    'currency: EUR',
    `time zone: ${zone}`,
    `weeks start on: ${chance.one(['Monday', 'Sunday', 'Saturday'])}`,
    `fiscal year starts in: ${chance.one(months)}`,
    'calendar: office',
  ];
  const team = (name: string) => `${name}:\n  name: ${name}\n  lead: A\n  sponsor: B\n  calendar: office\n`;
  return {
    zone,
    around,
    asOf,
    files: {
      'company.yml': company.join('\n'),
      'teams.yml': team('sales') + team('marketing'),
      'calendars.yml': `office:\n${hours(chance, around)}odd:\n${hours(chance, around)}never:\n  open: {}\n`,
      'currencies.yml': currencies(chance),
    },
  };
}

/** Usual hours, a lunch break, short nights, round the clock; holidays near the time that matters. */
function hours(chance: Chance, around: number): string {
  const usual = chance.often(5);
  const anyHours = () =>
    chance.one([
      '9:00 to 17:00',
      '[9:00 to 12:00, 13:00 to 17:30]',
      '0:00 to 24:00',
      '1:15 to 3:45',
      '18:00 to 24:00',
      '[0:00 to 2:30, 22:00 to 24:00]',
      '12:00 to 12:15',
    ]);
  const open = usual
    ? weekdays.slice(0, 5).map((one) => [one, '9:00 to 17:00'])
    : chance.some(weekdays).map((one) => [one, anyHours()]);
  const lines = (open.length === 0 ? [['Wednesday', anyHours()]] : open).map(([name, time]) => `    ${name}: ${time}`);
  const holidays = [...new Set([1, 2, 3].map(() => chance.whole(-6, 6)))].map(
    (days) => `    ${new Date((around + days * day) * 1000).toISOString().slice(0, 10)}: Holiday`,
  );
  return `  open:\n${lines.join('\n')}\n  holidays:\n${holidays.join('\n')}\n`;
}

/** Rates of a year, of months with a hole, or from a day on. */
function currencies(chance: Chance): string {
  const rate = () => chance.one(['0.9', '1.1', '0.333333', '0.005', '123.456789'].map(String) as [string, ...string[]]);
  switch (chance.one(['plan', 'month', 'day'])) {
    case 'plan':
      return `rates: plan\nUSD:\n  2024: ${rate()}\n  2025: ${rate()}\n  2026: ${rate()}\nGBP:\n  2025: ${rate()}\n`;
    case 'month':
      return `rates: month\nUSD:\n  2025-03: ${rate()}\n  2025-06: ${rate()}\n  2025-07: ${rate()}\nGBP:\n  2024-12: ${rate()}\n`;
    default:
      return `rates: day\nUSD:\n  2024-01-01: ${rate()}\n  2025-03-30: ${rate()}\n  2025-07-01: ${rate()}\nGBP:\n  2025-01-01: ${rate()}\n`;
  }
}

/** How a reader takes English numbers, amounts, lengths and times: what each stands for, and how exactly. */
import type { MetricValue } from '../../../src/values/value.ts';
import type { Raw } from './raw.ts';

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const few = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const currencies = 'euros?|US dollars?|Japanese yen|British pounds?|Swiss francs?';

const figures = '[\\d,]*\\d(?:\\.\\d+)?';
const month = `(?:${months.join('|')})`;

/** What may stand where a pattern has a name in braces with one of these after it. */
export const forms = {
  amount: `[−-]?[€$£¥]?${figures}(?:%| (?:million|billion)(?: (?:${currencies}))?| (?:${currencies})|(?:bn|m)(?: (?:${currencies}))?)?(?: (?:business )?(?:minutes?|hours?|days?)| times?| points?)?|\\d+ ${month} \\d{4}|none|nothing`,
  count: `${figures}|${few.slice(1).join('|')}|${few
    .slice(1)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('|')}`,
  period: `[Tt]oday|${month}(?: \\d{4})?|[Tt]he (?:first|second|third|fourth) quarter(?: of \\d{4})?|all time|\\d{4}`,
  day: `\\d+ ${month}(?: \\d{4})?`,
  since: `\\d+ ${month}(?: \\d{4})?|${month} \\d{4}`,
  any: '.+?',
} as const;
export type Form = keyof typeof forms;

/** A number as it is said, in the metric's own unit. So far may what it stands for lie to either side. */
export interface Amount {
  readonly is: number;
  readonly half: number;
}

const plain = (text: string) => Number(text.replaceAll(',', ''));
const decimalsIn = (text: string) => text.split('.')[1]?.length ?? 0;

export const readCount = (text: string): number =>
  few.includes(text.toLowerCase()) ? few.indexOf(text.toLowerCase()) : plain(text);

const minorOf = (raw: Raw): number => {
  const { unit } = raw.metric;
  const currency = unit.unit === 'money' ? unit.currency : raw.agreement.company.currency;
  return currency === 'JPY' ? 1 : 100;
};

/** What people round such a number to, in its own unit: whole percents; three figures of amounts; tenths of short lengths. */
export function stepOf(raw: Raw, value: number): number {
  const { unit } = raw.metric;
  const three = 10 ** (Math.floor(Math.log10(Math.max(Math.abs(value), 1)) + 1e-12) - 2);
  if (unit.unit === 'share') return 0.01;
  if (unit.unit === 'records' || unit.unit === 'day') return Number.isInteger(value) ? 0 : 1;
  if (unit.unit === 'money') return Math.max(three, minorOf(raw));
  if (unit.unit === 'times') return 0.1;
  if (unit.unit === 'number') return Math.max(three, 0.1);
  return Math.abs(value) < 1 && unit.of.endsWith('hours') ? 1 / 60 : Math.abs(value) < 10 ? 0.1 : Math.max(three, 1);
}

/** The place of the last figure that is no zero, and none coarser than such numbers are rounded to. */
function halfOf(text: string, is: number, scale: number, usual: number): number {
  const isWhole = (step: number) => Math.abs(is / step - Math.round(is / step)) < 1e-6;
  let place = 10 ** -decimalsIn(text) * scale;
  if (usual > place && isWhole(usual)) return usual / 2;
  if (is === 0) return place / 2;
  while (place * 10 < usual && isWhole(place * 10)) place *= 10;
  return place / 2;
}

/** Of a metric's number. `unit`: what a bare number is in, told elsewhere in the sentence. */
export function readAmount(text: string, raw: Raw, size = 1): Amount {
  const { unit } = raw.metric;
  const said = text.replace('−', '-');
  if (said === 'none' || said === 'nothing') return { is: 0, half: 0 };
  if (unit.unit === 'day') return { is: dayNumber(said), half: 0 };
  const [number = '0'] = /\d[\d,]*(?:\.\d+)?/u.exec(said) ?? [];
  const sign = said.startsWith('-') ? -1 : 1;
  const sized = / million|\dm\b/u.test(said) ? 1e6 : / billion|\dbn\b/u.test(said) ? 1e9 : size;
  const scale = sized * scaleOf(said, raw);
  const is = sign * plain(number) * scale;
  const inMinutes = /minute/u.test(said);
  return { is, half: halfOf(number, is, scale, inMinutes ? 1 / 60 : Math.abs(stepOf(raw, is))) };
}

function scaleOf(said: string, raw: Raw): number {
  const { unit } = raw.metric;
  if (unit.unit === 'share') return /%|point/u.test(said) ? 0.01 : Number.NaN;
  if (unit.unit === 'money') return minorOf(raw);
  return unit.unit === 'duration' && /minute/u.test(said) && !/minute/u.test(unit.of) ? 1 / 60 : 1;
}

const dayNumber = (said: string): number => Date.parse(`${dayOf(said, '2099-12-31')}T00:00:00Z`) / 86_400_000;

/** Whether a number is what is said, within the rounding that it shows. */
export const isAbout = (value: number | null | undefined, { is, half }: Amount): boolean =>
  value != null && Math.abs(value - is) <= half * (1 + 1e-6) + 1e-9 * Math.max(1, Math.abs(value));

/** Whether two numbers lie so far apart, as a reader would work it out from the rounded ones. */
export function liesApart(raw: Raw, value: number, from: number, text: string): boolean {
  const { is, half } = readAmountApart(text, raw);
  const room = half + (stepOf(raw, value) + stepOf(raw, from)) / 2;
  return Math.abs(Math.abs(value - from) - is) <= room * (1 + 1e-6) + 1e-9;
}

/** Days lie days apart, whatever they are. */
const readAmountApart = (text: string, raw: Raw): Amount =>
  raw.metric.unit.unit === 'day' ? { is: plain(/\d[\d,]*/u.exec(text)?.[0] ?? '0'), half: 0 } : readAmount(text, raw);

const two = (number: number) => String(number).padStart(2, '0');

/** A day; without a year the next one before `until`. */
export function dayOf(said: string, until: string): string {
  const [, day = '1', name = '', year] = /^(?:(\d+) )?(\p{L}+)(?: (\d{4}))?$/u.exec(said) ?? [];
  const rest = `${two(months.indexOf(name) + 1)}-${two(Number(day))}`;
  if (year) return `${year}-${rest}`;
  const own = Number(until.slice(0, 4));
  return `${own}-${rest}` <= until ? `${own}-${rest}` : `${own - 1}-${rest}`;
}

/** The first day of a period: without a year it is the newest that began by today. */
export function firstDayOf(said: string, { today }: Raw): string {
  if (/^\d{4}$/u.test(said)) return `${said}-01-01`;
  const quarter = /^[Tt]he (\w+) quarter(?: of (\d{4}))?$/u.exec(said);
  if (!quarter) return dayOf(said, today);
  const at = ['first', 'second', 'third', 'fourth'].indexOf(quarter[1] ?? '');
  return dayOf(`${months[at * 3] ?? ''}${quarter[2] ? ` ${quarter[2]}` : ''}`, today);
}

/** The row of the whole for a period by its name. */
export function rowOf(said: string, raw: Raw): (typeof raw.series)[number] | undefined {
  if (/^(?:[Tt]oday|all time)$/u.test(said)) return raw.series.find(({ grain }) => grain === 'all');
  return raw.series.find(({ from }) => from === firstDayOf(said, raw));
}

const grainOf = (said: string): string => (/^\d/u.test(said) ? 'year' : /quarter/u.test(said) ? 'quarter' : 'month');

/** The same among any rows. */
export const rowAmong = <Row extends Pick<MetricValue, 'from' | 'grain'>>(
  rows: readonly Row[],
  said: string,
  raw: Raw,
): Row | undefined =>
  rows.find(({ from, grain }) =>
    grain === 'all' ? /^(?:[Tt]oday|all time)$/u.test(said) : grain === grainOf(said) && from === firstDayOf(said, raw),
  );

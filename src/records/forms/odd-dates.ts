import { dayOfNumber } from '../../calendar/local-date.ts';
import { noSuchDay } from './clock-reading.ts';
import type { ClockReading, DateReading } from './clock-reading.ts';
import { compileDateForm } from './date-form.ts';
import { likelyFits } from './likely-dates.ts';
import type { Fit } from './likely-dates.ts';
import type { LineNow } from './moment.ts';
import { Refusal, Uncertain } from './reading.ts';
import { sayDay } from './say-day.ts';

/** So many values of a column are looked at to tell what they may be; the run has stopped by then. */
const lookedAt = 1000;

/** A value of a column, with the line that it stands in and the forms that it may be written in. */
interface Example {
  readonly text: string;
  readonly line: number;
  readonly forms: readonly string[];
}

/** Hears of a column's dates, and says what is wrong with those that no declared or certain form reads. */
export interface OddDates {
  /** Told of a value that was read. Uncertain where others in the column are written in another way. */
  wellWritten(text: string): Uncertain | null;
  /** Told of one that was not read, or is no day by the declared form. */
  oddity(text: string, reading: null | typeof noSuchDay): Refusal | Uncertain;
}

export function oddDates(
  declared: readonly string[],
  language: string,
  key: 'dates' | 'instants',
  line: LineNow,
): OddDates {
  let good: Example | null = null;
  let odd: Example | null = null;
  let last: Uncertain | null = null;
  let count = 0;
  return {
    wellWritten(text) {
      good ??= { text, line: line(), forms: [formOf(text, declared, language)] };
      return odd === null ? null : twoWays(good, odd, key);
    },
    oddity(text, reading) {
      if (last && count > lookedAt) return last;
      count += 1;
      const fits = likelyFits(text);
      const may = fits.filter((fit): fit is Fit & { reading: ClockReading } => fit.reading !== noSuchDay);
      if (may.length === 0) return refusalOf(text, declared, reading ?? (fits.length > 0 ? noSuchDay : null), key);
      const here = { text, line: line(), forms: may.map(({ form }) => form) };
      const common = odd?.forms.filter((form) => here.forms.includes(form)) ?? here.forms;
      const other = common.length === 0 ? odd : good;
      odd ??= here;
      if (common.length > 0) odd = { ...odd, forms: common };
      last = other ? twoWays(other, here, key) : sayMay(text, may, declared, key);
      return last;
    },
  };
}

function formOf(text: string, declared: readonly string[], language: string): string {
  return declared.find((form) => compileDateForm(form, language)?.(text) !== null) ?? 'YYYY-MM-DD';
}

function twoWays(one: Example, other: Example, key: string): Uncertain {
  const say = ({ text, line, forms }: Example): string => `"${text}" (line ${line}: ${forms.join(' or ')})`;
  const [first, second] = one.line <= other.line ? [one, other] : [other, one];
  const pairs = first.forms.flatMap((form) => second.forms.map((each) => [form, each]));
  const apart = pairs.filter(([a = '', b = '']) => !areConfused(a, b)).map((pair) => `${key}: [${pair.join(', ')}]`);
  const fix =
    apart.length > 0
      ? `declare both: ${apart.join(', or ')}`
      : 'nothing tells which of the two any other value is in, so export the column in one form';
  return new Uncertain(`two ways of writing: ${say(first)} and ${say(second)}`, fix, 'two ways');
}

function sayMay(
  text: string,
  may: readonly (Fit & { readonly reading: ClockReading })[],
  declared: readonly string[],
  key: 'dates' | 'instants',
): Uncertain {
  const readings = new Set(may.map(({ reading }) => sayDay(dayOfNumber(reading.dayNumber))));
  const forms = may.map(({ form, language }) => {
    return `${key}: ${form}${language === null || language === 'en' ? '' : ` with language: ${language}`}`;
  });
  const not = declared.length > 0 ? `is not written as ${declared.join(' or ')}, but ` : '';
  return new Uncertain(`"${text}" ${not}may be ${[...readings].join(' or ')}`, `declare which: ${forms.join(', or ')}`);
}

/** A clock time with letters behind it that name a zone, or several: CST is one of Chicago, Havana and Shanghai. */
const zoneLetters = /^(.*\d.*?)\s+([A-Z]{2,5})$/;

function refusalOf(
  text: string,
  declared: readonly string[],
  reading: DateReading,
  key: 'dates' | 'instants',
): Refusal | Uncertain {
  const [, rest = '', letters = ''] = zoneLetters.exec(text) ?? [];
  const form = /\d:\d/.test(rest) ? formOfRest(rest) : null;
  if (form !== null) {
    return new Uncertain(
      `"${text}" names its time zone by the letters "${letters}", which may stand for several`,
      `declare the zone and the letters: time zone: Europe/Berlin, ${key}: ${form} [${letters}]`,
    );
  }
  if (reading === noSuchDay) return new Refusal('is no day of the calendar');
  return new Refusal(declared.length > 0 ? `is not written as ${declared.join(' or ')}` : 'is no date');
}

function formOfRest(text: string): string | null {
  if (/^\d{4}-\d\d-\d\d /.test(text)) return /:\d\d:\d\d$/.test(text) ? 'YYYY-MM-DD HH:mm:ss' : 'YYYY-MM-DD HH:mm';
  return likelyFits(text)[0]?.form ?? null;
}

/** A date in digits, so that it can be seen whether another form would read it as another day. */
const probe: Readonly<Record<string, string>> = {
  YYYY: '2003',
  YY: '03',
  MM: '04',
  M: '4',
  DD: '05',
  D: '5',
  HH: '06',
  H: '6',
  hh: '06',
  h: '6',
  mm: '07',
  ss: '08',
  SSS: '009',
  A: 'AM',
  Z: 'Z',
};

/** Whether some text is one day by one form and another day by the other, so that a column can't be read by both. */
export function areConfused(one: string, other: string): boolean {
  const misreads = (written: string, by: string): boolean => {
    const text = written.replaceAll(/YYYY|YY|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|Z/g, (piece) => probe[piece] ?? piece);
    const [right, wrong] = [compileDateForm(written)?.(text), compileDateForm(by)?.(text)];
    if (typeof right !== 'object' || typeof wrong !== 'object' || right === null || wrong === null) return false;
    return right.dayNumber !== wrong.dayNumber;
  };
  return misreads(one, other) || misreads(other, one);
}

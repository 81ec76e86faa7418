import type { DecimalReader } from './decimal.ts';
import { Refusal, Uncertain } from './reading.ts';
import { bareWord } from './words-of-dates.ts';

/** Units that lengths of time are written and kept in, in seconds. A day is 24 hours. */
export const durationUnits = { seconds: 1, minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 } as const;
export type DurationUnit = keyof typeof durationUnits;

/** What can be declared of lengths whose text does not tell: what `1:30` is, and what the unit of a bare number is. */
export const durationForms = ['h:mm', 'm:ss', ...(Object.keys(durationUnits) as DurationUnit[])] as const;
export type DurationForm = (typeof durationForms)[number];

export function isDurationUnit(text: string): text is DurationUnit {
  return Object.hasOwn(durationUnits, text);
}

export function isDurationForm(text: string): text is DurationForm {
  return (durationForms as readonly string[]).includes(text);
}

const english: Readonly<Record<DurationUnit, readonly string[]>> = {
  seconds: ['s', 'sec', 'secs', 'second', 'seconds'],
  minutes: ['m', 'min', 'mins', 'minute', 'minutes'],
  hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
  days: ['d', 'day', 'days'],
  weeks: ['w', 'wk', 'wks', 'week', 'weeks'],
};

const clock = /^(\d+):([0-5]\d):([0-5]\d)$/;
const halfClock = /^(\d+):([0-5]\d)$/;
const iso = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const bareNumber = /^\d+(?:[.,]\d+)?$/;
const pieces = /^(?:(?:^|[\s,]*(?:and\s+)?)\d+(?:[.,]\d+)?\s*[\p{L}\p{M}]+\.?)+$/u;

/**
 * Reads a length of time as seconds: `2h 15m`, `90 min`, `1 day 3 hours`, `PT15M` and `1:02:03` are certain; `1:30` and `90` are what is
 * declared. Unit names are English and those of the language.
 */
export function durationReader(
  declared: readonly DurationForm[],
  language: string,
  decimal: DecimalReader,
): (text: string) => number | Refusal | Uncertain {
  const units = unitsOf(language);
  const halves = declared.find((form) => form === 'h:mm' || form === 'm:ss');
  const bare = declared.find(isDurationUnit);
  const readBare = (text: string): number | Refusal | Uncertain => {
    if (halfClock.test(text)) {
      if (!halves) return sayHalves(text);
      const [whole = 0, part = 0] = text.split(':').map(Number);
      return halves === 'h:mm' ? whole * 3600 + part * 60 : whole * 60 + part;
    }
    if (Number(text) === 0) return 0;
    if (!bare) return sayBare(text);
    const number = decimal(text);
    return typeof number === 'string' ? Number(number) * durationUnits[bare] : number;
  };
  return (text) => {
    if (text.startsWith('-')) {
      const length = readLength(text.slice(1).trimStart());
      return typeof length === 'number' ? -length || 0 : length;
    }
    return readLength(text);
  };
  function readLength(text: string): number | Refusal | Uncertain {
    const [, hours, minutes, seconds] = clock.exec(text) ?? [];
    if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (halfClock.test(text) || bareNumber.test(text)) return readBare(text);
    if (pieces.test(text)) return inPieces(text, units, language, decimal);
    return isoLength(text) ?? new Refusal('is no length of time, such as 2h 15m, 90 min or 1:02:03');
  }
}

function isoLength(text: string): number | null {
  const found = iso.exec(text);
  if (!found || /^P$|T$/i.test(text)) return null;
  const [weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  const whole = (weeks ?? 0) * durationUnits.weeks + (days ?? 0) * durationUnits.days;
  return whole + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

function inPieces(
  text: string,
  units: ReadonlyMap<string, number>,
  language: string,
  decimal: DecimalReader,
): number | Refusal | Uncertain {
  let sum = 0;
  for (const [, count = '', name = ''] of text.matchAll(/(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}]+)/gu)) {
    const unit = units.get(bareWord(name, language));
    if (unit === undefined) {
      return new Refusal(`has "${name}" for a unit; expected weeks, days, hours, minutes or seconds`);
    }
    const number = decimal(count);
    if (typeof number !== 'string') return number;
    sum += Number(number) * unit;
  }
  return sum;
}

function sayHalves(text: string): Uncertain {
  const [first, second] = text.split(':').map(Number);
  return new Uncertain(
    `"${text}" may be ${first} hours and ${second} minutes, or ${first} minutes and ${second} seconds`,
    'declare which: durations: h:mm, or durations: m:ss',
  );
}

function sayBare(text: string): Uncertain {
  return new Uncertain(`"${text}" is a length of time without a unit`, 'declare it: durations: minutes', 'unit');
}

/** The names of units in English and in the language, in seconds. A language's own word wins. */
function unitsOf(language: string): ReadonlyMap<string, number> {
  const all = (Object.keys(durationUnits) as DurationUnit[]).flatMap((unit) => {
    const names = [...english[unit], ...namesOf(unit, language)];
    return names.map((name) => [bareWord(name, language), durationUnits[unit]] as const);
  });
  return new Map(all);
}

function namesOf(unit: DurationUnit, language: string): string[] {
  const displays = ['long', 'short', 'narrow'] as const;
  return displays.flatMap((unitDisplay) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit: unit.slice(0, -1), unitDisplay });
    return [1, 2, 5].map((count) => format.formatToParts(count).find(({ type }) => type === 'unit')?.value ?? '');
  });
}

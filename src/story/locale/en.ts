/** English: how numbers, days, periods and lists are said, and the words on charts. Sentences are in `en-sentences.ts`. */
import { Temporal } from 'temporal-polyfill';
import type { Day, Period } from '../../values/period.ts';
import type { Unit } from '../../values/tree.ts';
import type { OutcomeSense } from '../outcome-sense.ts';

const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore
export const small = [
  'none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
] as const; // prettier-ignore
const ordinals = ['first', 'second', 'third', 'fourth'] as const;

/** Keeps what belongs together on one line. */
export const tie = (text: string) => text.replaceAll(' ', '\u00a0');

/** Apostrophes and quotes as print has them. */
export const typographic = (text: string) => text.replace(/(\p{L})'(?=\p{L}|\s|$)/gu, '$1’');

const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const finer = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** With a minus sign as print has it. */
export const plainNumber = (value: number) => figures.format(value).replace('-', '−');

/** `three`, `14`. */
export const inWords = (count: number) =>
  (count >= 0 && Number.isInteger(count) ? small[count] : undefined) ?? plainNumber(count);

export const counted = (count: number, one: string, many: string) =>
  `${plainNumber(count)} ${count === 1 ? one : many}`;

/** From 0 to 1. */
export const share = (value: number) => `${finer.format(Number((value * 100).toFixed(6)))}%`;

/** A currency's sign or name, for one or for many. */
function currencyWord(currency: string, display: 'symbol' | 'name', count = 2): string {
  const options = { style: 'currency', currency, currencyDisplay: display, maximumFractionDigits: 0 } as const;
  const parts = new Intl.NumberFormat('en', options).formatToParts(count);
  const word = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return display === 'symbol' && /\p{L}$/u.test(word) ? `${word}\u00a0` : word;
}

/** A size with its word: millions and billions; below, figures with separators. Major units; `cents`: how many figures a part has. */
function sized(value: number, cents: number): { figures: string; million: boolean; billion: boolean } {
  const size = Math.abs(value);
  const [billion, million] = [size >= 1e9, size >= 1e6 && size < 1e9];
  const scaled = Number((billion ? value / 1e9 : million ? value / 1e6 : value).toFixed(6));
  const part = !million && !billion && !Number.isInteger(scaled);
  const options = { minimumFractionDigits: part ? cents : 0, maximumFractionDigits: 6 };
  return {
    figures: part ? new Intl.NumberFormat('en', options).format(scaled) : finer.format(scaled),
    million,
    billion,
  };
}

/** `€1.94m`. */
export function moneyInShort(major: number, currency: string, least = 0): string {
  const { figures, million, billion } = sized(Math.abs(major), least);
  return `${major < 0 ? '−' : ''}${currencyWord(currency, 'symbol')}${figures}${billion ? 'bn' : million ? 'm' : ''}`;
}

/** `1.94 million euros`. */
export function moneyInFull(major: number, currency: string, least = 0): string {
  const { figures, million, billion } = sized(Math.abs(major), least);
  const size = billion ? ' billion' : million ? ' million' : '';
  return `${major < 0 ? '−' : ''}${tie(`${figures}${size}`)} ${currencyWord(currency, 'name', major === 1 ? 1 : 2)}`;
}

/** `€1,943,218`. */
export const digits = (major: number, currency: string) =>
  `${major < 0 ? '−' : ''}${currencyWord(currency, 'symbol')}${plainNumber(Math.abs(major))}`;

/** Shares lie points apart, never percent. */
export function distanceOf(apart: number, points: boolean, say: (apart: number) => string): string {
  return points ? counted(Number((apart * 100).toFixed(4)), 'point', 'points') : say(apart);
}

/** `2.8 times`. */
export const timesWords = (value: number) => `${plainNumber(value)}\u00a0times`;

/** `1 business hour`, `4.2 business hours`; its last word stays with what stands before it. */
export function durationWords(amount: number, unit: Unit): string {
  return `${plainNumber(amount)}\u00a0${Math.abs(amount) === 1 ? unit.replace(/s$/, '') : unit}`;
}

export const dayWords = (day: Day) => {
  const { day: date, month } = Temporal.PlainDate.from(day);
  return tie(`${date} ${months[month - 1]}`);
};
export const longDay = (day: Day) => `${dayWords(day)}\u00a0${Temporal.PlainDate.from(day).year}`;
export const monthAndYear = (day: Day) => {
  const { month, year } = Temporal.PlainDate.from(day);
  return tie(`${months[month - 1]} ${year}`);
};
/** For the foot of a chart: `Jan 2026`, `July`. */
const shortMonth = (day: Day, withYear: boolean) => {
  const { month, year } = Temporal.PlainDate.from(day);
  const name = months[month - 1] ?? '';
  const short = name.length > 4 ? name.slice(0, 3) : name;
  return withYear ? `${short} ${year}` : short;
};

const noDate = 'no date';
/** In a period's place, for what is counted as things stand. */
export const asOfToday = 'today';

/** How a period is called in a sentence; with its year where it is not one of the last twelve months. */
export function periodWords(period: Period, seenFrom: Day): string {
  const from = Temporal.PlainDate.from(period.from);
  const recent = Temporal.PlainDate.compare(from.add({ months: 12 }), Temporal.PlainDate.from(seenFrom)) > 0;
  switch (period.grain) {
    case 'day':
      return recent ? dayWords(period.from) : longDay(period.from);
    case 'week':
      return `the week of ${recent ? dayWords(period.from) : longDay(period.from)}`;
    case 'month':
      return recent ? (months[from.month - 1] ?? '') : monthAndYear(period.from);
    case 'quarter': {
      const [, year = '', quarter = '1'] = /^FY(\d+)-Q(\d)$/.exec(period.name) ?? [];
      return `the ${ordinals[Number(quarter) - 1]} quarter${recent ? '' : ` of ${year}`}`;
    }
    case 'year':
      return period.name.replace(/^FY/, '');
    case 'all':
      return 'all time';
    case 'undated':
      return noDate;
  }
}

export const grainWords = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
  all: 'periods',
  undated: 'records without a date',
} as const;

/** `sales`, `sales and marketing`, `sales, marketing and partners`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const sentence = (text: string) => `${typographic(capital(text))}.`;
export const quoted = (text: string) => `‘${text}’`;

// Charts

/** After what a chart or table is of, where its numbers stand without their unit: `, in business hours`. */
export const inUnit = (unit: string) => (unit ? `, in ${unit}` : '');

/** A period with its year, for places that stand alone. */
export function fullPeriodWords(period: Period): string {
  const [, year = '', quarter = ''] = /^FY(\d+)-Q(\d)$/.exec(period.name) ?? [];
  switch (period.grain) {
    case 'day':
      return longDay(period.from);
    case 'week':
      return `week of ${longDay(period.from)}`;
    case 'month':
      return monthAndYear(period.from);
    case 'quarter':
      return `${ordinals[Number(quarter) - 1]} quarter of ${year}`;
    case 'year':
      return period.name.replace(/^FY/, '');
    case 'all':
      return 'all time';
    case 'undated':
      return noDate;
  }
}

/** After the number of a period that runs: of what stands as it stood, and of what stays as it has begun. */
export const runningWords = { 'so far': ' so far', now: ' now', begun: '' } as const;
export const pointWords = (period: string, value: string, running: string) => `${capital(period)}: ${value}${running}`;
/** `tick`: how the chart's foot calls the period. */
export const soFarLabel = (value: string, stands: 'now' | 'begun' | null, tick: string) =>
  stands === 'begun' ? `${value} in ${tick}` : `${value}${runningWords[stands ?? 'so far']}`;
export const withinWords = (amount: number, unit: string) =>
  `within ${tie(`${amount} ${amount === 1 ? unit.replace(/s$/, '') : unit}`)}`;
export const usualLabel = 'usual range';
export const usualDescription = (range: string, outside: number, inRuns: number) =>
  sentence(
    `Usual range ${range}: ${plainNumber(outside)} outside it${inRuns > 0 ? `, ${plainNumber(inRuns)} inside it in long runs on one side of its middle` : ''}`,
  );
export const earlierWording = 'earlier wording';
export const thisWording = 'today’s wording';
export const sinceWords = (since: Day) => `since ${since.endsWith('-01') ? monthAndYear(since) : longDay(since)}`;

/** The same with its year wherever it stands. */
export function tickWithYear(grain: Period['grain'], from: Day, name: string): string {
  const [, fiscal = '', quarter = ''] = /^FY(\d+)-Q(\d)$/.exec(name) ?? [];
  if (grain === 'quarter') return `Q${quarter} ${fiscal}`;
  return grain === 'month' ? shortMonth(from, true) : axisTick(grain, from, name, false);
}

/** The foot of a chart: the year where it begins, months by name, quarters by number. */
export function axisTick(grain: Period['grain'], from: Day, name: string, now: boolean): string {
  const [year = '', month = ''] = from.split('-');
  if (grain === 'quarter') {
    const [, fiscal = '', quarter = ''] = /^FY(\d+)-Q(\d)$/.exec(name) ?? [];
    return quarter === '1' && !now ? `Q1 ${fiscal}` : `Q${quarter}`;
  }
  if (grain === 'year') return name.replace(/^FY/, '');
  if (grain === 'month') return shortMonth(from, month === '01' && !now);
  return month === '01' && !now ? `Jan ${year}` : dayWords(from);
}

interface Said {
  readonly period: string;
  readonly value: string;
}
interface Series {
  readonly measured: string;
  readonly first: string;
  readonly last: Said | null;
  readonly least: Said | null;
  readonly greatest: Said | null;
  readonly agreed: string;
}

/** What a chart over time says to who can't see it. */
export function describeSeries({ measured, first, last, least, greatest, agreed }: Series): string {
  const told = [
    measured,
    `From ${first} to ${last?.period ?? first}`,
    `least ${least?.value} (${least?.period}), greatest ${greatest?.value} (${greatest?.period}), last ${last?.value}`,
  ];
  return `${told[0]}. ${told[1]}: ${told[2]}${agreed ? `; ${agreed}` : ''}.`;
}

/** What became of a share's records, in the sense that its agreement gives it. */
export const outcomeLabels = {
  'in time': { kept: 'in time', missed: 'not in time', waiting: 'waiting' },
  kept: { kept: 'kept it', missed: 'missed it', waiting: 'waiting' },
  towards: { kept: 'part of it', missed: 'the rest', waiting: 'waiting' },
  against: { kept: 'the rest', missed: 'against it', waiting: 'waiting' },
} as const satisfies Record<OutcomeSense, OutcomeLabels>;
interface OutcomeLabels {
  readonly kept: string;
  readonly missed: string;
  readonly waiting: string;
}
export const outcomeWords = (period: string, kept: number, missed: number, waiting: number, labels: OutcomeLabels) =>
  `${capital(period)}: ${plainNumber(kept)} ${labels.kept}, ${plainNumber(missed)} ${labels.missed}${waiting > 0 ? `, ${plainNumber(waiting)} waiting` : ''}`;
/** What is told of some of a share's records, so many of them. */
const outcomeVerbs: Record<OutcomeSense, (count: number) => string> = {
  'in time': (count) => `${count === 1 ? 'was' : 'were'} not in time`,
  kept: () => 'missed it',
  towards: (count) => `${count === 1 ? 'counts' : 'count'} towards it`,
  against: (count) => `${count === 1 ? 'counts' : 'count'} against it`,
};
interface OutcomesTold {
  readonly sense: OutcomeSense;
  readonly kept: number;
  readonly missed: number;
  readonly waiting: number;
  readonly nouns: string;
  readonly period: string;
  /** Whether they are those that there were at the period's end, or at its start. */
  readonly asOf: 'end' | 'start' | null;
}
/** `7 of October’s 23 qualified leads missed it.`; where all of them wait, that they do. */
export function outcomesTitle({ sense, kept, missed, waiting, nouns, period, asOf }: OutcomesTold): string {
  const whose = (count: number) => {
    const many = `${plainNumber(count)} ${nouns}`;
    if (asOf === null) return `${period}’s ${many}`;
    return asOf === 'end' ? `the ${many} at the end of ${period}` : `the ${many} that ${period} began with`;
  };
  if (kept + missed === 0) return sentence(`All of ${whose(waiting)} still wait`);
  const told = sense === 'towards' ? kept : missed;
  return sentence(`${plainNumber(told)} of ${whose(kept + missed)} ${outcomeVerbs[sense](told)}`);
}
export const outcomesDescription = (newest: string, labels: OutcomeLabels) =>
  `Columns by period: above the line ${labels.kept}, below the line ${labels.missed}, hollow what waits. ${newest}.`;
export const fewLabel = 'Too few to judge';
/** A member's name as the records have it. */
export const memberWords = (member: string) => member;
export const ofWords = (part: number, whole: number) => `${plainNumber(part)} of ${plainNumber(whole)}`;
export const rankedTitle = (title: string, dimension: string, period: string) =>
  sentence(`${title} by ${dimension} in ${period}`);

interface Member {
  readonly name: string;
  readonly label: string;
}
export const rankedDescription = (members: readonly Member[]) =>
  sentence(members.map(({ name, label }) => `${name} ${label}`).join('; '));
export const multiplesDescription = (members: readonly Member[]) =>
  `One line for each, over the last year, all on one scale. ${rankedDescription(members)}`;

export const notKnown = 'not known';

/** `agreed: at least 90%`; in charts `agreed: 90%`; `target: 3` where nobody promised it. */
export const agreedLabel = (level: string, way: 'at least' | 'at most' | null, promised: boolean) =>
  `${promised ? 'agreed' : 'target'}: ${way ? `${way} ` : ''}${level}`;

/** Dates and years as sentences hold them: numbers that are no values. */
export const dates = new RegExp(
  `\\d+\\s(?:${months.join('|')})(?:\\s\\d{4})?|(?:${months.join('|')}|quarter of)\\s\\d{4}`,
  'gu',
);

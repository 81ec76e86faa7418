/** How often the rules that tell a change from wobble cry wolf, and how long they take to see a change: on simulated series, whose truth is known. */
import { limitsOf, mostPeriods } from '../../src/story/limits.ts';
import { signalsOf } from '../../src/story/signals.ts';
import { diceOf } from '../sample/chance.ts';
import { customarySignals } from './customary-rules.ts';
import { carriesOver, countsOf, normalBy, seriesOf, shareOf, skewedBy, type Process } from './simulated.ts';

const year = 12;
/** How long a shift is waited for. */
const longest = 60;

/** Of one process and one set of rules. All from 0 to 1, but `perYear`. */
export interface FalseAlarms {
  /** How many of the twelve periods after those that the limits are made from claim a change, in the mean. */
  readonly perYear: number;
  /** In how many such years any does. */
  readonly years: number;
  /** On how many charts, of those periods and these, any does. */
  readonly charts: number;
}

/** After how many periods a shift is seen; null: not within sixty. */
export interface Delay {
  readonly median: number | null;
  readonly ninety: number | null;
}

export interface StableReport {
  readonly name: string;
  /** From how many periods the limits are made. */
  readonly base: number;
  readonly ours: FalseAlarms;
  readonly customary: FalseAlarms;
}

export interface ShiftReport {
  readonly name: string;
  readonly ours: Delay;
  readonly customary: Delay;
}

export interface SignalReport {
  readonly seed: number;
  readonly series: number;
  readonly stable: readonly StableReport[];
  readonly shifts: readonly ShiftReport[];
}

/** In which places our two rules claim a change, and the customary four; both by the same limits, the four without what numbers can be. */
interface Claims {
  readonly ours: readonly boolean[];
  readonly customary: readonly boolean[];
}

function claimsOf(numbers: readonly number[], base: number, { nature }: Process): Claims {
  const values = numbers.map((value, index) => ({ period: String(index), value }));
  const limits = limitsOf(values.slice(0, base), nature);
  const bare = limitsOf(values.slice(0, base), { least: null, greatest: null, step: null });
  const none = numbers.map(() => false);
  const fired = 'none' in limits ? [] : signalsOf(values, limits).map(({ period }) => Number(period));
  if ('none' in bare) return { ours: none, customary: none };
  const scaled = bare.scale === 'log' ? Math.log : (number: number) => number;
  const centre = scaled(bare.centre);
  return {
    ours: none.map((_, index) => fired.includes(index)),
    customary: customarySignals(numbers.map(scaled), centre, (scaled(bare.upper) - centre) / 3),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const trues = (claims: readonly boolean[]) => claims.filter(Boolean).length;

function alarmsOf(all: readonly (readonly boolean[])[], base: number): FalseAlarms {
  const part = (holds: (claims: readonly boolean[]) => boolean) => all.filter(holds).length / all.length;
  return {
    perYear: sum(all.map((claims) => trues(claims.slice(base)))) / all.length,
    years: part((claims) => claims.slice(base).includes(true)),
    charts: part((claims) => claims.includes(true)),
  };
}

function delayOf(all: readonly (readonly boolean[])[]): Delay {
  const delays = all.map((claims) => claims.slice(mostPeriods).indexOf(true) + 1);
  const sorted = delays.map((delay) => (delay === 0 ? Infinity : delay)).toSorted((one, other) => one - other);
  const at = (part: number) => {
    const delay = sorted[Math.ceil(part * sorted.length) - 1] ?? Infinity;
    return delay === Infinity ? null : delay;
  };
  return { median: at(0.5), ninety: at(0.9) };
}

const stable: readonly Process[] = [
  normalBy(0), skewedBy(0.5), skewedBy(0.8), countsOf(1), countsOf(3), countsOf(10), countsOf(40), shareOf(10), shareOf(30), shareOf(100), carriesOver,
]; // prettier-ignore

const shifts: readonly (readonly [name: string, before: Process, after: Process])[] = [
  ...[1, 2, 3].map((by) => [`normal, by ${by} deviation${by === 1 ? '' : 's'}`, normalBy(0), normalBy(by)] as const),
  ...[1, 2, 3].map(
    (by) => [`skewed, by ${by} deviation${by === 1 ? '' : 's'}`, skewedBy(0.5), skewedBy(0.5, by)] as const,
  ),
  ['counts, from 10 to 15', countsOf(10), countsOf(15)],
  ['counts, from 40 to 30', countsOf(40), countsOf(30)],
  ...[10, 30, 100].map(
    (records) => [`share of ${records} records, from 85% to 75%`, shareOf(records), shareOf(records, 0.75)] as const,
  ),
];

/** So many series of each kind; the same seed gives the same report. */
export function measureSignals(seed: number, series: number): SignalReport {
  const drawn = (key: number, draw: (dice: ReturnType<typeof diceOf>) => Claims) =>
    Array.from({ length: series }, (_, index) => draw(diceOf(seed, key, index)));
  return {
    seed,
    series,
    stable: stable.flatMap((process, key) =>
      [mostPeriods, year].map((base) => {
        const all = drawn(key, (dice) => claimsOf(seriesOf(dice, process, base + year), base, process));
        return {
          name: process.name,
          base,
          ours: alarmsOf(all.map(({ ours }) => ours), base),
          customary: alarmsOf(all.map(({ customary }) => customary), base),
        }; // prettier-ignore
      }),
    ),
    shifts: shifts.map(([name, before, after], key) => {
      const all = drawn(100 + key, (dice) =>
        claimsOf(seriesOf(dice, before, mostPeriods, after, longest), mostPeriods, before),
      );
      return { name, ours: delayOf(all.map(({ ours }) => ours)), customary: delayOf(all.map(({ customary }) => customary)) }; // prettier-ignore
    }),
  };
}

const percent = (part: number) => `${Math.round(part * 100)}%`.padStart(5);
const periods = (delay: number | null) => (delay === null ? `>${longest}` : String(delay)).padStart(4);
const alarms = ({ perYear, years, charts }: FalseAlarms) =>
  `${perYear.toFixed(2).padStart(5)} ${percent(years)} ${percent(charts)}`;

/** The report as lines of text. */
export function signalsInWords({ seed, series, stable: still, shifts: moved }: SignalReport): string {
  return [
    `${series.toLocaleString('en-GB')} simulated series of each kind, seed ${seed}; a year is twelve periods.`,
    '',
    'False alarms on stable series: claims a year, years with any, charts with any.',
    `${''.padEnd(40)}    our two rules     the customary four`,
    ...still.map(({ name, base, ours, customary }) =>
      `${name.padEnd(36)} ${String(base).padStart(3)}   ${alarms(ours)}   ${alarms(customary)}`,
    ),
    '',
    'Periods until a shift is seen: in half of all cases, in nine of ten.',
    `${''.padEnd(40)}    our two rules     the customary four`,
    ...moved.map(({ name, ours, customary }) =>
      `${name.padEnd(40)}   ${periods(ours.median)} ${periods(ours.ninety)}           ${periods(customary.median)} ${periods(customary.ninety)}`,
    ),
  ].join('\n'); // prettier-ignore
}

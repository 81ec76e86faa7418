/** Adds records up to values: one for each period and breakdown. */
import { periodsOf } from './plain-time.ts';

/** A record as a metric counts it. */
export interface Item {
  readonly key: string;
  /** The local date of its `by` moment. */
  readonly day: string;
  /** Only for shares. */
  readonly state?: 'in time' | 'late' | 'waiting';
  /** Only for sums and averages: cents of the reporting currency; null where the record has none. */
  readonly cents?: number | null;
  /** Where it belongs in each breakdown; '' is not recorded. */
  readonly members: Readonly<Record<string, string>>;
}

export interface PlainValue {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  waiting: number;
  records: number;
  keys: string[];
}

export type PlainValues = Map<string, PlainValue>;

export function addressOf(metric: string, period: string, dimension: string, member: string): string {
  return [metric, period, dimension, member].join(' | ');
}

const grains = ['week', 'month', 'quarter', 'year', 'all'];

export type PlainMeasure = 'count' | 'share' | 'sum' | 'average';

/** Tallies a measure from its finest grain up. */
export function tally(metric: string, measure: PlainMeasure, finest: string, items: readonly Item[]): PlainValues {
  const cells = new Map<string, Item[]>();
  for (const item of items) {
    for (const { grain, period } of periodsOf(item.day)) {
      if (grains.indexOf(grain) < grains.indexOf(finest)) continue;
      const places = [['', ''], ...Object.entries(item.members).map(([of, member]) => [of, member || 'Not recorded'])];
      for (const [dimension, member] of places) {
        const address = addressOf(metric, period, dimension!, member!);
        if (!cells.has(address)) cells.set(address, []);
        cells.get(address)!.push(item);
      }
    }
  }
  return new Map([...cells].map(([address, members]) => [address, valueOf(measure, members)]));
}

function valueOf(measure: PlainMeasure, items: readonly Item[]): PlainValue {
  const keys = items.map((item) => item.key);
  const records = items.length;
  if (measure === 'count') return { value: records, numerator: null, denominator: null, waiting: 0, records, keys };
  if (measure === 'sum' || measure === 'average') {
    const known = items.flatMap(({ cents }) => cents ?? []);
    let value = 0;
    for (const cents of known) value += cents;
    if (measure === 'average') value /= known.length;
    return { value, numerator: null, denominator: null, waiting: 0, records, keys };
  }
  const inTime = items.filter((item) => item.state === 'in time').length;
  const late = items.filter((item) => item.state === 'late').length;
  return {
    value: inTime + late === 0 ? null : inTime / (inTime + late),
    numerator: inTime,
    denominator: inTime + late,
    waiting: items.filter((item) => item.state === 'waiting').length,
    records,
    keys,
  };
}

/** One metric's sum for each unit of another's, in every quarter or longer where either has a value, as a whole and by the dimensions named. */
export function ratio(metric: string, of: PlainValues, per: PlainValues, dimensions: readonly string[]): PlainValues {
  const place = (address: string): string => address.slice(address.indexOf(' | ') + 3);
  const above = new Map([...of].map(([address, value]) => [place(address), value]));
  const below = new Map([...per].map(([address, value]) => [place(address), value]));
  const values: PlainValues = new Map();
  for (const address of new Set([...above.keys(), ...below.keys()])) {
    const [period = '', dimension = ''] = address.split(' | ');
    if (/^(week-|\d{4}-\d{2}$)/.test(period) || !['', ...dimensions].includes(dimension)) continue;
    const numerator = above.get(address)?.value ?? 0;
    const denominator = below.get(address)?.value ?? 0;
    values.set(`${metric} | ${address}`, {
      value: denominator === 0 ? null : numerator / denominator,
      numerator,
      denominator,
      waiting: 0,
      records: above.get(address)?.records ?? 0,
      keys: above.get(address)?.keys ?? [],
    });
  }
  return values;
}

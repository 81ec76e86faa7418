import type { Band, BandEnd } from '../../values/breakdown.ts';
import { coarserUnits, type Unit, type ValueType } from '../../values/tree.ts';
import type { Misfitting } from '../fits.ts';
import { moneyIn, numberIn, pointMisfitIn } from './amounts.ts';

/** A band, or why it is none. */
export type ReadBand =
  { readonly band: Band; readonly misfit: null } | { readonly band: null; readonly misfit: Misfitting };

/** A way to write a band, and which of its amounts are its ends, with themselves or without. */
const forms: readonly (readonly [form: RegExp, from: boolean | null, to: boolean | null])[] = [
  [/^below (?<to>.+)$/, null, false],
  [/^at most (?<to>.+)$/, null, true],
  [/^from (?<from>.+) to below (?<to>.+)$/, true, false],
  [/^above (?<from>.+) up to (?<to>.+)$/, false, true],
  [/^at least (?<from>.+)$/, true, null],
  [/^above (?<from>.+)$/, false, null],
];

/** Reads `from 20 to below 200`, its ends in the field's own numbers; money in minor units of the reporting currency. */
export function readBand(written: string, type: ValueType, currency: string): ReadBand {
  const name = written.replace(/\s+/g, ' ');
  const wrong = (says: string, fix: string): ReadBand => ({ band: null, misfit: { says, fix } });
  const [found] = forms.flatMap(([form, from, to]) => {
    const ends = form.exec(name)?.groups;
    return ends ? [{ ends, from, to }] : [];
  });
  if (!found)
    return wrong(`"${name}" is no band`, 'write it like "below 20", "from 20 to below 200" or "at least 200"');
  const doubtful = pointMisfitIn(name);
  if (doubtful) return { band: null, misfit: doubtful };
  const end = (said: string | undefined, inside: boolean | null): BandEnd | null | undefined => {
    if (said === undefined || inside === null) return null;
    const at = endIn(said, type, currency);
    return at === null ? undefined : { at, inside };
  };
  const from = end(withUnitOf(found.ends['from'], found.ends['to']), found.from);
  const to = end(found.ends['to'], found.to);
  if (from === undefined || to === undefined)
    return wrong(`"${name}" has no ends that fit ${sort(type)}`, `write it like "below ${example(type, currency)}"`);
  if (from && to && from.at >= to.at) return wrong(`"${name}" ends before it starts`, 'write the smaller end first');
  return { band: { name, from, to }, misfit: null };
}

/** The first two bands that something could lie in both of; null: there are none. */
export function overlapping(bands: readonly Band[]): readonly [Band, Band] | null {
  const inOrder = bands.toSorted((one, other) => startOf(one) - startOf(other) || insideFirst(one, other));
  for (const [index, band] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next && !endsBefore(band, next)) return bands.indexOf(band) < bands.indexOf(next) ? [band, next] : [next, band];
  }
  return null;
}

const startOf = ({ from }: Band): number => from?.at ?? -Infinity;

/** Of two that start at one number, the one that holds it starts earlier. */
const insideFirst = (one: Band, other: Band): number => Number(other.from?.inside) - Number(one.from?.inside) || 0;

function endsBefore({ to }: Band, { from }: Band): boolean {
  if (!to || !from) return false;
  return to.at < from.at || (to.at === from.at && !(to.inside && from.inside));
}

/** `from 1 to below 4 hours`: the unit of the second is that of the first too. */
function withUnitOf(said: string | undefined, other: string | undefined): string | undefined {
  const unit = /^[\d,.]+( .+)$/.exec(other ?? '')?.[1];
  return said !== undefined && unit !== undefined && /^[\d,.]+$/.test(said) ? `${said}${unit}` : said;
}

function endIn(said: string, type: ValueType, currency: string): number | null {
  if (type.is === 'money') return moneyIn(said, currency);
  if (type.is !== 'duration') return numberIn(said);
  const [, amount, written] = /^([\d,.]+)(?: ([a-z ]+?)s?)?$/.exec(said) ?? [];
  const number = numberIn(amount);
  if (number === null || written === undefined || `${written}s` === type.unit) return number;
  return converted(number, `${written}s`, type.unit);
}

/** Of one unit in another, where one is always so many of the other; null where it is not. */
function converted(number: number, from: string, to: Unit): number | null {
  const coarser = coarserUnits[to];
  if (coarser?.unit === from) return number * coarser.of;
  const finer = Object.entries(coarserUnits).find(([unit, { unit: above }]) => unit === from && above === to)?.[1];
  // Divided, not multiplied by a part: values of coarse units are quotients too, and equal ones are then the same number.
  return finer ? number / finer.of : null;
}

function sort(type: ValueType): string {
  if (type.is === 'money') return 'an amount of money';
  return type.is === 'duration' ? `a number of ${type.unit}` : 'a number';
}

function example(type: ValueType, currency: string): string {
  if (type.is === 'money') return `20,000 ${currency}`;
  return type.is === 'duration' ? `4 ${type.unit}` : '20';
}

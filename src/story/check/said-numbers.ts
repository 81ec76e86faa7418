/** Every number in a text is a fact, in the unit that it is said in and within the rounding that its figures show. */
import { numberAsSaid, numberWords, periodUnits, sizes, wordAsNumber } from '../locale/en/reading.ts';
import type { Quantity } from './fact-quantities.ts';

/** A number as it is said. `half`: so far may what it stands for lie to either side. `unit`: '' where none is named. */
export interface SaidNumber {
  readonly text: string;
  readonly of: Quantity['of'];
  readonly amount: number;
  readonly half: number;
  /** How many figures stand after its point. */
  readonly decimals: number;
  readonly unit: string;
}

/** Floating point leaves so much over, in parts of a number. */
const hair = 1e-7;

const figuresAfterPoint = (figures: string) => figures.split('.')[1]?.length ?? 0;

/** The coarsest step that people are told such a number in: three figures, of small ones tenths, of what is counted one. */
function coarsest(of: SaidNumber['of'], amount: number): number {
  const size = Math.floor(Math.log10(Math.max(Math.abs(amount), 1)) + 1e-12);
  if (of === 'share' || of === 'points') return 1;
  if (of === 'times') return 0.1;
  if (of === 'money') return Math.max(10 ** (size - 2), size >= 6 ? 0 : 1);
  if (of === 'duration') return size < 1 ? 0.1 : Math.max(10 ** (size - 2), 1);
  return 10 ** Math.max(size - 2, -1);
}

const isMultiple = (amount: number, step: number) => Math.abs(amount / step - Math.round(amount / step)) < 1e-6;

/** Half of the last figure's place; where figures end in zeros, of the place that such numbers are rounded to, and no further. */
function halfOf(of: SaidNumber['of'], amount: number, decimals: number, size: number): number {
  const coarse = coarsest(of, amount);
  const fine = size * 10 ** -decimals;
  if (amount !== 0 && isMultiple(amount, coarse)) return coarse / 2;
  if (amount === 0) return fine / 2;
  let place = fine;
  while (isMultiple(amount, place * 10)) place *= 10;
  return Math.min(place, coarse) / 2;
}

const minuteWords = /^(?:business )?minutes?$/u;

function readFigures({ 0: text, groups = {} }: RegExpExecArray): SaidNumber {
  const size = sizes[groups['size']?.toLowerCase() ?? ''] ?? 1;
  const figures = (groups['figures'] ?? '').replace(/,$/u, '');
  const amount = Number(figures.replaceAll(',', '')) * size * (groups['minus'] ? -1 : 1);
  const unit = groups['unit']?.toLowerCase() ?? '';
  const of = kindOf(groups, unit);
  const decimals = figuresAfterPoint(figures);
  return { text, of, amount, half: halfOf(of, amount, decimals, size), decimals, unit };
}

function kindOf(groups: Readonly<Record<string, string | undefined>>, unit: string): Quantity['of'] {
  if (groups['percent']) return 'share';
  if (groups['sign'] || groups['name'] || groups['size']) return 'money';
  if (/^points?$/u.test(unit)) return 'points';
  if (/^times?$/u.test(unit)) return 'times';
  return unit === '' ? 'plain' : 'duration';
}

/** `237 of 296 million euros`: the first may be as many millions; `748,000 of 1.96 million euros`: it is none. */
function sharedSize(said: SaidNumber, next: SaidNumber | undefined, text: string): number {
  if (said.of !== 'plain' || next?.of !== 'money' || !text.includes(`${said.text} of ${next.text}`)) return 1;
  const [size = 1] = Object.entries(sizes).flatMap(([word, factor]) => (next.text.includes(word) ? [factor] : []));
  return size;
}

/** All numbers of a text, in figures and in words. */
function numbersSaid(text: string, currency: string): SaidNumber[] {
  const figures = [...text.matchAll(numberAsSaid(currency))].map(readFigures);
  const words = [...text.matchAll(wordAsNumber)].map(({ 0: word, groups = {} }): SaidNumber => {
    const unit = groups['unit']?.toLowerCase() ?? '';
    const amount = numberWords.get(groups['word']?.toLowerCase() ?? '') ?? Number.NaN;
    return { text: word, of: kindOf(groups, unit), amount, half: 0, decimals: 0, unit };
  });
  return [...figures, ...words];
}

/** In which size a quantity is said: percent, minutes of an hour. */
function saidAmount(fact: Quantity, said: SaidNumber): number {
  if (fact.of === 'share' || fact.of === 'points') return fact.amount * 100;
  return fact.of === 'duration' && minuteWords.test(said.unit) && !minuteWords.test(fact.unit)
    ? fact.amount * 60
    : fact.amount;
}

/** `business hours` may be said in them or in business minutes; a bare number may leave its unit to another of the sentence. */
function inUnit(fact: Quantity, said: SaidNumber, unitsNear: ReadonlySet<Quantity['of']>): boolean {
  if (said.of === 'plain' && fact.of !== 'plain' && fact.of !== 'count')
    return fact.of !== 'share' && fact.of !== 'points' && unitsNear.has(fact.of);
  // What is counted in times is a plain number that a company's own words may follow with `times`.
  if (fact.of === 'count' && periodUnits.test(said.unit)) return true;
  if (fact.of === 'plain' || fact.of === 'count') return said.of === 'plain' || said.of === 'times';
  if (fact.of !== said.of) return false;
  if (fact.of !== 'duration') return true;
  const singular = (unit: string) => unit.replace(/s$/u, '');
  const inMinutes = singular(fact.unit).replace(/hour$/u, 'minute');
  return [singular(fact.unit), inMinutes].includes(singular(said.unit));
}

/** How far a fact may lie from how it is said: what is counted not at all, where it is whole. */
function halfAgainst(fact: Quantity, said: SaidNumber): number {
  if (fact.of === 'count') return Number.isInteger(fact.amount) ? 0 : 0.5;
  // A part of an hour is told in whole minutes.
  if (fact.of === 'duration' && minuteWords.test(said.unit) && !minuteWords.test(fact.unit)) return 0.5;
  const bare = said.of === 'plain' || fact.of === 'plain';
  return bare ? halfOf(fact.of, said.amount, said.decimals, 1) : said.half;
}

/** The numbers of a text that no fact backs, as they are said. */
export function numbersWithoutFact(text: string, facts: readonly Quantity[], currency: string): string[] {
  const said = numbersSaid(text, currency);
  const near = new Set(said.map(({ of }) => of));
  const backs = (number: SaidNumber) => (fact: Quantity) => {
    if (!inUnit(fact, number, near)) return false;
    const amount = saidAmount(fact, number);
    const half = halfAgainst(fact, number);
    return Math.abs(Math.abs(amount) - Math.abs(number.amount)) <= half + hair * Math.max(1, Math.abs(amount));
  };
  const scaled = (number: SaidNumber, index: number): SaidNumber => {
    const size = sharedSize(number, said[index + 1], text);
    return { ...number, amount: number.amount * size, half: number.half * size, of: size === 1 ? number.of : 'money' };
  };
  const isBacked = (number: SaidNumber, index: number) =>
    facts.some(backs(number)) || facts.some(backs(scaled(number, index)));
  return said.filter((number, index) => !isBacked(number, index)).map(({ text: words }) => words.trim());
}

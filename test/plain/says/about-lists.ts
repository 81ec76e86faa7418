/** What is said of several numbers together: which records are at risk as things stand, and how far the records of one cohort came. */
import { illOf } from './about-parts.ts';
import { patternText } from './pattern.ts';
import { readCount, rowAmong } from './read-english.ts';
import type { Raw } from './raw.ts';
import type { PublishedValue } from '../../../src/values/value.ts';

/** A stage of a funnel: what a record is that came there, and the numbers of it. */
export interface RawStage {
  readonly one: string;
  readonly many: string;
  readonly raw: Raw;
}

/** What a sentence about a list is held against. */
export interface RawList {
  /** Numbers that say which of their records are at risk. */
  readonly risks: readonly Raw[];
  readonly stages: readonly RawStage[];
}

type Reads = (text: string, list: RawList) => boolean;

const longest = 25;
const wordsIn = (text: string) => text.split(' ').length;

/** How many are at risk now: all that the newest period counts, or those of its share that did not come out well. Null: not known. */
function countNow(raw: Raw): number | null {
  const whole = raw.values.filter(({ dimension, status, grain }) => dimension === '' && status !== 'ahead' && grain === raw.metric.finest);
  const newest = whole.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
  if (!newest || raw.metric.missing.length > 0) return null;
  if (raw.metric.unit.unit !== 'share') return newest.value;
  return newest.denominator === null ? null : illOf(raw, newest);
} // prettier-ignore

const ofOne: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has' };

/** What is said of so many: `deals are stuck`, and of one `deal is stuck`. */
function saidOf({ metric }: Raw, count: number): string {
  const many = (metric.atRisk ?? '').replace('{count} ', '');
  const verb = (said: string) => ofOne[said] ?? said;
  return count === 1 ? many.replace(/\b(leads|deals) (\p{L}+)/u, (_, noun: string, is: string) => `${noun.slice(0, -1)} ${verb(is)}`) : many;
} // prettier-ignore

const nounIn = (said: string) => /^.*?\b(?:leads?|deals?) /u.exec(said)?.[0] ?? '';

/** The numbers that a sentence tells, in its order; one reading each, of what is left to read. Of the same noun it is said once. */
function toldIn(text: string, risks: readonly Raw[], noun: string | null): Raw[][] {
  if (text === '') return noun === null ? [] : [[]];
  const [, number = '', rest = ''] = /^(?:, | and )?(No|no|[\d,]+) (.*)$/u.exec(text) ?? [];
  const count = /no/iu.test(number) ? 0 : readCount(number);
  return risks.flatMap((raw) => {
    const whole = saidOf(raw, count);
    const isSame = noun !== null && nounIn(whole) === noun;
    const said = isSame ? whole.slice(noun.length) : whole;
    if (countNow(raw) !== count || !rest.startsWith(said)) return [];
    const others = risks.filter((one) => one !== raw);
    return toldIn(rest.slice(said.length), others, noun ?? nounIn(whole)).map((told) => [raw, ...told]);
  });
}

/** How many words more a sentence would have that told of this too. */
function wordsMore(raw: Raw, told: readonly Raw[]): number {
  const [first] = told;
  const whole = saidOf(raw, countNow(raw) ?? 0);
  const noun = first ? nounIn(saidOf(first, countNow(first) ?? 0)) : '';
  const said = nounIn(whole) === noun ? whole.slice(noun.length) : whole;
  return wordsIn(said) + (told.length === 1 ? 2 : 1);
}

/** Each is right; what is left out comes to none, or there is no room for the next one. None at all is said of one alone. */
const atRisk: Reads = (text, { risks }) => {
  const found = toldIn(text.replace(/\.$/u, ''), risks, null);
  const [told = []] = found;
  const left = risks.filter((raw) => !told.includes(raw) && (countNow(raw) ?? 0) > 0);
  const known = risks.filter((raw) => countNow(raw) !== null);
  const [next] = left.filter((raw) => !isBefore(raw, told, risks));
  const right = next === undefined || wordsIn(text) + wordsMore(next, told) > longest;
  return found.length === 1 && right && (!text.startsWith('No ') || known.length === 1);
};

/** A second sentence tells what the first had no room for: all before it are told there. */
const isBefore = (raw: Raw, told: readonly Raw[], risks: readonly Raw[]) =>
  risks.indexOf(raw) < Math.min(...told.map((one) => risks.indexOf(one)));

const rowIn = ({ values }: Raw, period: string, raw: Raw) =>
  rowAmong(
    values.filter(({ dimension }) => dimension === ''),
    period,
    raw,
  );

/** Whether all is known of these records, and none came further than they could. */
function isKnown(rows: readonly (PublishedValue | undefined)[]): boolean {
  const [first, ...later] = rows;
  if (!first || first.status === 'so far' || first.waiting > 0) return false;
  let before = first.value ?? 0;
  return later.every((row) => {
    const came = row?.numerator ?? 0;
    const right = row !== undefined && row.records === first.records && row.waiting === 0 && came <= before;
    before = came;
    return right;
  });
}

/** Of one or of many, and without the word that the cohort has as well. */
function isNoun(noun: string, count: number, stage: RawStage, cohort: RawStage): boolean {
  const whole = count === 1 ? stage.one : stage.many;
  const [same = ''] = cohort.many.split(' ');
  return noun === whole || (cohort.many.includes(' ') && `${same} ${noun}` === whole);
}

/** The newest cohort of its grain of which all is known came so far: each stage, or the last one alone. */
const came: Reads = (text, { stages }) => {
  const [first, ...later] = stages;
  const said = patternText('The {cohort count} (?<noun>[\\p{L} ]+?) of {period period} brought (?<came>.+)').exec(text)?.groups;
  if (!first || !said) return false;
  const { noun = '', period = '' } = said;
  const cohort = readCount(said['cohort'] ?? '');
  const rows = stages.map(({ raw }) => rowIn(raw, period, first.raw));
  const told = (said['came'] ?? '').split(/, | and /u).map((part) => /^(?<count>[\d,]+) (?<noun>.+)$/u.exec(part)?.groups ?? {});
  const which = told.length === later.length ? later : told.length === 1 ? later.slice(-1) : [];
  const right = which.every((stage, at) => {
    const count = readCount(told[at]?.['count'] ?? '');
    return rows[stages.indexOf(stage)]?.numerator === count && isNoun(told[at]?.['noun'] ?? '', count, stage, first);
  });
  const newer = first.raw.values.filter(({ grain, from }) => grain === rows[0]?.grain && from > (rows[0]?.to ?? '') );
  const isNewest = newer.every((row) => row.records === 0 || !isKnown(stages.map(({ raw }) => raw.values.find(({ period: of }) => of === row.period))));
  return which.length > 0 && right && rows[0]?.value === cohort && isNoun(noun, cohort, first, first) && isKnown(rows) && isNewest;
}; // prettier-ignore

/** Kinds that say something of plain rows; the others say how many findings say something, which stands in these. */
const read: Readonly<Record<string, Reads>> = { 'at risk': atRisk, 'cohort came': came };

/** What a reader finds wrong with a sentence about a list. */
export function listReaderFinds(kind: string, words: string, list: RawList): string | null {
  const text = words.replaceAll('\u00a0', ' ');
  return read[kind]?.(text, list) === false ? `${kind}: it is not true: ${text}` : null;
}

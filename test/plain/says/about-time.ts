/** Where a period that runs stands, what a number is compared with, records, and whether it really changed. */
import { dayOf, forms, isAbout, liesApart, readAmount, readCount, rowAmong, rowOf, stepOf } from './read-english.ts';
import { says, type IsTrue, type Patterns, type Said } from './pattern.ts';
import { wordingThen, type Raw } from './raw.ts';
import { comparedPoints, isPlausibleRange, middleOf, pointsOf, runOf } from './plain-limits.ts';

const against =
  ', (?:against {then amount} at this point in {earlier period}|(?<same>the same|about the same) as at this point in {earlierToo period})';
const stillWait = '(?:[,;] {waiting count} still waits?)?';
const fewAgainst =
  ', (?:against {thenKept count} of {thenAll count} at this point in {earlier period}|(?<same>the same) as at this point in {earlierToo period})';

/** Whether the period before stood so after as much time. */
function stoodSo(said: Said, raw: Raw): boolean {
  const earlier = said['earlier'] || said['earlierToo'] || '';
  if (!earlier) return true;
  const [stretch] = raw.stretches;
  if (!stretch || rowOf(earlier, raw)?.period !== stretch.earlier || stretch.value === null) return false;
  if (said['thenAll'])
    return (
      stretch.numerator === readCount(said['thenKept'] ?? '') && stretch.denominator === readCount(said['thenAll'])
    );
  if (said['same'] === 'about the same') return liesApart(raw, stretch.value, raw.running?.value ?? Number.NaN, '0%');
  if (said['same']) return stretch.value === raw.running?.value;
  return isAbout(stretch.value, readAmount(said['then'] ?? '', raw));
}

const waitsSo = (said: Said, { running }: Raw): boolean =>
  (said['waiting'] ? readCount(said['waiting']) : 0) === (running?.waiting ?? 0);
const isRunning = (said: Said, raw: Raw): boolean =>
  raw.running !== null && rowOf(said['period'] ?? '', raw) === raw.running;

const stands: IsTrue = (said, raw) =>
  isRunning(said, raw) &&
  isAbout(raw.running?.value, readAmount(said['value'] ?? '', raw)) &&
  waitsSo(said, raw) &&
  stoodSo(said, raw);
const countsNow: IsTrue = (said, raw) =>
  raw.running?.numerator === readCount(said['kept'] ?? '') &&
  raw.running.denominator === readCount(said['all'] ?? '') &&
  waitsSo(said, raw) &&
  stoodSo(said, raw);
const ofFew: IsTrue = (said, raw) => isRunning(said, raw) && countsNow(said, raw);

/** The number of another period, as it is told beside the newest one. */
function wasSo(value: string, period: string, raw: Raw): boolean {
  const rows =
    raw.restated.length > 0
      ? raw.restated.filter(({ dimension, grain }) => dimension === '' && grain === raw.latest?.grain)
      : raw.series;
  const row = rowAmong(rows, period, raw);
  const now = raw.latest && rowAmong(rows, raw.latest.period, { ...raw, today: raw.today });
  const latest = now?.value ?? raw.latest?.value ?? Number.NaN;
  if (!row || row.value === null) return false;
  if (value === 'the same') return row.value === (rows.find(({ from }) => from === raw.latest?.from)?.value ?? latest);
  if (value === 'about the same')
    return (
      Math.abs(row.value - (rows.find(({ from }) => from === raw.latest?.from)?.value ?? latest)) <=
      stepOf(raw, row.value) + 1e-9
    );
  return isAbout(row.value, readAmount(value, raw));
}

const aValue = (name: string) => `(?<${name}>the same|about the same|${forms.amount})`;
const when = '(?:in|at the end of|at the start of)';
const beside: IsTrue = (said, raw) =>
  wasSo(said['one'] ?? '', said['first'] ?? '', raw) &&
  (!said['second'] || wasSo(said['other'] || (said['one'] ?? ''), said['second'], raw));

/** So much more or less than another period, by today's way of counting where that was counted again. */
function apartFrom(distance: string, more: boolean, period: string, raw: Raw): boolean {
  const rows = raw.restated.length > 0 ? raw.restated.filter(({ dimension }) => dimension === '') : raw.series;
  const now =
    rows.find(({ from, grain }) => from === raw.latest?.from && grain === raw.latest?.grain)?.value ??
    raw.latest?.value;
  const then = rowAmong(rows, period, raw)?.value;
  return now != null && then != null && now > then === more && liesApart(raw, now, then, distance);
}
const apart: IsTrue = (said, raw) =>
  apartFrom(said['by'] ?? '', said['way'] === 'more', said['first'] ?? '', raw) &&
  (!said['second'] || apartFrom(said['by2'] ?? '', said['way2'] === 'more', said['second'], raw));

/** Whether the newest number is the greatest or the least of so many, or since a period. */
const record: IsTrue = (said, raw) => {
  const points = comparedPoints(raw);
  const newest = points.at(-1);
  if (!newest || rowOf(said['period'] ?? '', raw)?.period !== newest.period) return false;
  const sign = /highest|most|longest/u.test(said['most'] ?? '') ? 1 : -1;
  const earlier = points.slice(0, -1);
  const beats = (value: number) => sign * (newest.value - value) > 0;
  if (said['of']) return points.length === readCount(said['of']) && earlier.every(({ value }) => beats(value));
  const since = earlier.findIndex(({ from }) => from === rowOf(said['since'] ?? '', raw)?.from);
  const old = earlier[since];
  if (!old || beats(old.value) || !earlier.slice(since + 1).every(({ value }) => beats(value))) return false;
  return said['tie'] ? old.value === newest.value : true;
};

const rangeText = `(?:(?:from )?(?<low>${forms.amount}) to (?<high>${forms.amount})|up to (?<most>${forms.amount})|from (?<least>${forms.amount}) up|(?<only>${forms.amount})|anything it can be)`;

interface Ends {
  readonly low: number;
  readonly high: number;
  readonly room: number;
}

function endsOf(said: Said, raw: Raw): Ends {
  const end = (text: string | undefined, otherwise: number) =>
    text ? readAmount(text, raw) : { is: otherwise, half: 0 };
  const [low, high] = [
    end(said['low'] || said['least'] || said['only'], -Infinity),
    end(said['high'] || said['most'] || said['only'], Infinity),
  ];
  return { low: low.is, high: high.is, room: Math.max(low.half, high.half) };
}

const isGood = (raw: Raw, side: string): boolean | null => {
  const newest = pointsOf(raw).at(-1)?.from;
  const day = raw.series.find(({ from }) => from === newest)?.to ?? '';
  const way = wordingThen(raw, day).target?.way ?? null;
  const good = raw.metric.better ?? (way && (way === 'at least' ? 'higher' : 'lower'));
  return good && (good === 'higher') === (side === 'above');
};

const betterSo = (said: Said, raw: Raw): boolean => {
  const good = isGood(raw, said['side'] ?? '');
  return said['better'] === '' ? good === null : good === (said['better'] === 'better');
};

const within: IsTrue = (said, raw) => {
  const newest = pointsOf(raw).at(-1);
  const { low, high, room } = endsOf(said, raw);
  return newest !== undefined && rowOf(said['period'] ?? '', raw)?.period === newest.period && newest.value >= low - room - 1e-9 && newest.value <= high + room + 1e-9 &&
    isPlausibleRange(low, high, room, raw) && runOf(raw) < 8;
}; // prettier-ignore

const outside: IsTrue = (said, raw) => {
  const newest = pointsOf(raw).at(-1);
  const { low, high, room } = endsOf(said, raw);
  if (!newest || rowOf(said['period'] ?? '', raw)?.period !== newest.period || !isPlausibleRange(low, high, room, raw))
    return false;
  const isOut = said['side'] === 'above' ? newest.value > high - room : newest.value < low + room;
  return (
    isOut &&
    betterSo(said, raw) &&
    (!said['run'] || (readCount(said['run']) === runOf(raw) && said['side'] === said['side2']))
  );
};

/** The run is on the side of the middle that is said, whatever the middle is rounded to. */
const longRun: IsTrue = (said, raw) => {
  const newest = pointsOf(raw).at(-1)?.value ?? Number.NaN;
  const middle = readAmount(said['centre'] ?? '', raw);
  const isOnSide = (one: number) => isAbout(one, middle) && newest > one === (said['side'] === 'above');
  return runOf(raw) === readCount(said['run'] ?? '') && middleOf(raw).some(isOnSide) && betterSo(said, raw);
};

const change = 'A real change(?: for the (?<better>better|worse))?';
const count = '(?:months|quarters)';

export const aboutTime: Patterns = {
  'so far': [
    says(`{period period} stands at {value amount} so far(?:${against})?${stillWait}`, stands),
    says(`{period period} so far: {kept count} of {all count}(?: in time| kept it)?(?:${fewAgainst})?${stillWait}`, ofFew),
    says(`As of {day day} it is {value amount}(?:${against})?`, (said, raw) => stands({ ...said, period: raw.metric.finest === 'quarter' ? '' : said['period'] ?? '' }, raw) || (isAbout(raw.running?.value, readAmount(said['value'] ?? '', raw)) && stoodSo(said, raw))),
    says(`As of {day day} it is {kept count} of {all count}(?:${fewAgainst})?`, (said, raw) => countsNow(said, raw) && dayOf(said['day'] ?? '', raw.today) === raw.today),
    says('{period period} began at {value amount}', stands),
    says(`(?:None|Nothing) in {period period} so far(?:${against}|, as at this point in {also period})?${stillWait}`, (said, raw) =>
      isRunning(said, raw) && raw.running?.value === 0 && waitsSo(said, raw) && stoodSo(said, raw) && (!said['also'] || raw.stretches[0]?.value === 0)),
    says('{period period} has none to judge yet: {waiting count} waits?', (said, raw) => isRunning(said, raw) && raw.running?.value === null && waitsSo(said, raw)),
  ],
  pace: [
    says('At an even pace, about {byNow amount} of {period period}’s {target amount} would be due by now', (said, raw) => isPace(said, raw, 'at least')),
    says('At an even pace, {period period}’s {target amount} would allow about {byNow amount} by now', (said, raw) => isPace(said, raw, 'at most')),
  ],
  compared: [
    says(`(?:It was|There were|There was) ${aValue('one')} ${when} {first period}(?:,? and ${aValue('other')} ${when} {second period})?`, beside),
    says(`(?:It was|There were|There was) ${aValue('one')} ${when} {first period}(?: and|, nor) ${when} {second period}`, beside),
    says(`That is {by amount} (?<way>more|less|fewer) than ${when} {first period}(?: and {by2 amount} (?<way2>more|less|fewer) than ${when} {second period})?`, apart),
  ],
  record: [
    says(`{period period} (?:has|is) (?<most>the (?:most|least|fewest|highest|lowest|longest time|shortest time)) (?:in|of) {of count} ${count}`, record),
    says('{period period} (?:has|is) (?<most>the (?:most|least|fewest|highest|lowest|longest time|shortest time)) since {since period}(?<tie>, which .+)?', record),
  ],
  signal: [
    says(`Too early to tell a real change from the usual wobble: (?:no|{periods count}) (?:months?|quarters?) (?:is|are) counted(?: by today’s wording)?, and it takes 12`, (said, raw) => pointsOf(raw).length === readCount(said['periods'] || '0')),
    says(`Too few records to tell a real change from the usual wobble: (?:no|{periods count}) (?:months?|quarters?) (?:has|have) enough, and it takes 12`, (said, raw) => pointsOf(raw).length === readCount(said['periods'] || '0')),
    says(`It was the same in all {periods count} ${count}, so its usual wobble is not known`, (said, raw) =>
      isEven(raw, pointsOf(raw).length) && pointsOf(raw).length === readCount(said['periods'] ?? '')),
    says(`It was the same in the first {periods count} of {all count} ${count}, so its usual wobble is not known`, (said, raw) =>
      isEven(raw, readCount(said['periods'] ?? '')) && pointsOf(raw).length === readCount(said['all'] ?? '')),
    says('A (?:month|quarter) can carry over what was there before, so no usual range is drawn', () => true),
    says(`{period period} lies within its usual range \\(${rangeText}\\): the usual wobble`, within),
    says(`${change}: {period period} lies (?<side>above|below) its usual range \\(${rangeText}\\)(?:, and {run count} ${count} in a row (?<side2>above|below) its middle)?`, outside),
    says(`${change}: {run count} ${count} in a row lie (?<side>above|below) the usual {centre amount}`, longRun),
  ],
}; // prettier-ignore

/** Whether the first so many periods all came to the same. */
function isEven(raw: Raw, periods: number): boolean {
  const values = pointsOf(raw)
    .slice(0, periods)
    .map(({ value }) => value);
  return Math.max(...values) - Math.min(...values) <= 1e-9 * Math.max(...values.map(Math.abs), 1);
}

function isPace(said: Said, raw: Raw, way: string): boolean {
  const agreed = raw.targets.find(({ period }) => period === raw.running?.period);
  const size = / million/u.test(said['target'] ?? '') ? 1e6 : / billion/u.test(said['target'] ?? '') ? 1e9 : 1;
  const reads = (text: string) => [readAmount(text, raw), readAmount(text, raw, size)];
  const level = raw.metric.unit.unit === 'records' ? Math.round : (number: number) => number;
  return isRunning(said, raw) && agreed?.way === way && reads(said['byNow'] ?? '').some((byNow) => isAbout(level(agreed.byNow ?? Number.NaN), byNow)) &&
    [Math.floor, Math.ceil, (one: number) => one].some((to) => isAbout(to(agreed.target ?? Number.NaN), readAmount(said['target'] ?? '', raw)));
} // prettier-ignore

/** What is new since the last time, and what is kept again. */
import { dayOf, isAbout, readAmount, readCount, rowOf } from './read-english.ts';
import { literal, says, saysOf, type IsTrue, type Patterns, type Said } from './pattern.ts';
import type { Raw } from './raw.ts';

const title = ({ metric }: Raw) => `‘${literal(metric.title)}’`;
const marks = 'kept|slipping|broken';
const grains = '(?:days?|weeks?|months?|quarters?|years?|periods?)';
const isDay = (said: Said, { before, today }: Raw) => before !== null && dayOf(said['day'] ?? '', today) === before.day;
const named = (said: Said, name: string, raw: Raw) => rowOf(said[name] || 'today', raw);

const stood = (said: Said, raw: Raw, name: string): boolean => {
  const row = named(said, name, raw);
  const then = raw.before?.rows.find(({ state }) => state === 'over');
  return row !== undefined && then?.period === row.period && then.mark.mark === (said['was'] || 'none');
};

const turned = (then: string): IsTrue => (said, raw) => {
  const row = named(said, 'period', raw);
  return row === raw.latest && row?.mark.mark === said['mark'] && said['was'] !== said['mark'] && stood(said, raw, then);
}; // prettier-ignore

/** Two numbers of one period, then and now, each with what waited. */
const sideBySide: IsTrue = (said, raw) => {
  const row = named(said, 'period', raw);
  const ran = said['ran'] !== '' || said['runs'] !== '';
  const then = raw.before?.rows.find(({ state }) => (state === 'so far') === ran);
  if (!row || !then || then.period !== row.period || !isDay(said, raw)) return false;
  const isIt = (value: number | null, text: string) =>
    text === 'not known' ? value === null : isAbout(value, readAmount(text, raw));
  const waits = (name: string) => (said[name] ? readCount(said[name]) : 0);
  const isNow = row.grain === 'all' || (row.status === 'so far') === (said['runs'] !== '');
  return (
    isNow &&
    isIt(then.value, said['before'] ?? '') &&
    isIt(row.value, said['now'] ?? '') &&
    waits('waitedThen') === then.waiting &&
    waits('waits') === row.waiting
  );
};

const isOff = ({ mark: { mark } }: Raw['series'][number]) => mark === 'slipping' || mark === 'broken';

export const aboutSince: Patterns = {
  'since mark': [
    saysOf((raw) => `${title(raw)} is (?<mark>${marks})(?: for {period period})?; on {day day} it (?:was (?<was>${marks})|had no mark)`, (said, raw) =>
      isDay(said, raw) && turned('period')(said, raw)),
    saysOf((raw) => `${title(raw)} (?:was (?<was>${marks})|had no mark) for {then period}, and is (?<mark>${marks}) for {period period}`, turned('then')),
  ],
  'since number': [
    saysOf((raw) => `${title(raw)}(?: for {period period})?: (?<before>not known|{first amount})(?: with {waitedThen count} waiting)?(?<ran> so far)? on {day day}[,;] (?<now>not known|{second amount})(?: with {waits count} waiting)? (?:now(?: that it is over)?|(?<runs>so far now))`, sideBySide),
  ],
  'since agreed': [
    saysOf((raw) => `${title(raw)} waited for a yes on {day day}, and has it now`, (said, raw) =>
      isDay(said, raw) && raw.before?.rows.some(({ mark }) => mark.why === 'waiting for agreement') === true && raw.metric.signatures.every(({ holds }) => holds)),
  ],
  'since defined': [
    saysOf((raw) => `${title(raw)} is counted by another wording than on {day day}`, (said, raw) =>
      isDay(said, raw) && raw.before?.rows.some(({ seal }) => seal !== raw.metric.seal) === true),
  ],
  'kept again': [
    saysOf((raw) => `${title(raw)} is kept(?: for {period period})?, after {off count} ${grains} that (?:was|were) not`, (said, raw) => {
      const at = raw.series.findIndex((row) => row === named(said, 'period', raw));
      const off = readCount(said['off'] ?? '');
      const [before, run] = [raw.series[at - off - 1], raw.series.slice(Math.max(0, at - off), at)];
      return raw.series[at]?.mark.mark === 'kept' && run.length === off && run.every(isOff) && !(before && isOff(before));
    }),
  ],
  'move review': [
    saysOf((raw) => `Look again at what ${title(raw)} asks: that was due by {due day}`, (said, { metric }) =>
      metric.reviewBy !== null && dayOf(said['due'] ?? '', metric.reviewBy) === metric.reviewBy),
  ],
}; // prettier-ignore

/** Of all numbers together: that nothing is new. */
export const nothingNew = (raws: readonly Raw[]) =>
  says('Nothing is new since {day day}', (said) =>
    raws.filter(({ before }) => before !== null).every((raw) => isDay(said, raw) && raw.before?.rows.every(({ seal }) => seal === raw.metric.seal) === true)); // prettier-ignore

/** A metric's number, and how far it lies from what was agreed. */
import { isAbout, liesApart, readAmount, rowOf, stepOf } from './read-english.ts';
import { literal, says, saysOf, type IsTrue, type Patterns, type Said } from './pattern.ts';
import { levelOf, markNow, wayThen, type Raw } from './raw.ts';

/** What may follow a number: how it stands to what was agreed, and by whose word. */
const byWhom = '(?:its promise|what [\\p{L} ]+ promised|what was agreed|the target)';
const than = '(?:it promised|[\\p{L} ]+ promised|agreed|the target)';
export const distance =
  `(?:(?<equal>just on target|just what (?:it promised|was agreed|[\\p{L} ]+ promised))` +
  `|(?<under>fewer|less) than (?:the (?<most>.+?) agreed as the most|the target of (?<aim>.+?))` +
  `|(?<little>a little) over (?:the (?<mostL>.+?) agreed as the most|the target of (?<aimL>.+?))` +
  `|(?<beyond>[^,]*?\\d.*?) over (?:the (?<mostO>.+?) agreed as the most|the target of (?<aimO>.+?))` +
  `|(?<points>[\\d.]+ points?) (?<side>over|under) ${byWhom}` +
  `|(?<aLittle>a little) more than ${than}` +
  `|(?<apart>[^,]*?\\d.*?) (?<way>more|fewer|less) than ${than})`;

/** Whether a row lies to its target as the words of a distance have it. */
export function isSo(said: Said, raw: Raw, row = raw.latest): boolean {
  const target = row && levelOf(raw, row);
  if (!row || row.value === null || target === null || row.mark.mark !== markNow(raw, row)) return false;
  const gap = row.value - target;
  const level = said['most'] || said['aim'] || said['mostL'] || said['aimL'] || said['mostO'] || said['aimO'] || '';
  if (level && (!isAbout(target, readAmount(level, raw)) || wayThen(raw, row.to) !== 'at most')) return false;
  if (said['equal']) return Math.abs(gap) <= stepOf(raw, row.value) + stepOf(raw, target) + 1e-9;
  if (said['under']) return gap < 0;
  if (said['little'] || said['aLittle']) return gap > 0 && gap <= Math.abs(target) * 0.101;
  const over = said['beyond'] !== '' || said['side'] === 'over' || said['way'] === 'more';
  const apart = said['beyond'] || said['points'] || said['apart'] || '';
  return gap > 0 === over && liesApart(raw, row.value, target, apart);
}

const level: IsTrue = (said, raw) => {
  const row = said['period'] ? rowOf(said['period'], raw) : raw.latest;
  return row !== undefined && row === raw.latest && isAbout(row?.value, readAmount(said['value'] ?? '', raw));
};

/** The sentence that the company gave its metric, with holes; of one record as well as of many. */
function ownSentence({ metric }: Raw): string {
  const many = metric.words.says;
  const one = many
    .replace(/\bleads\b/u, 'lead')
    .replace(/\bdeals\b/u, 'deal')
    .replace(/\b(deal|lead) were\b/u, '$1 was');
  const shaped = (text: string) =>
    literal(text.charAt(0).toUpperCase() + text.slice(1))
      .replace('{value}', '{value amount}')
      .replace('{period}', '{period period}');
  return many === one
    ? shaped(many)
    : `${shaped(many)}|${shaped(one).replace('{value amount}', '(?<value1>1)').replace('{period period}', '(?<period1>.+?)')}`;
}

const own: IsTrue = (said, raw) =>
  level(said['value1'] ? { ...said, value: said['value1'] ?? '', period: said['period1'] ?? '' } : said, raw);
const none = (said: Said, raw: Raw) =>
  said['period'] ? rowOf(said['period'] ?? '', raw)?.value === null : raw.latest === null;

export const aboutLevel: Patterns = {
  title: [
    saysOf((raw) => `(?:${ownSentence(raw)})(?<open> so far)?(?:, ${distance})?`, (said, raw) =>
      own(said, raw) && (!said['open'] || (raw.latest?.waiting ?? 0) > 0) && (!hasDistance(said) || isSo(said, raw))),
    saysOf(({ metric }) => `${literal(metric.title)}: {value amount} in {period period}(?<open> so far)?(?:, ${distance})?`, (said, raw) =>
      level(said, raw) && (!hasDistance(said) || isSo(said, raw))),
    saysOf(({ metric }) => `${literal(metric.title)}: not known for {period period}`, none),
    saysOf(({ metric }) => `${literal(metric.title)}: not countable yet`, (_, { metric }) => metric.missing.length > 0),
    saysOf(({ metric }) => `${literal(metric.title)}: no period is over yet`, (_, { latest }) => latest === null),
  ],
  distance: [says(distance.replace('(?<equal>just', '(?<equal>[Jj]ust').replace('(?<under>fewer', '(?<under>[Ff]ewer|[Ll]ess|fewer').replace('(?<little>a', '(?<little>[Aa]').replace('(?<aLittle>a', '(?<aLittle>[Aa]'), (said, raw) => isSo(said, raw))],
  'off each': [
    saysOf(({ metric }) => `${literal(metric.title)}: (?<mark>slipping|broken) at {value amount}(?:, ${distance})?`, (said, raw) =>
      level(said, raw) && raw.latest?.mark.mark === said['mark'] && (!hasDistance(said) || isSo(said, raw))),
  ],
  but: [
    saysOf(({ metric }) => `Kept, but ‘${literal(metric.title)}’ is (?<mark>slipping|broken) at {value amount}`, (said, raw) =>
      level(said, raw) && raw.latest?.mark.mark === said['mark']),
  ],
}; // prettier-ignore

const hasDistance = (said: Said) =>
  ['equal', 'under', 'little', 'beyond', 'points', 'aLittle', 'apart'].some((name) => said[name] !== '');

/** English as the checker reads it: which words of a sentence are numbers, and which claim a direction, a cause or a score. Nothing here is ever said. */
import { currencyWord, small } from './forms.ts';

/** What a word says of the facts; what backs each stands in `check/directions.ts`. `never`: no fact can back it. */
export type Direction =
  | 'more'
  | 'less'
  | 'more is asked'
  | 'less is asked'
  | 'at least'
  | 'at most'
  | 'better'
  | 'worse'
  | 'neither better nor worse'
  | 'real change'
  | 'changed'
  | 'none changed'
  | 'usual'
  | 'wobble'
  | 'kept'
  | 'slipping'
  | 'broken'
  | 'all'
  | 'none'
  | 'equal'
  | 'half'
  | 'double'
  | 'record high'
  | 'record low'
  | 'largest part'
  | 'smallest part'
  | 'taken away'
  | 'others'
  | 'nearly equal'
  | 'never';

/** What claims neither number nor direction, though its words could. */
export const idioms =
  /\b(?:is|are) (?:not )?over(?: yet)?\b|\bcan carry over\b|^kept, but\b|\bof all time\b|\bone after another\b|\bby two wordings\b|\bno \w+ has had\b|\b(?:have|has) not had\b/giu;

/** Longer ones first: what one has read, none after it reads again. */
export const directionWords: readonly (readonly [RegExp, Direction])[] = [
  [/\bless (?=\d)/giu, 'taken away'],
  [/\band \d+ more$|\band \d+ more\.$/giu, 'others'],
  [/\babout the same\b/giu, 'nearly equal'],
  [/\bmore(?: in time)? would have kept it\b/giu, 'more is asked'],
  [/\b(?:fewer|less) would have kept it\b/giu, 'less is asked'],
  [/\ba real change for the better\b/giu, 'better'],
  [/\ba real change for the worse\b/giu, 'worse'],
  [/\bto tell a real change(?: from the usual wobble)?\b/giu, 'usual'],
  [/\bnone\b[^.;]*?\b(?:a real change|really changed)\b|\bno real change\b/giu, 'none changed'],
  [/\breally changed\b/giu, 'changed'],
  [/\bneither (?:for )?better nor worse\b/giu, 'neither better nor worse'],
  [/\bmore numbers?\b/giu, 'others'],
  [/\bthe usual wobble\b/giu, 'wobble'],
  [/\ba real change\b/giu, 'real change'],
  [/\bjust on target\b|\bjust what\b|\bthe same\b/giu, 'equal'],
  [/\bthe (?:\S+ ){1,5}agreed as the most\b/giu, 'at most'],
  [/\bat least\b/giu, 'at least'],
  [/\bat most\b|\bno more than\b/giu, 'at most'],
  [/\b(?:or|and) more\b/giu, 'more'],
  [/\bmore\b|\bover\b|\babove\b|\blonger\b|\blater\b|\bhigher\b|\bgrew\b|\brose\b|\bup by\b|\bexceeded\b/giu, 'more'],
  [/\bless\b|\bfewer\b|\bunder\b|\bbelow\b|\bshort\b(?! of)|\bshorter\b|\bearlier\b|\blower\b|\bshrank\b|\bfell\b|\bdown by\b/giu, 'less'],
  [/\bbetter\b|\bimproved\b/giu, 'better'],
  [/\bworse\b|\bworsened\b/giu, 'worse'],
  [/\bhighest\b|\bmost (?:since|in|of all)\b|\blongest\b/giu, 'record high'],
  [/\blowest\b|\bfewest\b|\bleast (?:since|in|of all)\b|\bshortest\b/giu, 'record low'],
  [/\bmostly\b|\bmost\b|\blargest\b/giu, 'largest part'],
  [/\bleast\b|\bsmallest\b/giu, 'smallest part'],
  [/\bkept\b/giu, 'kept'],
  [/\bdid not keep\b/giu, 'none'],
  [/\bslipping\b/giu, 'slipping'],
  [/\bbroken\b/giu, 'broken'],
  [/\bnone\b|\bnothing\b/giu, 'none'],
  [/\ball\b|\bboth\b|\bevery\b|\beach\b/giu, 'all'],
  [/\bhalf\b/giu, 'half'],
  [/\btwice\b|\bdoubled?\b/giu, 'double'],
  [/\b(?:dropped|climbed|increased?s?|decreased?s?|declined|soared|plunged|faster|slower|bigger|smaller|jumped|tripled|halved|collapsed|boomed)\b/giu, 'never'],
]; // prettier-ignore

/** What says why, where nobody stated it. */
export const causeWords =
  /\b(?:because|due to|thanks to|drove|driven by|led to|leads to|caused?|result of|as a result|therefore|owing to|so that)\b/iu;

/** What keeps a score, whoever it is about. */
export const scoreWords = /\b(?:best|worst|winners?|losers?|champions?|ranks?|ranked|beats?|outperform\w*|league)\b/iu;

/** What holds whoever comes next against somebody. `promised` after them tells of a promise and of no score. */
export const againstWhom = (names: readonly string[]): RegExp =>
  new RegExp(
    `\\b(?:than|ahead of|behind|unlike|before)\\s(?:the\\s)?(?:${names.join('|')})\\b(?!\\s(?:and\\s\\w+\\s)?promised)`,
    'iu',
  );

/** What words lose when nothing came of them. */
export const unfinishedWords = /undefined|NaN|null|Infinity|\[object|[{}]|\s{2,}| ,|\(\)/u;

/** Capitals in a row, or letters with stops between them. */
export const abbreviations = /(?<![\p{L}\p{N}])(?:\p{Lu}{2,}[\p{Lu}\p{N}]*s?|(?:\p{L}\.){2,})(?![\p{L}\p{N}])/gu;

/** `none` is no number here: it claims that there are none. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  [...small.entries()].flatMap(([number, word]): [string, number][] => (number === 0 ? [] : [[word, number]])),
);

export const sizes: Readonly<Record<string, number>> = { million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 };

const units = 'points?|(?:business )?(?:minutes?|hours?|days?)|calendar days?|weeks?|months?|quarters?|years?|times?';

/** A currency's name, of many and of one: `US dollars` is no abbreviation. */
export const currencyNames = (currency: string): string[] => [
  currencyWord(currency, 'name', 2),
  currencyWord(currency, 'name', 1),
];

const regexesOf = new Map<string, RegExp>();

/** What periods are counted in. */
export const periodUnits = /^(?:days?|weeks?|months?|quarters?|years?|periods?)$/u;

/** A number in figures, its sign, its size and what it is said in, where amounts are of this currency. */
export function numberAsSaid(currency: string): RegExp {
  const known = regexesOf.get(currency) ?? withCurrency(currency);
  regexesOf.set(currency, known);
  return known;
}

function withCurrency(currency: string): RegExp {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const [many, one] = currencyNames(currency).map(escaped);
  const sign = escaped(currencyWord(currency, 'symbol').trim());
  return new RegExp(
    `(?<![\\p{L}\\p{N}.])(?<minus>[−-])?(?<sign>${sign})?\\s?(?<figures>\\d[\\d,]*(?:\\.\\d+)?)(?:\\s?(?<size>million|billion|m|bn)(?!\\p{L}))?(?:(?<percent>%)|\\s(?:(?<name>${many}|${one})|(?<unit>${units}))(?!\\p{L}))?`,
    'giu',
  );
}

/** The same of numbers in words. */
export const wordAsNumber = new RegExp(
  `(?<![\\p{L}\\p{N}'-])(?<word>${[...numberWords.keys()].join('|')})(?![\\p{L}\\p{N}'-])(?:\\s(?<unit>points?|times?)(?!\\p{L}))?`,
  'giu',
);

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** Times by their names: what is left of them once the times of the facts are taken away has no fact. */
export const namesOfTimes = new RegExp(
  `(?:\\d+\\s)?\\b(?:${months})\\b(?:\\s\\d{4})?|\\b(?:first|second|third|fourth) quarter\\b(?: of \\d{4})?`,
  'gu',
);

/** Numbers with their size, for whoever reads past them. */
export const numbersWithUnits = /[−-]?\d[\d,.]*(?:\s(?:million|billion))?%?/gu;

/** All that the checker looks for in words. */
export const tellingWords: readonly RegExp[] = [
  wordAsNumber,
  namesOfTimes,
  causeWords,
  scoreWords,
  ...directionWords.map(([words]) => words),
];

/** English: what a breakdown shows. */
import { inWords, longDay, moneyInShort, plainNumber, quoted, sentence } from './forms.ts';
import { ofWords } from './charts.ts';
import type { Day } from '../../../values/period.ts';

/** A member stands by its name, as a band of something, or as one of the cases that records are sorted under. */
export type GroupStyle = 'name' | 'band' | 'case';

const readsAsDenial = /^(?:no|not|none|nothing|nobody|never)\b/iu;

/** The name of a band as a sentence has it: `below €10,000` for `below 10,000 EUR`, as a code is an abbreviation. */
export const bandWords = (member: string): string =>
  member.replace(/([\d,]+(?:\.\d+)?)\s([A-Z]{3})\b/gu, (_, amount: string, currency: string) =>
    moneyInShort(Number(amount.replaceAll(',', '')), currency),
  );

/** `Website`, `company size below 20`, `‘Not ready’`. `again`: where the sentence has said before what the bands are of. */
export function memberInText(member: string, dimension: string, style: GroupStyle, again = false): string {
  if (style === 'band') return again ? bandWords(member) : `${dimension} ${bandWords(member)}`;
  return style === 'case' || readsAsDenial.test(member) ? quoted(member) : member;
}

const sibilant = /(?:s|x|z|ch|sh)$/iu;
const alreadyMany = /[^isu]s$/iu;

function plural(noun: string): string {
  const [first = noun, ...rest] = noun.split(' ');
  if (rest.length > 0) return [`${first}s`, ...rest].join(' ');
  if (/[^aeiou]y$/iu.test(noun)) return `${noun.slice(0, -1)}ies`;
  return sibilant.test(noun) ? `${noun}es` : `${noun}s`;
}

/** What each member of a breakdown is: a source, a kind of reason; a group where its name is no plain noun. */
export function groupNoun(dimension: string, style: GroupStyle): { readonly one: string; readonly many: string } {
  const isNoun = /^(?:kind of )?\p{L}+$/u.test(dimension) && !alreadyMany.test(dimension);
  return style !== 'band' && isNoun ? { one: dimension, many: plural(dimension) } : { one: 'group', many: 'groups' };
}

/** Whether it is told of as over, or as it still stands. */
export type Tense = 'past' | 'present';
export const verbs = {
  past: { is: 'was', keep: 'kept', keeps: 'kept', make: 'made', makes: 'made', stay: 'stayed', stays: 'stayed' },
  present: { is: 'is', keep: 'keep', keeps: 'keeps', make: 'make', makes: 'makes', stay: 'stay', stays: 'stays' },
} as const;

/** What a sentence about a period begins with. */
export const leads = {
  today: () => 'Today',
  'so far': (period: string) => `So far in ${period}`,
  in: (period: string) => `In ${period}`,
  on: (period: string) => `On ${period}`,
  'in all': () => 'In total',
  'at the end': (period: string) => `At the end of ${period}`,
  'at the start': (period: string) => `At the start of ${period}`,
  'by the end': (period: string) => `By the end of ${period}`,
  'as of': (_: string, day: Day) => `As of ${longDay(day)}`,
} as const satisfies Record<string, (period: string, day: Day) => string>;

/** What lies at the ends is called by what is measured. */
export const endWords = {
  length: { lowest: 'shortest', highest: 'longest' },
  level: { lowest: 'lowest', highest: 'highest' },
} as const;

export interface EndTold {
  readonly name: string;
  /** `72%`, `6.9 business hours`. */
  readonly value: string;
  /** `lowest`, `longest`. */
  readonly end: string;
  /** Of a share of records: how many of how many; else null. */
  readonly part: number | null;
  readonly of: number | null;
}

const detail = ({ part, of }: EndTold) => (part === null || of === null ? '' : ` (${ofWords(part, of)})`);

export interface KeptTold {
  readonly kept: number;
  readonly judged: number;
  /** Whether there are others, which can't be judged. */
  readonly others: boolean;
  readonly nouns: string;
  readonly level: string;
  readonly way: 'at least' | 'at most';
  readonly promised: boolean;
  readonly tense: Tense;
}

function whoKept({ kept, judged, others, nouns }: KeptTold): string {
  const all = `${inWords(judged)} ${nouns}${others ? ' that can be judged' : ''}`;
  if (kept === judged) return judged === 2 ? `both ${all.replace(/^two /u, '')}` : `all ${all}`;
  if (kept === 0) return judged === 2 ? `neither of the ${all}` : `none of the ${all}`;
  return `${inWords(kept)} of the ${all}`;
}

/** `two of the five sources kept the agreed 90%`. */
export function keptWords(told: KeptTold): string {
  const { kept, judged, way, level, promised, tense } = told;
  const verb = verbs[tense];
  const one = kept < 2 && kept < judged;
  const agreed = promised ? `agreed ${level}` : `target of ${level}`;
  const did = way === 'at least' ? verb[one ? 'keeps' : 'keep'] : `${verb[one ? 'stays' : 'stay']} within`;
  return `${whoKept(told)} ${did} the ${agreed}`;
}

/** Beside a metric's name: `1 of 3 sources kept the agreed 90%`. */
export function keptBriefs({ kept, judged, nouns, way, level, promised, tense }: KeptTold): string[] {
  const counts = `${plainNumber(kept)} of ${plainNumber(judged)}`;
  const did = way === 'at least' ? verbs[tense].keep : `${verbs[tense].stay} within`;
  const agreed = `the ${promised ? 'agreed' : 'target of'} ${level}`;
  return [`${counts} ${nouns} ${did} ${agreed}`, `${counts} ${did} ${agreed}`];
}

export const keptSentence = (lead: string, kept: string, worst: EndTold | null, tense: Tense, full: boolean) =>
  sentence(
    `${lead}, ${kept}${worst ? `; ${worst.name} ${verbs[tense].is} ${worst.end} at ${worst.value}${full ? detail(worst) : ''}` : ''}`,
  );

/** `In October, Webinar was lowest at 72% (13 of 18), Website highest at 97% (28 of 29).` `among`: `of the sources with enough records`, or ''. */
export const endsSentence = (
  lead: string,
  ends: readonly EndTold[],
  { among, tense, full }: { among: string; tense: Tense; full: 'all' | 'first' | 'none' },
) => {
  const said = ends.map((end, index) => {
    const brackets = full === 'all' || (full === 'first' && index === 0) ? detail(end) : '';
    return `${end.name}${index === 0 ? ` ${verbs[tense].is}` : ''} ${end.end ? `${end.end} ` : ''}at ${end.value}${brackets}`;
  });
  return sentence(`${lead}${among ? `, ${among}` : ''}, ${said.join(', ')}`);
};
export const amongEnough = (nouns: string | null) =>
  `of ${nouns === null ? 'those' : `the ${nouns}`} with enough records`;
export const endsBriefs = (ends: readonly EndTold[], noun: string): string[] => {
  const said = ends.map(({ name, end, value }) => `${name} ${end ? `${end} ` : ''}at ${value}`);
  const [first = '', second = ''] = ends.map(({ value }) => value);
  return [
    said.join(', '),
    said[0] ?? '',
    ...(second ? [`from ${first} to ${second} by ${noun}`, `from ${first} to ${second}`] : []),
    `${ends[0]?.end || `a single ${noun}`} at ${first}`,
  ];
};

/** `83,100 of 216,000 euros`, `11 of 24 qualified leads`: the unit once where it is the same. */
export function partOf(part: string, whole: string): string {
  const unit = (said: string) => said.replace(/^[\d.,−]+/u, '');
  return /^[\d−]/u.test(part) && unit(part) === unit(whole) && unit(part) !== ''
    ? `${part.slice(0, part.length - unit(part).length)} of ${whole}`
    : `${part} of ${whole}`;
}

interface LeadersTold {
  readonly lead: string;
  /** One, or two that make up most together. */
  readonly names: readonly string[];
  /** `11 of 24 qualified leads`. */
  readonly parts: string;
  readonly noun: { readonly one: string; readonly many: string };
  readonly members: number;
  readonly credit: boolean;
  readonly tense: Tense;
}

/** `In October, Website made up 11 of 24 qualified leads, the most of any source.` */
export function leadersSentence({ lead, names, parts, noun, members, credit, tense }: LeadersTold): string {
  const verb = verbs[tense];
  const [first = '', second] = names;
  const did = (one: boolean) =>
    credit
      ? `${one ? verb.is : tense === 'past' ? 'were' : 'are'} credited with`
      : `${one ? verb.makes : verb.make} up`;
  if (second !== undefined)
    return sentence(
      `${lead}, two of the ${inWords(members)} ${noun.many}, ${first} and ${second}, ${did(false)} ${parts}`,
    );
  return sentence(`${lead}, ${first} ${did(true)} ${parts}, the most of any ${noun.one}`);
}
/** `bare`: the parts without what is counted. */
export const leadersBriefs = (
  names: readonly string[],
  { parts, bare, noun }: { parts: string; bare: string; noun: { one: string; many: string } },
) => [
  `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} ${parts}`,
  `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} ${bare}`,
  `${bare} in ${names.length === 1 ? `a single ${noun.one}` : `two ${noun.many}`}`,
  bare,
];

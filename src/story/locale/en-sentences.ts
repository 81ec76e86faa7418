/** English: the sentences that are made of facts. What a company's agreement says comes in as it stands there. */
import type { Day } from '../../values/period.ts';
import type { MarkWord } from '../../values/value.ts';
import type { OutcomeSense } from '../outcome-sense.ts';
import {
  asOfToday,
  counted,
  dayWords,
  grainWords,
  inWords,
  listed,
  longDay,
  monthAndYear,
  plainNumber,
  quoted,
  sentence,
  small,
  capital,
  typographic,
} from './en.ts';

// Titles

/** The agreement's own sentence with its value and period in place, without a full stop. */
export function levelTitle(
  says: string,
  { value, period, title }: { value: string; period: string; title: string },
): string {
  const template = says.includes('{value}') ? says : `${title}: {value} in {period}`;
  const dated = period === asOfToday ? template.replace(/\b(?:in|of|on) \{period\}/gu, '{period}') : template;
  return typographic(capital(dated.replaceAll('{value}', value).replaceAll('{period}', period)));
}
/** After a title whose number can still change. */
export const soFarSuffix = ' so far';
export const notKnownTitle = (title: string, period: string) => sentence(`${title}: not known for ${period}`);
/** Of what is divided by the rest of a target, where none is left: `whose` is titled the target's metric. */
export const reachedTitle = (title: string, whose: string, period: string) =>
  sentence(`${title}: the target of ${quoted(whose)} is reached, so nothing is left to divide by in ${period}`);
export const notCountableTitle = (title: string) => sentence(`${title}: not countable yet`);
export const nothingYetTitle = (title: string) => sentence(`${title}: no period is over yet`);

interface Against {
  readonly style: 'own' | 'other' | 'shared' | 'target';
  readonly team: string;
  readonly way: 'at least' | 'at most';
  readonly equal: boolean;
  readonly over: boolean;
  readonly share: boolean;
  readonly few: boolean;
  /** So near that its distance in words says less than that it is near. */
  readonly little: boolean;
  readonly distance: string;
  readonly target: string;
}

/** `7 points under its promise`, `9 more than it promised`, `a little more than agreed`. */
export function againstTarget({
  style,
  team,
  way,
  equal,
  over,
  share: points,
  few,
  little,
  distance,
  target,
}: Against): string {
  const asPromise = {
    own: 'its promise',
    other: `what ${team} promised`,
    shared: 'what was agreed',
    target: 'the target',
  }[style];
  const than = { own: 'it promised', other: `${team} promised`, shared: 'agreed', target: 'the target' }[style];
  if (equal) return style === 'target' ? 'just on target' : `just what ${style === 'shared' ? 'was agreed' : than}`;
  if (way === 'at most') {
    const most = style === 'target' ? `the target of ${target}` : `the ${target} agreed as the most`;
    if (!over) return `${few ? 'fewer' : 'less'} than ${most}`;
    return `${little ? 'a little' : distance} over ${most}`;
  }
  if (points) return `${distance} ${over ? 'over' : 'under'} ${asPromise}`;
  if (little && over) return `a little more than ${than}`;
  return `${distance} ${over ? 'more' : few ? 'fewer' : 'less'} than ${than}`;
}

// The state of a promise

/** Where the marks begin and end. `between`: the middle stretch as whole numbers, where there are such. */
export function keyWords(
  way: 'at least' | 'at most',
  target: string,
  broken: string | null,
  between: string | null,
): string {
  const [good, under, over] = way === 'at least' ? ['at least', 'under', 'from'] : ['at most', 'over', 'up to'];
  if (broken === null) return `Kept: ${good} ${target}. Broken: ${under} ${target}.`;
  const middle = way === 'at least' ? `${over} ${broken} to under ${target}` : `over ${target} to ${broken}`;
  return `Kept: ${good} ${target}. Slipping: ${between ?? middle}. Broken: ${under} ${broken}.`;
}

const markVerbs: Record<MarkWord, string> = {
  kept: 'is kept',
  slipping: 'is slipping',
  broken: 'is broken',
  none: 'has no mark',
};

export const offWords = (title: string, mark: MarkWord, value: string, distance: string) =>
  sentence(`${title}: ${mark} at ${value}${distance ? `, ${distance}` : ''}`);
export const butWords = (title: string, mark: MarkWord, value: string) =>
  sentence(`Kept, but ${quoted(title)} ${markVerbs[mark]} at ${value}`);

// What stands below a title

export const missesWords = (missing: string, way: 'at least' | 'at most', inTime: boolean) =>
  way === 'at least'
    ? sentence(`${missing} more${inTime ? ' in time' : ''} would have kept it`)
    : sentence(`${missing} ${/^\d+$/u.test(missing) ? 'fewer' : 'less'} would have kept it`);
/** `waiting`: `1 qualified lead`, or the number alone. `marked`: whether there is a mark that they cannot change. */
export const waitingWords = (period: string, waiting: string, one: boolean, marked: boolean) =>
  sentence(`${waiting} of ${period} still ${one ? 'waits' : 'wait'}${marked ? ', but cannot change the mark' : ''}`);
/** What a share of an amount is made of: `That is 185,000 euros of 203,000 euros.` */
export const amountsWords = (part: string, whole: string) => sentence(`That is ${part} of ${whole}`);
/** Where an earlier period stood after as much time; goes after a sentence about the running one. */
export const atThisPointWords = (value: string, period: string) => `, against ${value} at this point in ${period}`;
export const nothing = 'nothing';
export const none = 'none';
/** `against`: an `atThisPointWords`, or ''. */
export const soFarWords = (period: string, value: string, waiting: number, against: string) =>
  sentence(
    `${period} stands at ${value} so far${waiting > 0 ? `, with ${plainNumber(waiting)} still waiting` : ''}${against}`,
  );
export const fewSoFarWords = (
  period: string,
  kept: string,
  waiting: number,
  { sense, against }: { sense: OutcomeSense; against: string },
) => {
  const waits = `${plainNumber(waiting)} still ${waiting === 1 ? 'waits' : 'wait'}`;
  const rest = waiting > 0 ? `${against ? ';' : ','} ${waits}` : '';
  const became = sense === 'in time' ? ' in time' : sense === 'kept' ? ' kept it' : '';
  return sentence(`${period} so far: ${kept}${became}${against}${rest}`);
};
/** Of what carries over, how it stands on the day of the data. */
export const asOfWords = (day: Day, value: string, against: string) =>
  sentence(`As of ${dayWords(day)} it is ${value}${against}`);
/** Of what stays as it was when the period began. */
export const beganWords = (period: string, value: string) => sentence(`${period} began at ${value}`);
/** `none`: `none` or `nothing`; `against`: as above; `neither`: the period before, where that had nothing either. */
export const nothingSoFarWords = (
  period: string,
  { none: no, waiting, against, neither }: { none: string; waiting: number; against: string; neither: string },
) => {
  const waits = waiting > 0 ? `, with ${plainNumber(waiting)} still waiting` : '';
  return sentence(`${no} in ${period} so far${waits}${neither ? `, as at this point in ${neither}` : against}`);
};
export const onlyWaitingWords = (period: string, waiting: number) =>
  sentence(`${period} has none to judge yet: ${plainNumber(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`);
export const latelyWords = (kept: number, judged: number, of: number, grain: keyof typeof grainWords) => {
  const all = `the last ${plainNumber(of)} ${grainWords[grain]}`;
  const some = kept === 0 ? none : kept === judged ? 'all' : plainNumber(kept);
  return judged === of
    ? sentence(`Kept in ${some} of ${all}`)
    : sentence(`Of ${all}, ${plainNumber(judged)} can be judged: ${some} kept it`);
};
export const otherWordingWords = (since: Day) =>
  sentence(`Counted by another wording before ${since.endsWith('-01') ? monthAndYear(since) : longDay(since)}`);
/** `lacks`: the fields that some records lack, as they are called. */
export const boundsWords = (low: string, high: string, lacks: readonly string[]) =>
  sentence(
    `Some records lack ${lacks.length > 0 && lacks.length < 4 ? `their ${listed(lacks)}` : 'what it needs'}: filled in, it could be ${low} to ${high}, and the mark another`,
  );
/** Where the running period should stand by now to come to what was agreed for it. */
export const paceWords = ({ period, byNow, target, way }: Pace) =>
  sentence(
    way === 'at least'
      ? `At an even pace, about ${byNow} of ${period}’s ${target} would be due by now`
      : `At an even pace, ${period}’s ${target} would allow about ${byNow} by now`,
  );
interface Pace {
  readonly period: string;
  readonly byNow: string;
  readonly target: string;
  readonly way: 'at least' | 'at most';
}
/** `mark`: the one that it keeps, where today's number would have another. */
export const restatementWords = ({ period, before, today, mark }: Restatement) => {
  if (mark === null) return sentence(`When ${period} closed it was ${before}; today it is ${today}`);
  const kept = mark === 'none' ? 'without a mark' : `as ${mark}`;
  return sentence(`${period} closed ${kept} at ${before}, and that stands; today it is ${today}`);
};
interface Restatement {
  readonly period: string;
  readonly before: string;
  readonly today: string;
  readonly mark: MarkWord | null;
}
export const reviewWords = (by: Day) => sentence(`The teams were to review this by ${longDay(by)}`);
export const undatedWords = (records: string, one: boolean, grain: keyof typeof grainWords) =>
  sentence(`${records} ${one ? 'has' : 'have'} no date and so ${one ? 'stands' : 'stand'} in no ${periodNoun[grain]}`);
const periodNoun: Record<keyof typeof grainWords, string> = {
  day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year', all: 'period', undated: 'period',
}; // prettier-ignore
export const closingWords = (period: string, closes: Day) =>
  sentence(`${period} stays open until ${dayWords(closes)}: what is recorded by then can still change it`);
export const maturingWords = (first: string, last: string, grain: keyof typeof grainWords) =>
  sentence(
    first === last
      ? `${first} has not had its full time yet`
      : `From ${first} to ${last}, no ${periodNoun[grain]} has had its full time yet`,
  );

// Signal or noise

/** `from 14 to 22`; one end where the other is as far as the number can go. Null: it is. */
export const usualRange = (lower: string | null, upper: string | null) => {
  if (lower === null && upper === null) return anything;
  if (lower === null) return `up to ${upper}`;
  if (upper === null) return `from ${lower}`;
  return lower === upper ? lower : `from ${lower} to ${upper}`;
};
const anything = 'anything it can be';
const realChange = (better: boolean | null) =>
  `A real change${better === null ? '' : ` for the ${better ? 'better' : 'worse'}`}`;
/** A number that left its usual range. `inRow`: so many up to it lie on that side of the centre; null where that is no long run. */
export const outsideWords = ({ better, period, side, range, inRow }: Outside) =>
  sentence(
    `${realChange(better)}: ${period} lies ${side} its usual range (${range})${inRow === null ? '' : `, and ${inRow} in a row ${side} its middle`}`,
  );
interface Outside {
  readonly better: boolean | null;
  readonly period: string;
  readonly side: 'above' | 'below';
  readonly range: string;
  /** `9 months`. */
  readonly inRow: string | null;
}
/** Many in a row on one side of the centre, none of which need lie outside the range. `last`: whether the newest of them is the last period. */
export const longRunWords = (better: boolean | null, inRow: string, side: 'above' | 'below', centre: string) =>
  sentence(`${realChange(better)}: ${inRow} in a row lie ${side} the usual ${centre}`);
export const wobbleWords = (period: string, range: string) =>
  sentence(`${period} lies within its usual range (${range}): the usual wobble`);
const toTell = 'to tell a real change from the usual wobble';
/** `since`: the day from which it is counted as today; null where it always was. */
export const tooEarlyToTellWords = (periods: number, needed: number, grain: keyof typeof grainWords, since: boolean) =>
  sentence(
    `Too early ${toTell}: ${plainNumber(periods)} of ${plainNumber(needed)} ${grainWords[grain]}${since ? ' by today’s wording' : ''}`,
  );
export const tooFewToTellWords = (periods: number, needed: number, grain: keyof typeof grainWords) =>
  sentence(
    `Too few records ${toTell}: ${plainNumber(periods)} of ${plainNumber(needed)} ${grainWords[grain]} ${periods === 1 ? 'has' : 'have'} enough`,
  );
export const unmovedWords = (periods: number, grain: keyof typeof grainWords) =>
  sentence(`It was the same in all ${plainNumber(periods)} ${grainWords[grain]}, so its usual wobble is not known`);
export const carriesOverWords = (grain: keyof typeof grainWords) =>
  sentence(`A ${periodNoun[grain]} can carry over what was there before, so no usual range is drawn`);

export const unmarkedWords = {
  'too early': (period: string, waiting: string, one: boolean) =>
    sentence(`Too early to judge ${period}: ${waiting} still ${one ? 'waits' : 'wait'} and could change the mark`),
  'too few': (period: string, records: string) => sentence(`Too few to judge ${period}: ${records}`),
  'no target': () => sentence('No target is agreed for this yet'),
  'waiting for agreement': (teams: readonly string[]) => sentence(`Waiting for ${listed(teams)} to agree`),
  'two wordings': (period: string) => sentence(`${period} was counted by two wordings, so it has no mark`),
  'not countable': (missing: readonly string[]) =>
    sentence(
      `Not countable yet: no source maps ${listed(missing.length > 3 ? [...missing.slice(0, 2), `${plainNumber(missing.length - 2)} more`] : missing)}`,
    ),
  stale: () => sentence('The data is too old to judge by'),
  'not known': (period: string) => sentence(`There was nothing to judge in ${period}`),
};

// The verdict

/** Are we keeping our promises? `judged` of `all` have a mark; `period` is '' where they are not of one period. */
export function verdictWords(kept: number, judged: number, all: number, period: string): string {
  const when = period ? ` in ${period}` : '';
  if (all === 0) return 'We have not promised each other anything yet.';
  if (judged === 0)
    return sentence(
      all === 1 ? 'Our promise cannot be judged yet' : `None of our ${inWords(all)} promises can be judged yet`,
    );
  const ours = judged === all ? `our ${inWords(all)} promises` : `the ${inWords(judged)} promises that can be judged`;
  if (judged === 1) {
    const one = all === 1 ? 'our promise' : 'the one promise that can be judged';
    return sentence(`We ${kept === 1 ? 'kept' : 'did not keep'} ${one}${when}`);
  }
  if (kept === judged) {
    const whole = judged === 2 ? 'both' : `all ${inWords(judged)}`;
    return sentence(
      `We kept ${judged === all ? `${whole} of our promises` : `${whole} promises that can be judged`}${when}`,
    );
  }
  return sentence(`We kept ${inWords(kept)} of ${ours}${when}`);
}

/** What is off, in one sentence. */
export function offTogetherWords(
  slipping: readonly string[],
  broken: readonly string[],
  fits: (sentence: string) => boolean,
): string {
  const named = (titles: readonly string[], word: string) =>
    titles.length > 0 ? [`${listed(titles.map(quoted))} ${titles.length === 1 ? 'is' : 'are'} ${word}`] : [];
  const whole = sentence([...named(broken, 'broken'), ...named(slipping, 'slipping')].join('; '));
  if (fits(whole)) return whole;
  const amount = (count: number, word: string) =>
    count > 0 ? [`${inWords(count)} ${count === 1 ? 'is' : 'are'} ${word}`] : [];
  return sentence(listed([...amount(broken.length, 'broken'), ...amount(slipping.length, 'slipping')]));
}

export interface Noun {
  readonly one: string;
  readonly many: string;
}

const verbs: Readonly<Record<string, string>> = { were: 'was', are: 'is', have: 'has', do: 'does' };

/** `1 waiting leads` as it is said of one: the vocabulary knows the noun, and a verb right after it follows. */
export function singular(said: string, nouns: readonly Noun[]): string {
  const words = said.split(' ');
  const at = words.findIndex((word) => nouns.some(({ many }) => many === word));
  const noun = nouns.find(({ many }) => many === words[at]);
  const verb = verbs[words[at + 1] ?? ''];
  if (!noun) return said;
  return words
    .with(at, noun.one)
    .map((word, index) => (verb && index === at + 1 ? verb : word))
    .join(' ');
}

/** An imperative with its count and day. `last`: they run out one after another until then. */
export function moveWords(move: string, count: number, by: Day | null, last: boolean, nouns: readonly Noun[]): string {
  const said = (count === 1 ? singular(move, nouns) : move).replaceAll('{count}', plainNumber(count));
  return sentence(`${said}${by ? `${last && count > 1 ? ', the last by' : ' by'} ${dayWords(by)}` : ''}`);
}
/** What was agreed for a break; `in a row`: how many broken periods it takes, as the agreement says it. */
export const agreedMoveWords = (title: string, consequence: string) =>
  sentence(`As agreed for ${quoted(title)}: ${consequence}`);

/** `two months in a row`: how many; null for anything else. */
export function inARow(condition: string): number | null {
  const [, count = ''] = /^(\w+) (?:days|weeks|months|quarters|years) in a row$/.exec(condition.trim()) ?? [];
  const number = Number.isInteger(Number.parseInt(count, 10))
    ? Number.parseInt(count, 10)
    : (small as readonly string[]).indexOf(count);
  return number > 0 ? number : null;
}
export const lookAtMissedWords = (title: string, period: string, missed: number) =>
  sentence(`Look at ${period}’s ${counted(missed, 'miss', 'misses')} in ${quoted(title)}`);
/** Of what should be rare. */
export const lookAtCasesWords = (title: string, period: string, cases: number) =>
  sentence(`Look at ${period}’s ${counted(cases, 'case', 'cases')} in ${quoted(title)}`);
export const lookAtWords = (title: string, period: string, distance: string, over: boolean) =>
  sentence(`Look at ${quoted(title)}: ${distance} ${over ? 'over' : 'short'} in ${period}`);
export const signMoveWords = (title: string) => sentence(`Agree to ${quoted(title)}, or change it`);

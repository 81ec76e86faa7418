/** English: a number in a sentence, how far it lies from what was agreed, and the state of a promise. What a company’s agreement says comes in as it stands there. */
import { asOfToday, typographic, capital, sentence, quoted } from './forms.ts';
import type { MarkWord } from '../../../values/value.ts';

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

/** From one number to another, both among them: `18 to 21`. */
export const stretchWords = (first: string, last: string) => `${first} to ${last}`;

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

/** Above the promises, where nothing can be said of all of them together. */
export const plainVerdictWords = 'What we promised each other, one by one';

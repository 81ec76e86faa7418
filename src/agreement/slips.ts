import { bothSides, moreThanHas, numberInWords } from './counting-slips.ts';
import { kindOf, termNames } from './names.ts';
import { fellowFound, metricMeant, wordTooMuch } from './naming-slips.ts';
import type { Asking } from './reading.ts';

/** Words that people say where the grammar has others for the same, and the ones to type. */
export interface Slip {
  /** The first of its words. */
  readonly from: number;
  /** What is wrong, where it can be told better than that nobody knows the words. */
  readonly says?: string;
  readonly fix: string;
}

/** What the opposite of a comparison is called: `is not below` is `is at least`. */
const opposites: readonly (readonly [said: RegExp, ours: string])[] = [
  [/^(?:empty|blank)$/i, 'is known'],
  [/^(?:known|set|filled)$/i, 'is empty'],
  [/^(?:<|below|under|(?:less|smaller|lower|fewer) than)\s/i, 'is at least'],
  [/^(?:>|above|over|(?:more|greater|larger|bigger|higher) than)\s/i, 'is at most'],
  [/^at least\s/i, 'is less than'],
  [/^at most\s/i, 'is more than'],
  [/^before\s/i, 'is on or after'],
  [/^after\s/i, 'is on or before'],
];

/** What was most likely meant by a sentence that nobody can read. Null: it is none of the usual slips. */
export function slipIn(asking: Asking): Slip | null {
  for (const slip of [
    metricMeant,
    denied,
    withoutIts,
    moreThanHas,
    numberInWords,
    bothSides,
    fellowFound,
    wordTooMuch,
  ]) {
    const found = slip(asking);
    if (found) return found;
  }
  return null;
}

/** `score is not below 60`, `region is not empty`. */
function denied({ sentence, tokens }: Asking): Slip | null {
  const said = /\bis not (?=(.+)$)/i.exec(sentence);
  const ours = opposites.find(([words]) => words.test(said?.[1] ?? ''))?.[1];
  if (!said || ours === undefined) return null;
  return { from: tokens.findIndex(({ start }) => start >= said.index), fix: `did you mean "${ours}"?` };
}

/** `given to is found`, `lead is a good lead`: a linked record is named with `its`. */
function withoutIts({ sentence, tokens, kind, names }: Asking): Slip | null {
  const [, links = '', not = '', what = ''] = /^(.+?) is (not )?(found|an? .+)$/i.exec(sentence) ?? [];
  const term = what.replace(/^an? /i, '').toLowerCase();
  const isTerm = termNames(names).some(({ forms }) => forms.some((form) => form.toLowerCase() === term));
  let at: typeof kind | undefined = kind;
  for (const link of links.toLowerCase().split("'s ")) {
    const type: { is: string; to?: string } | undefined = at?.fields.find(({ name }) => name === link)?.type;
    at = type?.to === undefined ? undefined : kindOf(names, type.to);
  }
  if (!at || (term !== 'found' && !isTerm)) return null;
  const from = tokens.findIndex(({ start }) => start > links.length);
  return { from, fix: `did you mean "its ${links} is ${not}${what}"?` };
}

import type { Problem } from '../values/problem.ts';
import { closestWord, letterDistance, squashed } from './closest-word.ts';
import { fieldsNear } from './fields-near.ts';
import { ourWordFor } from './other-words.ts';
import type { PhraseTable } from './phrases.ts';
import { slipIn } from './slips.ts';
import { aStep, type Asking, type Doubt, type Hope, type Misfit } from './reading.ts';
import { readingInWords } from './words.ts';

/** What is wrong with a sentence, and where in it. */
export interface SentenceProblem {
  readonly level: Problem['level'];
  /** Offset into the sentence. */
  readonly offset: number;
  readonly says: string;
  readonly fix: string;
}

/**
 * No reading got to the end: what stopped the one that got furthest, and what was most likely meant.
 * `complete` is where the longest stretch ends that makes a whole sentence by itself.
 */
export function misread(asking: Asking, complete: number): SentenceProblem {
  const known = hopesOf(asking).filter((hope) => hope.what !== 'quotes');
  const reached = Math.max(complete, ...known.map((hope) => hope.reached));
  const hopes = known.filter((hope) => hope.reached === reached);
  const slip = slipIn(asking);
  if (slip && slip.from <= reached)
    return problem(
      asking,
      slip.from,
      slip.says ?? `I don't know what "${saidFrom(asking, slip.from, reached + 1)}" means here`,
      slip.fix,
    );
  const meant = nearest(asking, hopes);
  if (meant) return problem(asking, meant.from, `I don't know "${meant.written}"`, `did you mean "${meant.meant}"?`);
  const rest = saidFrom(asking, reached, reached + 1);
  if (rest === '') return problem(asking, reached, 'the sentence stops too early', expected(hopes));
  const whole = complete > 0 && reached === complete;
  const fix = whole
    ? goOn(asking, hopes, reached, whole)
    : (inOurWords(asking, hopes, reached) ?? goOn(asking, hopes, reached, whole));
  return problem(asking, reached, `I don't know what "${rest}" means here`, fix);
}

/** A sentence that is well formed and makes no sense. */
export function misfitting(asking: Asking, misfit: Misfit): SentenceProblem {
  const slip = slipIn(asking);
  if (slip?.says !== undefined) return problem(asking, slip.from, slip.says, slip.fix);
  return problem(asking, misfit.from, misfit.says, slip?.fix ?? misfit.fix);
}

/** A sentence that means two things: both are said, with brackets where their parts end. */
export function twoReadings(asking: Asking, one: unknown, other: unknown, table: PhraseTable): SentenceProblem {
  const inBrackets = [one, other].map((read) => readingInWords(read, table));
  const [first, second] = inBrackets[0] === inBrackets[1] ? [one, other].map(phraseOf) : inBrackets;
  return problem(
    asking,
    0,
    `it can be read in two ways: as "${first}" and as "${second}"`,
    'say it in other words, put a name or value in quotes, or give a part a name in vocabulary.yml',
  );
}

/** A text that may be meant as a field: a warning. */
export function doubtful(asking: Asking, { from, text }: Doubt): SentenceProblem {
  const fix = `for the field say "its ${text.toLowerCase()}", for the text write it in quotes`;
  return { ...problem(asking, from, `"${text}" is read as a text`, fix), level: 'warning' };
}

interface Meant {
  readonly from: number;
  readonly written: string;
  readonly meant: string;
}

/** Of all words that would have let it go on, those that what was written is most like. */
function nearest(asking: Asking, hopes: readonly Hope[]): Meant | null {
  const pairs = hopes.flatMap((hope) => {
    const meant = hope.words.join(' ').replaceAll(" 's", "'s");
    return writingsOf(asking, hope).map((written): Meant => ({ from: hope.from, written, meant }));
  });
  const near = pairs.filter(({ written, meant }) => closestWord(written, [meant]) !== null);
  return near.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

/** What may have been written in place of the words: as many, one fewer or one more, past where they were still right. */
function writingsOf(asking: Asking, { from, reached, words }: Hope): string[] {
  const end = from + words.length;
  const writings = [end, end - 1, end + 1].filter((to) => to > reached).map((to) => saidFrom(asking, from, to));
  return writings.filter((written) => written !== '' && written.toLowerCase() !== words.join(' '));
}

function distance({ written, meant }: Meant): number {
  return letterDistance(squashed(written), squashed(meant));
}

/** What stands there, as it would be said here: a word that people use for one of ours, a field of another record, a day. */
function inOurWords(asking: Asking, hopes: readonly Hope[], stopped: number): string | null {
  const written = saidFrom(asking, stopped, stopped + 1);
  const our = ourWordFor(written);
  if (our !== null && hopes.some(({ words }) => words.join(' ') === our)) return `did you mean "${our}"?`;
  return dayFix(written) ?? fieldsNear(asking, hopes, stopped);
}

/** A comma right between two numbers. */
function isDecimal({ tokens }: Asking, at: number): boolean {
  const [one, comma, other] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return comma?.is === 'comma' && one?.is === 'number' && other?.is === 'number' && one.end + 1 === other.start;
}

const dayFix = (written: string): string | null =>
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(written) ? 'write a day like 2026-01-31' : null;

/** How to go on from the word where reading stopped; `whole` is whether what stands before it is a whole sentence. */
function goOn(asking: Asking, hopes: readonly Hope[], reached: number, whole: boolean): string {
  const stopped = saidFrom(asking, reached, reached + 1);
  if (isDecimal(asking, reached)) return 'write decimals behind a point: 60.5';
  if (stopped === "'s") return 'what belongs to a linked record begins with "its"';
  if (whole && stopped === 'or') {
    return 'for one of several values say "is one of"; for one of several conditions use "any of:"';
  }
  if (
    /^(?:where|within|between|before|after|by)$/.test(stopped) &&
    /\bits (?:first|last|previous|next)\b/i.test(asking.sentence)
  ) {
    return 'with more said of the record, its value comes first: "the completed of its first touch where kind is call"';
  }
  if (whole && stopped === 'and') return 'write each condition on a line of its own';
  const quotes = hopesOf(asking)
    .find((hope) => hope.what === 'quotes')
    ?.words.join(' ');
  if (quotes !== undefined) return `write a value like this in quotes: ${quotes}`;
  return whole ? 'expected the end of the sentence' : expected(hopes);
}

function expected(hopes: readonly Hope[]): string {
  const all = [
    ...new Set(hopes.map((hope) => hope.what || `"${hope.words.slice(hope.reached - hope.from).join(' ')}"`)),
  ];
  // Nearly every value may take a step: that is said only where nothing else may follow.
  const wanted = all.filter((one) => one !== aStep);
  const shown = (wanted.length > 0 ? wanted : all).slice(0, 6);
  if (shown.length === 0) return 'see the list of phrases';
  const list = shown.length === 1 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
  return `expected ${list}`;
}

function phraseOf(value: unknown): string {
  const known = typeof value === 'object' && value !== null && 'phrase' in value;
  return known ? String(value.phrase) : JSON.stringify(value);
}

function hopesOf({ hopes }: Asking): readonly Hope[] {
  return hopes ?? [];
}

function saidFrom(asking: Asking, from: number, to: number): string {
  const first = asking.tokens[from];
  const last = asking.tokens[Math.min(to, asking.tokens.length) - 1];
  return first && last ? asking.sentence.slice(first.start, last.end) : '';
}

function problem(asking: Asking, token: number, says: string, fix: string): SentenceProblem {
  return {
    level: 'fault',
    offset: asking.tokens[token]?.start ?? asking.sentence.length,
    says: `"${asking.sentence}": ${says}`,
    fix,
  };
}

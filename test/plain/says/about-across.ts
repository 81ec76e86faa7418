/** What pages of topics say of a breakdown in the period in which several numbers stand side by side. */
import { aboutParts } from './about-parts.ts';
import { says, type IsTrue, type Patterns, type Said } from './pattern.ts';
import { isAbout, readAmount, readCount, rowAmong } from './read-english.ts';
import type { Raw } from './raw.ts';
import type { PublishedValue } from '../../../src/values/value.ts';

const within =
  '(?:(?:so far in|in|at the end of|at the start of|by the end of|on) {period period}|(?<now>today|in total))';
const lead =
  '(?:(?:So far in|In|At the end of|At the start of|By the end of|On) {period period}|(?<now>Today|In total))';

const wholeOf = (said: Said, raw: Raw): PublishedValue | undefined =>
  rowAmong(
    raw.values.filter(({ dimension }) => dimension === ''),
    said['now'] ? 'today' : (said['period'] ?? ''),
    raw,
  );

/** The members of the period that a sentence speaks of, by their breakdowns. */
function membersIn(said: Said, raw: Raw): ReadonlyMap<string, PublishedValue[]> {
  const whole = wholeOf(said, raw);
  const rows = raw.values.filter(
    ({ dimension, grain, from }) => dimension !== '' && grain === whole?.grain && from === whole.from,
  );
  return Map.groupBy(rows, ({ dimension }) => dimension);
}

const valueIn = (rows: readonly PublishedValue[], name: string | undefined) =>
  rows.find(({ member }) => member === name)?.value ?? 0;

/** Whether a member is one thing: neither what nobody recorded nor what was put together. */
const isOne = ({ member }: PublishedValue) => member !== 'Not recorded' && !member.startsWith('Everyone else');

/** The largest are named, from the largest on, each with its own number. */
const sorted: IsTrue = (said, raw) => {
  const named = ['1', '2', '3'].flatMap((n) =>
    said[`name${n}`] ? [[said[`name${n}`], readCount(said[`count${n}`] ?? '')] as const] : [],
  );
  const least = Math.min(...named.map(([, count]) => count));
  const isSo = (rows: readonly PublishedValue[]) =>
    named.every(([name, count], at) => valueIn(rows, name) === count && count <= (named[at - 1]?.[1] ?? count)) &&
    rows.every((row) => !isOne(row) || named.some(([name]) => name === row.member) || (row.value ?? 0) <= least);
  return wholeOf(said, raw)?.value === readCount(said['whole'] ?? '') && [...membersIn(said, raw).values()].some(isSo);
};

/** What is named stands there most often, and nothing else as often; nothing is named only where there is no such one, or no room for it. */
const wouldBe: IsTrue = (said, raw) => {
  const known = said['known'] === 'none' ? 0 : readCount(said['known'] ?? '');
  const isSo = (rows: readonly PublishedValue[]) => {
    const some = rows.filter(isOne);
    const named = said['first'] ? readCount(said['first']) : known;
    const rest = some.filter(({ member }) => member !== said['name']);
    return (
      some.reduce((sum, { value }) => sum + (value ?? 0), 0) === known &&
      (!said['name'] || (valueIn(some, said['name']) === named && rest.every(({ value }) => (value ?? 0) < named)))
    );
  };
  return wholeOf(said, raw)?.value === readCount(said['whole'] ?? '') && [...membersIn(said, raw).values()].some(isSo);
};

const ways = (said: Said) => (said['ways'] ? readCount(said['ways']) : 1);

/** How much of the whole each other way to give credit gives to others than the agreed one, by breakdowns; every way stands beside it by its name. */
function movedIn(said: Said, raw: Raw): number[][] {
  const members = membersIn(said, raw);
  return [...members].map(([dimension, agreed]) => {
    const others = [...members].filter(([name]) => name.startsWith(`${dimension}, by `));
    return others.map(([, rows]) => agreed.reduce((sum, { member, value }) => sum + Math.max(0, (value ?? 0) - valueIn(rows, member)), 0));
  });
} // prettier-ignore

/** `24,800 euros`, or as many millions as what it is a part of. */
function isPart(part: number, text: string, whole: string, raw: Raw): boolean {
  const size = / million/u.test(whole) ? 1e6 : / billion/u.test(whole) ? 1e9 : 1;
  return isAbout(part, readAmount(text, raw)) || isAbout(part, readAmount(text, raw, size));
}

const credit: IsTrue = (said, raw) => {
  const whole = said['all'] ?? '';
  const isSo = (moved: readonly number[]) =>
    moved.length === ways(said) &&
    isPart(Math.max(...moved), said['most'] ?? '', whole, raw) &&
    (said['least'] ? isPart(Math.min(...moved), said['least'], whole, raw) : new Set(moved).size === 1);
  return isAbout(wholeOf(said, raw)?.value, readAmount(whole, raw)) && movedIn(said, raw).some(isSo);
};

const sameCredit: IsTrue = (said, raw) =>
  movedIn(said, raw).some((moved) => moved.length === ways(said) && moved.every((one) => one === 0));

const others = 'the other (?:way|{ways count} ways) to give credit would';

export const aboutAcross: Patterns = {
  'parts across': aboutParts['parts'] ?? [],
  'sorted across': [
    says(`Of {whole count} [\\p{L} ]+? ${within}, {count1 count} (?:is|are|was|were) ‘(?<name1>[^’]+)’(?:(?:, | and ){count2 count} ‘(?<name2>[^’]+)’)?(?: and {count3 count} ‘(?<name3>[^’]+)’)?`, sorted),
  ],
  'would be good': [
    says(`Of {whole count} [\\p{L} ]+? ${within}, (?<known>none|[\\d,]+) says? what would make (?:it|them) good(?:(?:, {first count} of them|:) ‘(?<name>[^’]+)’)?`, wouldBe),
  ],
  'credit apart': [
    says(`${lead}, ${others} say the same`, sameCredit),
    says(`${lead}, ${others} move (?:from {least amount} to )?(?<most>[\\d.,]+(?: [\\p{L} ]+?)?) of {all amount} to other [\\p{L} ]+`, credit),
  ],
}; // prettier-ignore

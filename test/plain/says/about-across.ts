/** What pages of topics say of a breakdown in the period in which several numbers stand side by side. */
import { aboutParts } from './about-parts.ts';
import { says, type IsTrue, type Patterns, type Said } from './pattern.ts';
import { isAbout, readAmount, readCount, rowAmong } from './read-english.ts';
import type { Raw } from './raw.ts';
import type { PublishedValue } from '../../../src/values/value.ts';

const within = '(?:so far in|in|at the end of|at the start of|by the end of|on) {period period}';

const wholeOf = (said: Said, raw: Raw): PublishedValue | undefined =>
  rowAmong(
    raw.values.filter(({ dimension }) => dimension === ''),
    said['period'] ?? '',
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

const sorted: IsTrue = (said, raw) => {
  const named = ['1', '2', '3'].flatMap((n) =>
    said[`name${n}`] ? [[said[`name${n}`], said[`count${n}`]] as const] : [],
  );
  const hasAll = (rows: readonly PublishedValue[]) =>
    named.every(([name, count]) =>
      rows.some(({ member, value }) => member === name && value === readCount(count ?? '')),
    );
  return (
    wholeOf(said, raw)?.value === readCount(said['whole'] ?? '') && [...membersIn(said, raw).values()].some(hasAll)
  );
};

const wouldBe: IsTrue = (said, raw) => {
  const known = said['known'] === 'none' ? 0 : readCount(said['known'] ?? '');
  const isSo = (rows: readonly PublishedValue[]) => {
    const some = rows.filter(({ member }) => member !== 'Not recorded');
    const first = some.find(({ member }) => member === said['name']);
    return (
      some.reduce((sum, { value }) => sum + (value ?? 0), 0) === known &&
      (!said['name'] || first?.value === (said['first'] ? readCount(said['first']) : known))
    );
  };
  return wholeOf(said, raw)?.value === readCount(said['whole'] ?? '') && [...membersIn(said, raw).values()].some(isSo);
};

const credit: IsTrue = (said, raw) => isAbout(wholeOf(said, raw)?.value, readAmount(said['all'] ?? '', raw));

export const aboutAcross: Patterns = {
  'parts across': aboutParts['parts'] ?? [],
  'sorted across': [
    says(`Of {whole count} [\\p{L} ]+? ${within}, {count1 count} (?:is|are|was|were) ‘(?<name1>[^’]+)’(?:(?:, | and ){count2 count} ‘(?<name2>[^’]+)’)?(?: and {count3 count} ‘(?<name3>[^’]+)’)?`, sorted),
  ],
  'would be good': [
    says(`Of {whole count} [\\p{L} ]+? ${within}, (?<known>none|[\\d,]+) says? what would make (?:it|them) good(?:(?:, {first count} of them|:) ‘(?<name>[^’]+)’)?`, wouldBe),
  ],
  'credit apart': [
    says(`(?:So far in|In) {period period}, the other (?:way|\\S+ ways) to give credit would say the same`, (said, raw) => wholeOf(said, raw) !== undefined),
    says(`(?:So far in|In) {period period}, the other (?:way|\\S+ ways) to give credit would move (?:from {least amount} to )?(?<most>[\\d.,]+(?: [\\p{L} ]+?)?) of {all amount} to other [\\p{L} ]+`, credit),
  ],
}; // prettier-ignore

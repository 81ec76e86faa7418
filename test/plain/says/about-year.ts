/** How the newest number lies to that of the same period a year before. */
import { liesApart, rowOf, stepOf, type Amount } from './read-english.ts';
import { says, type IsTrue, type Patterns, type Said } from './pattern.ts';
import type { Raw } from './raw.ts';

const ago = '(?:a year ago|a year before)';
const verb = '(?:has|ended with|began with|is|ended|began|took)';

interface Both {
  readonly now: number | null;
  /** Undefined: that period is not there. */
  readonly before: number | null | undefined;
}

/** Both numbers by one way of counting: today's, where the periods were counted again by it. */
function bothOf({ latest, restated, series }: Raw): Both {
  const rows =
    restated.length > 0
      ? restated.filter(({ dimension, grain }) => dimension === '' && grain === latest?.grain)
      : series;
  const from = latest ? `${Number(latest.from.slice(0, 4)) - 1}${latest.from.slice(4)}` : '';
  const now = rows.find(({ from }) => from === latest?.from)?.value ?? latest?.value ?? null;
  return { now, before: rows.find(({ from: day }) => day === from)?.value };
}

/** Said of the newest period, whose number and that of a year before are known. */
const ofBoth =
  (holds: (now: number, then: number, said: Said, raw: Raw) => boolean): IsTrue =>
  (said, raw) => {
    const { now, before: then } = bothOf(raw);
    return (
      rowOf(said['period'] ?? '', raw) === raw.latest && now != null && then != null && holds(now, then, said, raw)
    );
  };

const isNear = (value: number, { is, half }: Amount) => Math.abs(value - is) <= half + 1e-9;
const more = /more|later|longer|above/u;

/** In percent of what it was, where that is said; else as far apart. */
const apart = ofBoth((now, then, said, raw) => {
  if (now > then !== more.test(said['way'] ?? '')) return false;
  const by = said['by'] ?? '';
  if (!by.endsWith('%') || raw.metric.unit.unit === 'share') return liesApart(raw, now, then, by);
  return isNear(Math.abs(now / then - 1) * 100, { is: Number(by.replaceAll(/[%,]/gu, '')), half: 0.5 });
});

const times = ofBoth((now, then, said) => {
  const is = said['times'] ? Number(said['times'].replaceAll(',', '')) : 2;
  return isNear(now / then, { is, half: 0.05 });
});

/** Nothing is known of a year ago, or nothing that compares. */
const unknown =
  (holds: (both: Both, raw: Raw) => boolean): IsTrue =>
  (said, raw) =>
    rowOf(said['period'] ?? '', raw) === raw.latest && holds(bothOf(raw), raw);

export const aboutYear: Patterns = {
  'year ago': [
    says(`{period period} ${verb} {by amount} (?<way>more|fewer|less|longer|shorter|later|earlier) than ${ago}`, apart),
    says(`{period period} ${verb} {by amount} (?<way>above|below) ${ago}`, apart),
    says(`{period period} ${verb} (?:twice|(?<times>[\\d,.]+) times) as (?:many|much) as ${ago}`, times),
    says(`{period period} ${verb} the same as ${ago}`, ofBoth((now, then) => now === then)),
    says(`{period period} ${verb} about the same as ${ago}`, ofBoth((now, then, _, raw) => isNear(now, { is: then, half: Math.max(stepOf(raw, now), Math.abs(then) * 0.005) }))),
    says(`{period period} was not counted ${ago}`, unknown(({ before: then }) => then === undefined)),
    says(`{period period}’s number of ${ago} is not known`, unknown(({ now, before: then }) => now == null || then == null)),
    says(`There was nothing to set {period period} against ${ago}`, unknown(({ before: then }) => then === 0)),
    says(`Too few records to compare {period period} with ${ago}`, unknown(({ before: then }) => then !== undefined)),
    says(`Too early to compare {period period} with ${ago}: records still wait`, unknown((_, { series }) => series.some(({ waiting, status }) => waiting > 0 || status !== 'complete'))),
    says(`{period period} was counted another way ${ago}`, unknown((_, { metric, agreement }) => metric.wordings.length > 1 || agreement.metrics.some(({ wordings }) => wordings.length > 1))),
  ],
}; // prettier-ignore

import { when } from '../statements/backed.ts';
import { unchangedBrief, unchangedWords } from '../locale/en/lists.ts';
import { number } from '../statements/statement-kind.ts';
import type { Listed, ListKind } from './list-kind.ts';

/** Why a number is not said to have changed. */
export const whys = ['usual', 'early', 'none', 'missing'] as const;
export type WhyUnchanged = (typeof whys)[number];

const whyOf = (about: unknown): WhyUnchanged => whys.find((why) => why === about) ?? 'none';

/** What a finding's own sentence has to say so, or that it says nothing. */
const says: Record<WhyUnchanged, (one: Listed) => boolean> = {
  usual: ({ finding: { signal } }) => signal?.facts['says'] === 'within',
  early: ({ finding: { signal }, metric }) =>
    metric.missing.length === 0 && (signal === null || signal.facts['says'] === 'too early'),
  none: ({ finding: { signal }, metric }) =>
    metric.missing.length === 0 &&
    (signal === null || signal.facts['says'] === 'carries over' || signal.facts['says'] === 'unmoved'),
  missing: ({ metric }) => metric.missing.length > 0,
};

/** How many of the numbers show the usual wobble, and of how many no change can be told. */
export const unchanged: ListKind = {
  kind: 'numbers unchanged',
  numbers: { count: 'count' },
  directions: ({ why }) => when(why === 'usual', 'wobble'),
  facts({ numbers }, about) {
    const why = whyOf(about);
    const count = numbers.filter(({ change }) => change.kind === why).length;
    return count > 0 ? { why, count } : null;
  },
  words: (facts) => unchangedWords[whyOf(facts['why'])](number(facts, 'count')),
  brief: (facts) => unchangedBrief[whyOf(facts['why'])](number(facts, 'count')),
  holds(facts, { numbers }) {
    const why = whyOf(facts['why']);
    const those = numbers.filter(({ change }) => change.kind === why);
    return facts['count'] === those.length && those.every(says[why]);
  },
};

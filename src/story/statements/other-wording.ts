import { briefest } from '../count-words.ts';
import { otherWordingBrief } from '../locale/en/briefs.ts';
import { otherWordingWords } from '../locale/en/beside.ts';
import { countedSince } from '../same-count.ts';
import { text, type StatementKind } from './statement-kind.ts';

/** Since when records are counted as they are today, where the chart still shows earlier ones. */
export const otherWording: StatementKind = {
  kind: 'other wording',
  numbers: {},
  directions: () => [],
  facts({ metric, series }) {
    const since = countedSince(metric);
    const first = series.slice(-25)[0];
    return since && first && first.from < since ? { since } : null;
  },
  words: (facts) => otherWordingWords(text(facts, 'since')),
  brief: (facts) => briefest(otherWordingBrief(text(facts, 'since'))),
  holds: (facts, { metric, series }) =>
    metric.wordings.some(({ from }) => from === facts['since']) &&
    series.some(({ from }) => from < text(facts, 'since')),
  claims: () => [],
};

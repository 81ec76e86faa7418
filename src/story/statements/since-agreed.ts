import { briefest } from '../count-words.ts';
import { nowAgreedBrief, nowAgreedWords, nowDefinedBrief, nowDefinedWords } from '../locale/en/since.ts';
import { missingSignatures } from '../mark-of.ts';
import { sameCount } from './since-then.ts';
import { text, type StatementKind } from './statement-kind.ts';

/** That a definition which waited for a team's yes the last time has it now. */
export const sinceAgreed: StatementKind = {
  kind: 'since agreed',
  numbers: {},
  directions: () => [],
  facts: ({ before, metric }) =>
    before?.rows.some(({ mark }) => mark.why === 'waiting for agreement') && missingSignatures(metric).length === 0
      ? { day: before.day }
      : null,
  words: (facts, { metric }) => nowAgreedWords(metric.title, text(facts, 'day')),
  brief: (facts) => briefest([nowAgreedBrief(text(facts, 'day'))]),
  holds(facts, { before, metric }) {
    const asked = [...(metric.promise?.by ?? []), ...(metric.promise?.to ?? [])];
    const agreed = metric.signatures.filter(({ holds }) => holds).map(({ team }) => team);
    const waited = before?.rows.filter(({ mark: { why } }) => why === 'waiting for agreement') ?? [];
    return (
      waited.length > 0 &&
      before?.day === facts['day'] &&
      asked.every((team) => team === 'partners' || agreed.includes(team))
    );
  },
  claims: () => [],
};

/** That a definition is another one than the last time: what it counted then and counts now does not compare. */
export const sinceDefined: StatementKind = {
  kind: 'since defined',
  numbers: {},
  directions: () => [],
  facts: (subject) => (subject.before && !sameCount(subject) ? { day: subject.before.day } : null),
  words: (facts, { metric }) => nowDefinedWords(metric.title, text(facts, 'day')),
  brief: (facts) => briefest([nowDefinedBrief(text(facts, 'day'))]),
  holds: (facts, { before, metric }) =>
    before?.day === facts['day'] && new Set([metric.seal, ...(before?.rows ?? []).map(({ seal }) => seal)]).size > 1,
  claims: () => [],
};

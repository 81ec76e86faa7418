import { when } from './backed.ts';
import { briefest } from '../count-words.ts';
import { unmarkedBriefs } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import type { Why } from '../../values/value.ts';
import { counted } from '../locale/en/forms.ts';
import { unmarkedWords } from '../locale/en/beside.ts';
import { fewest, missingSignatures } from '../mark-of.ts';
import { calledIn, nounsOf, teamsInText, waitingNouns, type Subject } from '../subject.ts';
import { isOfRecords } from '../traits.ts';
import type { Facts, StatementKind } from './statement-kind.ts';
import { number } from './statement-kind.ts';

const say: Record<Why, (facts: Facts, subject: Subject, period: string) => string> = {
  'too early': (facts, subject, period) =>
    unmarkedWords['too early'](period, waitingNouns(subject, number(facts, 'waiting')), facts['waiting'] === 1),
  'too few': (facts, subject, period) => unmarkedWords['too few'](period, nouns(number(facts, 'records'), subject)),
  'no target': () => unmarkedWords['no target'](),
  'waiting for agreement': (_, subject) =>
    unmarkedWords['waiting for agreement'](teamsInText(subject, missingSignatures(subject.metric, subject.latest?.to))),
  'two wordings': (_, __, period) => unmarkedWords['two wordings'](period),
  'not countable': (_, { metric }) => unmarkedWords['not countable'](metric.missing),
  stale: () => unmarkedWords.stale(),
  'not known': (_, __, period) => unmarkedWords['not known'](period),
};

const nouns = (count: number, subject: Subject) => counted(count, nounsOf(subject).one, nounsOf(subject).many);

/** Why there is no mark. */
export const unmarked: StatementKind = {
  kind: 'unmarked',
  numbers: { records: 'count', waiting: 'count' },
  counts: ({ why }, { metric }) => (why === 'not countable' ? [metric.missing.length - 2] : []),
  directions: ({ why }) => [...when(why === 'not countable', 'others'), ...when(why === 'not known', 'none')],
  facts({ mark, latest, metric }) {
    if (mark.why === null || (!latest && mark.why !== 'not countable')) return null;
    const records = latest && (isOfRecords(metric) ? (latest.denominator ?? 0) : latest.records - latest.waiting);
    return { why: mark.why, period: latest?.period ?? null, records, waiting: latest?.waiting ?? 0 };
  },
  words(facts, subject) {
    const why = subject.mark.why ?? 'not known';
    return say[why](facts, subject, subject.latest ? calledIn(subject, subject.latest) : '');
  },
  brief(facts, subject) {
    const told = {
      waiting: number(facts, 'waiting'),
      records: number(facts, 'records'),
      period: subject.latest ? calledIn(subject, subject.latest) : '',
      teams: teamsInText(subject, missingSignatures(subject.metric, subject.latest?.to)),
    };
    return briefest(unmarkedBriefs[subject.mark.why ?? 'not known'](told));
  },
  holds(facts, { series, metric, mark }) {
    if (facts['why'] === 'not countable') return metric.missing.length > 0;
    const row = series.find(({ period }) => period === facts['period']);
    // What an amount is shared of is no number of records.
    const judged = row && (isOfRecords(metric) ? row.denominator : row.records - row.waiting);
    if (facts['why'] === 'too few' && (judged == null || judged !== facts['records'] || judged >= fewest)) return false;
    return row !== undefined && row.waiting === facts['waiting'] && mark.why === facts['why'];
  },
  claims: (facts, subject) => [
    ...claimOf('mark', subject, facts['period'], 'none'),
    ...claimOf('waiting', subject, facts['period'], facts['waiting'] ?? null),
  ],
};

import type { Expectation } from '../../values/note.ts';
import type { PublishedValue } from '../../values/value.ts';
import { briefest } from '../count-words.ts';
import { periodWords } from '../locale/en/forms.ts';
import { decidedBrief, decidedWords, outcomes, type Outcome } from '../locale/en/review.ts';
import { couldBecome, fewest, judgedFrom } from '../mark-of.ts';
import type { Subject } from '../subject.ts';
import { claimOf } from './claims.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';

/** Two shares that differ by less are equal. */
const hair = 1e-9;

const expectedBy = ({ agreement }: Subject, slug: unknown): Expectation | null =>
  agreement.notes.find((note) => note.slug === slug)?.decision?.expects ?? null;

const rowOf = ({ values }: Subject, { period }: Expectation) =>
  values.find(
    ({ grain, period: name, dimension }) => grain === period.grain && name === period.name && dimension === '',
  );

const reaches = ({ way, level }: Expectation, value: number) =>
  way === 'at least' ? value >= level - hair : value <= level + hair;

/** What a period came to: where its mark was fixed, the number that it was fixed by, as that is what was said then. */
const cameTo = (row: PublishedValue): number | null => row.fixed?.value ?? row.value;

/** Whether what still waits could bring it to the other side of the level. */
function isOpen({ metric }: Subject, expects: Expectation, row: PublishedValue): boolean {
  if (row.status !== 'complete' && row.status !== 'waiting') return true;
  if (row.fixed !== null) return false;
  const range = couldBecome(metric, row);
  return range === null || reaches(expects, range.least) !== reaches(expects, range.greatest);
}

function outcomeOf(subject: Subject, expects: Expectation): Outcome {
  const row = rowOf(subject, expects);
  if (expects.period.to >= subject.today && subject.metric.missing.length === 0) return 'early';
  if (!row) return 'unknown';
  const from = judgedFrom(subject.metric, row);
  if (from !== null && from + row.waiting < fewest) return from + row.waiting === 0 ? 'unknown' : 'few';
  const value = cameTo(row);
  if (value === null && row.waiting === 0) return 'unknown';
  if (value === null || isOpen(subject, expects, row)) return 'early';
  return reaches(expects, value) ? 'met' : 'not met';
}

const isTold = (outcome: unknown) => outcome === 'met' || outcome === 'not met';

const said = (facts: Facts, subject: Subject) => {
  const expects = expectedBy(subject, facts['note']);
  const level = number(facts, 'level');
  return {
    outcome: outcomes.find((one) => one === facts['outcome']) ?? 'unknown',
    way: facts['way'] === 'at most' ? ('at most' as const) : ('at least' as const),
    level: subject.numbers.sentence(level),
    period: expects ? periodWords(expects.period, subject.today) : '',
    value: isTold(facts['outcome']) ? subject.numbers.sentence(number(facts, 'value'), [level]) : '',
  };
};

/** What a decision was expected to do, beside what came; `about`: the slug of its note. It claims no cause. */
export const decided: StatementKind = {
  kind: 'decided',
  numbers: { level: 'own', value: 'own' },
  directions: ({ way }) => [way === 'at most' ? 'at most' : 'at least'],
  facts(subject, note = '') {
    const expects = expectedBy(subject, note);
    if (!expects || expects.metric !== subject.metric.slug) return null;
    const outcome = outcomeOf(subject, expects);
    const row = rowOf(subject, expects);
    return {
      note,
      period: expects.period.name,
      way: expects.way,
      level: expects.level,
      value: isTold(outcome) && row ? cameTo(row) : null,
      outcome,
    };
  },
  words: (facts, subject) => decidedWords(said(facts, subject)),
  brief: (facts, subject) => briefest(decidedBrief(said(facts, subject))),
  holds(facts, subject) {
    const expects = expectedBy(subject, facts['note']);
    if (!expects || facts['level'] !== expects.level || facts['way'] !== expects.way) return false;
    if (facts['period'] !== expects.period.name) return false;
    if (!isTold(facts['outcome'])) return facts['value'] === null;
    const rows = subject.values.filter(({ period, dimension }) => period === facts['period'] && dimension === '');
    const beyond = (number(facts, 'value') - expects.level) * (expects.way === 'at least' ? 1 : -1);
    return (
      expects.period.to < subject.today &&
      rows.some((row) => row.value === facts['value'] || row.fixed?.value === facts['value']) &&
      beyond >= -hair === (facts['outcome'] === 'met')
    );
  },
  claims(facts, subject) {
    const row = subject.values.find(({ period, dimension }) => period === facts['period'] && dimension === '');
    const isToday = row !== undefined && row.value === facts['value'] && facts['value'] !== null;
    return isToday ? claimOf('value', subject, text(facts, 'period'), facts['value'] ?? null) : [];
  },
};

/** English: what became of the records of a share. */
import type { OutcomeSense } from '../../outcome-sense.ts';
import { inWords, plainNumber, sentence, type Noun } from './forms.ts';

/** What is said of those that a sentence tells of, and of none of them: of one record, and of many. */
const verbs: Record<OutcomeSense, Record<'some' | 'none', Record<'one' | 'many', string>>> = {
  'in time': {
    some: { one: 'was not in time', many: 'were not in time' },
    none: { one: 'was in time', many: 'were in time' },
  },
  kept: { some: { one: 'missed it', many: 'missed it' }, none: { one: 'kept it', many: 'kept it' } },
  towards: {
    some: { one: 'counts towards the share', many: 'count towards the share' },
    none: { one: 'does not count towards the share', many: 'do not count towards the share' },
  },
  against: {
    some: { one: 'counts against it', many: 'count against it' },
    none: { one: 'does not count against it', many: 'do not count against it' },
  },
};

interface OutcomesTold {
  readonly sense: OutcomeSense;
  /** Of so many records it is told how many: of `of` none, some or all. */
  readonly told: number;
  readonly of: number;
  readonly waiting: number;
  readonly nouns: Noun;
  readonly period: string;
  /** Whether they are those that there were at the period's end, or at its start. */
  readonly asOf: 'end' | 'start' | null;
}

/** `October’s 23 qualified leads`, `the 23 qualified leads at the end of October`; with no period, `23 qualified leads`. */
export function whose(count: number, { nouns, period, asOf }: Pick<OutcomesTold, 'nouns' | 'period' | 'asOf'>): string {
  const many = `${plainNumber(count)} ${count === 1 ? nouns.one : nouns.many}`;
  if (period === '') return many;
  if (asOf === null) return `${period}’s ${many}`;
  return asOf === 'end' ? `the ${many} at the end of ${period}` : `the ${many} that ${period} began with`;
}

/** `7 of October’s 23 qualified leads missed it.`; of none and of all of them it is said so, and where all of them wait, that they do. */
export function outcomesTitle(said: OutcomesTold): string {
  const { sense, told, of, waiting } = said;
  if (of === 0)
    return sentence(waiting === 1 ? `${whose(1, said)} still waits` : `All of ${whose(waiting, said)} still wait`);
  const { some, none } = verbs[sense];
  if (of === 1) return sentence(`${whose(1, said)} ${(told === 1 ? some : none).one}`);
  // Of what should not be, nobody says that none of it was not: all of it was.
  const ill = sense === 'in time' || sense === 'kept';
  if (told === 0) return sentence(`${ill ? 'all' : 'none'} of ${whose(of, said)} ${ill ? none.many : some.one}`);
  if (told === of && sense === 'in time') return sentence(`none of ${whose(of, said)} ${none.one}`);
  return sentence(`${told === of ? 'all' : inWords(told)} of ${whose(of, said)} ${told === 1 ? some.one : some.many}`);
}

/** The same beside the metric's name. */
export function outcomesBrief({
  sense,
  told,
  of,
  waiting,
}: Pick<OutcomesTold, 'sense' | 'told' | 'of' | 'waiting'>): string {
  if (of === 0) return `${plainNumber(waiting)} still ${waiting === 1 ? 'waits' : 'wait'}`;
  const { one, many } = verbs[sense].some;
  return `${plainNumber(told)} of ${plainNumber(of)} ${told === 1 ? one : many}`;
}

import { briefest } from '../count-words.ts';
import { maturingBrief } from '../locale/en/briefs.ts';
import { maturingWords } from '../locale/en/beside.ts';
import { periodWords } from '../locale/en/forms.ts';
import type { MetricValue } from '../../values/value.ts';
import { calledIn, periodOf } from '../subject.ts';
import { number, type StatementKind } from './statement-kind.ts';

/** A day from which every period is told with its year. */
const farAhead = '9999-12-31';

/** Periods after the newest one that is judged, whose records have not all had their window. */
export const maturing: StatementKind = {
  kind: 'maturing',
  numbers: { periods: 'count' },
  directions: () => [],
  facts({ series }) {
    const ripening = series.filter(({ status }) => status === 'maturing');
    const [first, last] = [ripening[0], ripening.at(-1)];
    return first && last ? { first: first.period, last: last.period, periods: ripening.length } : null;
  },
  words(facts, subject) {
    const rowOf = (name: string) => subject.series.find(({ period }) => period === facts[name]);
    const [first, last] = [rowOf('first'), rowOf('last')];
    if (!first || !last) return '';
    // Where the first one's year is said, the last one's is too.
    const undated = calledIn(subject, first) === periodWords(periodOf(first), first.to);
    const called = (row: MetricValue) => periodWords(periodOf(row), undated ? subject.today : farAhead);
    return maturingWords(called(first), called(last), number(facts, 'periods'), first.grain);
  },
  brief(facts, subject) {
    const value = subject.series.find(({ period }) => period === facts['first']);
    const called = value ? calledIn(subject, value) : '';
    return briefest(maturingBrief(called, number(facts, 'periods'), value?.grain ?? 'month'));
  },
  holds: (facts, { series }) =>
    series.filter(({ status }) => status === 'maturing').length === number(facts, 'periods'),
  claims: () => [],
};

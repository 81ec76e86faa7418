import { briefest } from '../count-words.ts';
import { maturingBrief } from '../locale/en/briefs.ts';
import { maturingWords } from '../locale/en/beside.ts';
import { reportingGrain } from '../../values/reporting-grain.ts';
import { calledIn } from '../subject.ts';
import { number, type StatementKind } from './statement-kind.ts';

/** Periods after the newest one that is judged, whose records have not all had their window. */
export const maturing: StatementKind = {
  kind: 'maturing',
  facts({ series }) {
    const ripening = series.filter(({ status }) => status === 'maturing');
    const [first, last] = [ripening[0], ripening.at(-1)];
    return first && last ? { first: first.period, last: last.period, periods: ripening.length } : null;
  },
  words(facts, subject) {
    const called = (name: string) => {
      const value = subject.series.find(({ period }) => period === facts[name]);
      return value ? calledIn(subject, value) : '';
    };
    return maturingWords(called('first'), called('last'), subject.latest?.grain ?? reportingGrain(subject.metric));
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

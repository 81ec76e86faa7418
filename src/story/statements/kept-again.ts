import { briefest } from '../count-words.ts';
import { keptAgainBrief, keptAgainWords } from '../locale/en/since.ts';
import { calledIn, type Subject } from '../subject.ts';
import { claimOf } from './claims.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

const isOff = (mark: string) => mark === 'slipping' || mark === 'broken';

/** How many periods right before the newest one did not keep what was agreed. */
function offBefore({ series, latest }: Subject): number {
  const earlier = latest ? series.slice(0, series.indexOf(latest)).toReversed() : [];
  const other = earlier.findIndex(({ mark }) => !isOff(mark.mark));
  return other === -1 ? earlier.length : other;
}

/** That the newest period keeps what was agreed after others that did not. Marks are those that stand. */
export const keptAgain: StatementKind = {
  kind: 'kept again',
  numbers: { off: 'count' },
  directions: () => ['kept'],
  facts(subject) {
    const { latest, mark } = subject;
    const off = latest && mark.mark === 'kept' ? offBefore(subject) : 0;
    return latest && off > 0 ? { period: latest.period, mark: mark.mark, off } : null;
  },
  words: (facts, subject) =>
    keptAgainWords(
      subject.metric.title,
      subject.latest ? calledIn(subject, subject.latest) : '',
      number(facts, 'off'),
      subject.usual.grain,
    ),
  brief: (facts, { usual }) => briefest([keptAgainBrief(number(facts, 'off'), usual.grain)]),
  holds(facts, { series }) {
    const at = series.findIndex(({ period }) => period === text(facts, 'period'));
    const first = at - number(facts, 'off');
    return (
      series[at]?.mark.mark === 'kept' &&
      facts['mark'] === 'kept' &&
      first >= 0 &&
      first < at &&
      series.slice(first, at).every(({ mark }) => isOff(mark.mark)) &&
      !isOff(series[first - 1]?.mark.mark ?? 'none')
    );
  },
  claims: (facts, subject) => claimOf('mark', subject, facts['period'], 'kept'),
};

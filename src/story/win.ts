/** What is worth celebrating: one number that went well, or none. */
import type { Statement } from '../values/statement.ts';
import { missingSignatures } from './mark-of.ts';
import { runOfMarks } from './run-of-marks.ts';
import { keptAgain } from './statements/kept-again.ts';
import { record } from './statements/record.ts';
import { signal } from './statements/signal.ts';
import { state } from './statements/statement-kind.ts';
import { streak } from './statements/streak.ts';
import type { Subject } from './subject.ts';

/** Half a year of months: a shorter run is no news. */
const fewestKept = 6;

/** Whether its newest number is as agreed, and nothing keeps anyone from saying so. */
const isWell = (subject: Subject) =>
  subject.latest !== null && subject.mark.mark === 'kept' && missingSignatures(subject.metric).length === 0;

const better = (subject: Subject): 'highest' | 'lowest' | null => {
  const [{ target }] = subject.metric.wordings;
  const { better: said } = subject.metric;
  if (said !== null) return said === 'lower' ? 'lowest' : 'highest';
  return target === null ? null : target.way === 'at most' ? 'lowest' : 'highest';
};

/** What can be celebrated of a number, the rarest first. */
const reasons: readonly ((subject: Subject) => Statement | null)[] = [
  (subject) => state(keptAgain, subject),
  (subject) => {
    const said = state(signal, subject);
    return said?.facts['better'] === true ? said : null;
  },
  (subject) => {
    const said = state(record, subject);
    return said && said.facts['record'] === better(subject) ? said : null;
  },
  (subject) => (runOfMarks(subject).length >= fewestKept ? state(streak, subject) : null),
];

/**
 * One number of which both teams can be glad: kept, and of these the first that is kept again after periods that were not, else that really changed for
 * the better, else that is the best in a long time, else that has been kept for half a year. Headline numbers come first, then other promises. A promise that is
 * kept while its pair is off is none. Null where nothing of the kind holds.
 */
export function winOf(subjects: readonly Subject[]): Statement | null {
  const off = new Set(
    subjects.filter(({ mark: { mark } }) => mark === 'slipping' || mark === 'broken').map(({ metric }) => metric.slug),
  );
  const well = subjects.filter((one) => isWell(one) && !off.has(one.metric.pairedWith ?? ''));
  const tiers = [
    well.filter(({ metric }) => metric.headline !== null),
    well.filter(({ metric }) => metric.headline === null && metric.promise !== null),
  ];
  for (const tier of tiers) {
    for (const reason of reasons) {
      for (const subject of tier) {
        const said = reason(subject);
        if (said) return said;
      }
    }
  }
  return null;
}

/** What stood of a metric the last time. */
import type { ToldRow } from '../../values/told.ts';
import type { Subject } from '../subject.ts';

const stoodAs = ({ before }: Subject, state: ToldRow['state']): ToldRow | null =>
  before?.rows.find((row) => row.state === state) ?? null;

/** Its newest period that was over; null: there was none. */
export const overThen = (subject: Subject): ToldRow | null => stoodAs(subject, 'over');
/** The one that ran. */
export const runningThen = (subject: Subject): ToldRow | null => stoodAs(subject, 'so far');

/** Whether it is still counted by the definition of then: numbers of two wordings do not compare. */
export const sameCount = ({ before, metric }: Subject): boolean =>
  before?.rows.every(({ seal }) => seal === metric.seal) ?? false;

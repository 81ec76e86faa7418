import type { Finding, Statement } from '../values/statement.ts';
import { mostTelling } from './parts/most-telling.ts';
import { closing } from './statements/closing.ts';
import { maturing } from './statements/maturing.ts';
import { otherWording } from './statements/other-wording.ts';
import { pace } from './statements/pace.ts';
import { record } from './statements/record.ts';
import { claimsChange } from './statements/signal.ts';
import { soFar } from './statements/so-far.ts';
import { streak } from './statements/streak.ts';

/** More would not be read beside a chart. */
const most = 5;

/** What is not about the number in the title: the running period, those that ripen, and how it was counted before. */
const later: readonly string[] = [soFar, pace, maturing, closing, otherWording].map(({ kind }) => kind);

/**
 * What stands below a finding's title where there is room for a few sentences: that its pair is off, a real change, what is below its title of the same
 * number, a record or a run of marks, who makes up most of it, and then what comes next. The metric's own page says all.
 */
export function toldFirst(finding: Finding): Statement[] {
  const { but, signal, context, overTime } = finding;
  const told = [
    but,
    signal && claimsChange(signal) ? signal : null,
    ...context.filter(({ kind }) => !later.includes(kind)),
    ...overTime.filter(({ kind }) => kind === streak.kind || kind === record.kind),
    mostTelling(finding),
    ...context.filter(({ kind }) => later.includes(kind)),
  ];
  return told.filter((statement) => statement !== null).slice(0, most);
}

import type { Finding, Statement } from '../values/statement.ts';
import { mostTelling } from './parts/most-telling.ts';
import { record } from './statements/record.ts';
import { claimsChange } from './statements/signal.ts';
import { streak } from './statements/streak.ts';

/** More would not be read beside a chart. */
const most = 5;

/**
 * What stands below a finding's title where there is room for a few sentences: that its pair is off, a real change, what is below its title, who
 * makes up most of it, a record or a run of marks. The metric's own page says all.
 */
export function toldFirst(finding: Finding): Statement[] {
  const { but, signal, context, overTime } = finding;
  const told = [
    but,
    signal && claimsChange(signal) ? signal : null,
    ...context.slice(0, 1),
    mostTelling(finding),
    ...context.slice(1),
    ...overTime.filter(({ kind }) => kind === streak.kind || kind === record.kind),
  ];
  return told.filter((statement) => statement !== null).slice(0, most);
}

import type { Finding, Statement, Verdict } from '../values/statement.ts';

const known = (statements: readonly (Statement | null)[]): Statement[] =>
  statements.filter((statement) => statement !== null);

/** Every statement of a finding, in the order of a page. */
export const saidInFinding = ({ title, but, context, signal, overTime, became, parts }: Finding): Statement[] =>
  known([title, but, ...context, signal, ...overTime, became, ...parts]);

/** Every statement of the verdict but those that tell one by one what is off; then moves, what is new, a win. */
export const saidInVerdict = ({ title, off, moves, since, win }: Verdict): Statement[] =>
  known([title, off, ...moves.map(({ say }) => say), ...since, win]);

import type { Finding, Statement } from '../values/statement.ts';
import { bridge } from './statements/bridge.ts';
import { lengths } from './statements/lengths.ts';
import { record } from './statements/record.ts';
import { tellsChange } from './statements/signal.ts';
import { streak } from './statements/streak.ts';

/** What may stand above a chart over time, where nobody can tell a change from the wobble: the first that there is. */
const titles = [record.kind, streak.kind, bridge.kind];

interface OverTimeTold {
  /** Above the chart; null: nothing that it shows is worth a title. */
  readonly title: Statement | null;
  /** Below that title. */
  readonly tells: readonly Statement[];
  /** How the lengths of single records lie, which have a chart of their own. */
  readonly lengths: Statement | null;
}

/**
 * What the metric's own page says of a chart over time. Its title is whether the number really changed; that nobody can tell yet is no finding, and stands
 * last.
 */
export function overTimeTold({ signal, overTime }: Pick<Finding, 'signal' | 'overTime'>): OverTimeTold {
  const ofLengths = overTime.find(({ kind }) => kind === lengths.kind) ?? null;
  const told = overTime.filter((statement) => statement !== ofLengths);
  if (signal && tellsChange(signal)) return { title: signal, tells: told, lengths: ofLengths };
  const title = titles.map((kind) => told.find((one) => one.kind === kind)).find((one) => one !== undefined) ?? null;
  const rest = told.filter((statement) => statement !== title);
  return { title, tells: signal ? [...rest, signal] : rest, lengths: ofLengths };
}

import { fault, type Reporting } from '../report.ts';
import type { SaidMetric } from './metric-schema.ts';

type Counted = Pick<SaidMetric, 'at risk' | 'count of' | 'share of' | 'counted in' | 'as of' | 'running'>;

/**
 * What is said of the records that need somebody's hand: those that a count counts, or those that a share does not find as agreed. Only of records as
 * they stand: of what came in a month some are mended since. Null: it is no risk.
 */
export function readAtRisk(reporting: Reporting, said: Counted): string | null {
  const words = said['at risk'];
  if (words === undefined) return null;
  const path = ['at risk'];
  if (!words.startsWith('{count} '))
    fault(reporting, path, 'it does not begin with {count}', 'write it like "{count} deals are stuck"');
  const counts = said['count of'] ?? (said['counted in'] === undefined ? said['share of'] : undefined);
  if (counts === undefined)
    fault(reporting, path, 'only a count or a share of records tells which are at risk', 'leave it away here');
  else if (said['as of'] !== 'period end' || said.running !== undefined)
    fault(reporting, path, 'only records as they stand can be mended', 'add "as of: period end"');
  return words;
}

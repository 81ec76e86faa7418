import type { Metric } from '../../values/agreement.ts';
import type { Target } from '../../values/target.ts';
import { fault, type Reporting } from '../report.ts';
import type { SaidMetric } from './metric-schema.ts';

const wayOf = { 'at least': 'higher', 'at most': 'lower' } as const;

/** Which way is good: a target tells it by itself, and `better:` may not say the other way. Null: neither, or nobody said. */
export function betterOf(
  reporting: Reporting,
  { better }: Pick<SaidMetric, 'better'>,
  target: Target | null,
): Metric['better'] {
  const told = target && wayOf[target.way];
  if (told && better !== undefined && better !== told)
    fault(
      reporting,
      ['better'],
      `"better: ${better}" is against the target, which is "${target.said}"`,
      'leave it away: the target tells which way is good',
    );
  return told ?? better ?? null;
}

import type { Place } from '../../values/problem.ts';
import { durationUnits, isDurationUnit } from '../forms/duration.ts';

/** A length of time as people write it, `15 minutes` or `1 day`, in seconds; 0 where it is none, which is a fault. */
export function spanOf(written: string, at: Place, fault: (at: Place, says: string, fix: string) => void): number {
  const [, number, unit = ''] = /^(\d{1,4}) ([a-z]+)$/.exec(written.trim()) ?? [];
  const plural = unit.endsWith('s') ? unit : `${unit}s`;
  if (number !== undefined && Number(number) > 0 && isDurationUnit(plural))
    return Number(number) * durationUnits[plural];
  fault(at, `"${written}" is no length of time`, 'write it as 15 minutes, 8 hours or 7 days');
  return 0;
}

import type { Claim, Fact } from '../../values/statement.ts';
import type { Subject } from '../subject.ts';
import { claimOf } from './claims.ts';

/** Of an earlier period's number. By today's wording it may be another one than was published: that one it does not contradict. */
export function claimOfThen(subject: Subject, period: Fact | undefined, value: Fact | undefined): readonly Claim[] {
  const isPublished = subject.series.some((row) => row.period === period && row.value === value);
  return isPublished ? claimOf('value', subject, period, value ?? null) : [];
}

import type { Grain } from './period.ts';
import type { MetricValue } from './value.ts';

/**
 * Where the period before the running one stood when as much of it had passed as has of the running one: days since its start
 * and time of the clock. The whole of a metric, with only what was known then: later records, and what happened later to
 * earlier ones, are left out, and what was not yet due waits. Fields without history hold today's values; so do plans.
 */
export interface Stretch extends Pick<MetricValue, 'value' | 'numerator' | 'denominator' | 'waiting' | 'records'> {
  readonly metric: string;
  readonly grain: Grain;
  /** The name of the period that runs. */
  readonly running: string;
  /** The name of the one before it, whose numbers these are. */
  readonly earlier: string;
  /** Seconds since 1970: the last instant of the stretch. A shorter period's stretch ends with the period. */
  readonly until: number;
}

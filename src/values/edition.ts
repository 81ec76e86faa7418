/** Everything that a build of the site shows, put together by `publish`, read by the pages. */
import type { Agreement, Metric } from './agreement.ts';
import type { Bridge } from './bridge.ts';
import type { CaseList, EditionKind, HealthList } from './cases.ts';
import type { Catalogue } from './catalogue.ts';
import type { Distribution } from './distribution.ts';
import type { IngestAccount } from './rows.ts';
import type { Finding, Statement, Verdict } from './statement.ts';
import type { Stretch } from './stretch.ts';
import type { Before, ToldRow } from './told.ts';
import type { UnclaimedValue } from './unclaimed.ts';
import type { FixedMark, MetricReading, MetricValue, PeriodTarget, PublishedValue } from './value.ts';

export interface MetricEdition {
  readonly metric: Metric;
  readonly reading: MetricReading;
  readonly finding: Finding;
  /** The whole and all members, all grains, in order of grain, dimension, member, period. */
  readonly values: readonly PublishedValue[];
  /** What its running periods are compared with. */
  readonly stretches: readonly Stretch[];
  /** What was agreed for its periods, and how it came about. */
  readonly targets: readonly PeriodTarget[];
  /** Every period by today's wording, where there was another before; else empty. */
  readonly restated: readonly MetricValue[];
  /** Of a length: how the records of its newest period that is over lie. */
  readonly distribution: Distribution | null;
}

/** A statement that is not published, and why: its check found it false, contradicted or badly written. */
export interface LeftOut {
  readonly statement: Statement;
  readonly why: string;
}

export interface Edition {
  /** For whom it is. */
  readonly kind: EditionKind;
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
  readonly verdict: Verdict;
  /** The headline ones first, in their order; then by title. */
  readonly metrics: readonly MetricEdition[];
  /** Of each metric that moves a balance and can be counted, in the order of the metrics. */
  readonly bridges: readonly Bridge[];
  readonly account: IngestAccount;
  /** Of the managers' edition the records at risk, in the order of the metrics, the newest period first; of the company's none, ever. */
  readonly cases: readonly CaseList[];
  /** Of the managers' edition the records to mend in the CRM, in the order of the checks; of the company's none, ever. */
  readonly mend: readonly HealthList[];
  /** Values that records have and no sentence names, those with most new records first. */
  readonly unclaimed: readonly UnclaimedValue[];
  /** What was said and is not published. */
  readonly leftOut: readonly LeftOut[];
  /** Every mark that was ever fixed, those of periods that this build saw closed for the first time among them. */
  readonly ledger: readonly FixedMark[];
  /** What stood when something was first published, week by week, this week among them. */
  readonly told: readonly ToldRow[];
  /** What stood the last time: in the newest earlier week that something was published in. Null: this is the first. */
  readonly before: Before | null;
  /** Seconds since 1970: the oldest as-of of the headline metrics, and the clock that ages are told by. */
  readonly asOf: number;
  readonly now: number;
}

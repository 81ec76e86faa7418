import type { Source } from '../../records/source.ts';
import type { Fullness } from '../../store/fullness.ts';
import type { Agreement, Metric } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Day } from '../../values/period.ts';
import type { LinkAccount } from '../../values/rows.ts';
import type { Reading } from '../../agreement/missing.ts';

/** A company's agreement beside what its exports hold. */
export interface Examined {
  readonly agreement: Agreement;
  readonly sources: readonly Source[];
  readonly catalogue: Catalogue;
  readonly fullness: Fullness;
  readonly links: readonly LinkAccount[];
  /** Slugs of the metrics that were computed and found no record in any period. */
  readonly foundNone: ReadonlySet<string>;
  /** The company's local date of a moment as the store keeps it. */
  readonly dayOf: (moment: number | string) => Day;
}

/** Whether a metric of an agreement can be counted from a company's exports. */
export type State = 'counted' | 'counted, but' | 'not countable' | 'switched off';

export interface Diagnosis {
  readonly slug: string;
  readonly title: string;
  readonly state: State;
  /** The first day from which its records are there and what it reads of them is filled; null where nothing tells, or it can't be counted. */
  readonly since: Day | null;
  /** Why then, where records are there before: `the history of leads begins`. */
  readonly why: string | null;
  /** What is worth knowing of a number that is counted all the same. */
  readonly buts: readonly string[];
  /** What no source fills, of it and of what it is made of: `stage changes`, `lead's score`. */
  readonly missing: readonly string[];
  /** Why it would count nothing though all is mapped: `the exports hold no lead's score`; null where it is counted, or could be. */
  readonly hollow: string | null;
}

/** All definitions, those that are switched off too, as each is read beside the others. */
export function readingOf({ agreement, catalogue }: Pick<Examined, 'agreement' | 'catalogue'>): Reading {
  const { terms, figures, orders } = agreement;
  return { terms, figures, orders, catalogue, metrics: allMetrics(agreement) };
}

export function allMetrics({ metrics, switchedOff }: Agreement): readonly Metric[] {
  return [...metrics, ...switchedOff];
}

/** Fields that only some records are meant to have. */
export const ofSomeOnly: ReadonlySet<string> = new Set([
  'rejection reason',
  'would be good when',
  'lost reason',
  'outcome',
  'next step',
  'currency',
  'from',
  'entry',
  'sequence',
  'duration',
]);

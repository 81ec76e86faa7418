/** The records behind numbers that need somebody's hand, for those who may see them. */
import type { HealthFinding } from './health.ts';
import type { Grain } from './period.ts';

/** For whom an edition is made: all of the company, who see counts only; or managers, who see the records to act on. */
export const editionKinds = ['company', 'managers'] as const;
export type EditionKind = (typeof editionKinds)[number];

/** A record to act on. */
export interface Case {
  readonly key: string;
  /** Its page in the CRM, or that of what it belongs to, where a source says so. */
  readonly link: string | null;
  /** What its columns hold: amounts in major units, days as `2026-11-09`; null is empty. */
  readonly cells: readonly (string | number | null)[];
}

/** A field that is told of each record. `money`: in the currency that the next column names. `key`: of another record, whose name nobody maps. */
export interface CaseColumn {
  readonly name: string;
  readonly is: 'text' | 'number' | 'money' | 'day' | 'key';
}

/** The records behind one value of a metric. */
export interface CaseList {
  readonly metric: string;
  readonly grain: Grain;
  readonly period: string;
  /** What is listed: `opportunity`. */
  readonly kind: string;
  /** How many there are, listed or not. */
  readonly total: number;
  readonly columns: readonly CaseColumn[];
  /** The first of them: the largest amount first; of equal ones, and without amounts, the oldest first. Their fields are as of the export, whatever the period. */
  readonly cases: readonly Case[];
}

/** The records that a check of the data found, the first of them: of doubles those that belong together side by side, of others the newest first. */
export interface HealthList extends HealthFinding {
  readonly columns: readonly CaseColumn[];
  readonly cases: readonly Case[];
}

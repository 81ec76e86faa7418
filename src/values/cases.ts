/** The records behind numbers that need somebody's hand, for those who may see them. */
import type { Grain } from './period.ts';

/** For whom an edition is made: all of the company, who see counts only; or managers, who see the records to act on. */
export const editionKinds = ['company', 'managers'] as const;
export type EditionKind = (typeof editionKinds)[number];

/** A record to act on. */
export interface Case {
  readonly key: string;
  /** Its page in the CRM, where its source says so. */
  readonly link: string | null;
  /** What its columns hold, in words; '' is empty. */
  readonly cells: readonly string[];
}

/** The records behind one value of a metric. */
export interface CaseList {
  readonly metric: string;
  readonly grain: Grain;
  readonly period: string;
  /** What of the records are listed: `opportunity`. */
  readonly kind: string;
  /** How many there are, listed or not. */
  readonly total: number;
  /** The fields that are told of each, by their names. */
  readonly columns: readonly string[];
  /** The first of them, the largest amount first; without amounts the oldest first. */
  readonly cases: readonly Case[];
}

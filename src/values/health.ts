/** What the people who work in the CRM should mend, as counts: which records those are is kept apart, for those who may see them. */

/** What may be wrong with a record by itself, or beside others of its kind. */
export const checkSorts = [
  'lacks',
  'wrong order',
  'ahead',
  'before 1971',
  'below zero',
  'same person',
  'same deal',
  'same name',
  'no history',
  'owner gone',
  'owner unknown',
  'long past',
] as const;
export type CheckSort = (typeof checkSorts)[number];

/** What two places of the CRM say otherwise. */
export const contradictionSorts = [
  /** A deal is in another stage than its last stage change led to. */
  'stage is not where it last moved',
  /** A deal is won, and never was in a stage in which most deals are won. */
  'won without a stage of won deals',
  /** A lead has a status of converted leads, and no moment at which it was converted. */
  'converted by its status only',
] as const;

export const healthSorts = [...checkSorts, ...contradictionSorts] as const;
export type HealthSort = (typeof healthSorts)[number];

/** What a check of the data has found. */
export interface HealthFinding {
  readonly sort: HealthSort;
  /** Of which records: `lead`. */
  readonly kind: string;
  /** The fields that it looks at, of that kind, those that are to be mended first; empty where it looks at the record as a whole. */
  readonly fields: readonly string[];
  /** How many records are to be mended; 0 where all is well. */
  readonly count: number;
  /** How many were looked at. */
  readonly of: number;
}

/** A finding with the keys of its records: all of them, or the first that are kept. */
export interface HealthKeys extends HealthFinding {
  readonly keys: readonly string[];
}

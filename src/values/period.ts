export const grains = ['day', 'week', 'month', 'quarter', 'year', 'all', 'undated'] as const;

/** From fine to coarse. `all` is all time, with the undated records; these are `undated` once more, where there are any. */
export type Grain = (typeof grains)[number];

/** A local date, `YYYY-MM-DD`. */
export type Day = string;

/** A stretch of local dates, both ends inside. */
export interface Period {
  readonly grain: Grain;
  /** `2026-10-05`, `week-2026-10-05`, `2026-10`, `FY2026-Q3`, `FY2026`, `all`, `undated`. */
  readonly name: string;
  /** Both '' for `undated`. */
  readonly from: Day;
  readonly to: Day;
}

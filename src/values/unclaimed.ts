/** A value that records have and that no sentence of the agreement names, of a field of which sentences name others. */
export interface UnclaimedValue {
  readonly kind: string;
  readonly field: string;
  readonly value: string;
  /** How many records have it, and how many of those are of the last 30 days before the export. */
  readonly count: number;
  readonly lately: number;
}

/** What a drawing of lengths is made of: its columns, those beside its scale, and levels on it. */

/** Records from one length to the next; both in the unit of the scale. */
export interface DistributionBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** `kept`: within what was agreed; `missed`: past it; `plain`: nothing is agreed of single records. */
  readonly became: 'kept' | 'missed' | 'plain';
  /** `2 to 4 business hours: 31`. */
  readonly says: string;
}

/** Records that have no place on the scale of lengths. */
export interface LengthsApart {
  /** 0: no such column is drawn. */
  readonly count: number;
  /** How the count is said: `1,204`. */
  readonly amount: string;
  /** Short, for it stands below or above one column: `longer`, `not over yet`. */
  readonly label: string;
  /** `40 business hours or longer: 12`. */
  readonly says: string;
}

/** A level on the scale of lengths, with its words: the median, what was agreed. */
export interface LengthLevel {
  readonly value: number;
  readonly label: string;
}

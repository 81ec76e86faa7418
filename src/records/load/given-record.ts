import type { StoredValue } from '../../store/database.ts';
import type { RecordKind } from '../../values/catalogue.ts';

/** A record that a row gives, with its values in the order of its target's columns. The first four are the store's own. */
export interface GivenRecord {
  readonly target: Target;
  /** place, key, modified, person, then the fields. */
  readonly values: readonly StoredValue[];
}

/**
 * What is made of a record whose key is there already: the newer one counts, the first one does, or both do, the second by a key of its own; or the
 * record is none by itself, and its values are added to the one that is there.
 */
export type Manner = 'settled' | 'once' | 'apart' | 'adds';

/** A table that a source writes into. */
export interface Target {
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  readonly manner: Manner;
  /** The header of the key's column, for problems. */
  readonly keyColumn: string;
}

/** What a row says of having been merged. */
export interface Merge {
  /** The key of the record that it was merged into, or ''. */
  readonly into: string;
  /** The keys of the records that were merged into those of its own that have this key. */
  readonly from: readonly string[];
  readonly key: string;
  /** Whether it was deleted besides, as CRMs do with merged records. */
  readonly isDeleted: boolean;
}

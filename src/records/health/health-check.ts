/** What a check of the data is: a condition on the records of one kind. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { LocalTime } from '../../calendar/local-time.ts';
import type { Catalogue, Field, RecordKind } from '../../values/catalogue.ts';
import { mappedField } from '../mapped-field.ts';

/** What the checks know of the store. */
export interface HealthGround {
  readonly catalogue: Catalogue;
  /** The company's own clock. */
  readonly clock: LocalTime;
  /** As of when each kind is known at the latest, seconds since 1970; null: nothing tells, and nothing is said of its age. */
  readonly asOf: (kind: string) => number | null;
}

/** What is asked of the records of a kind. Conditions may be unknown, which is a no. */
export type Asked = {
  readonly kind: RecordKind;
  readonly fields: readonly string[];
  /** Which records it looks at. */
  readonly among: RawBuilder<SqlBool>;
} & (OfOneRecord | OfTwins);

interface OfOneRecord {
  /** Which of those are to be mended. */
  readonly faulty: RawBuilder<SqlBool>;
  /** It goes through other tables, which is done once: it is not counted beside the other checks of its kind. */
  readonly isSearch?: boolean;
}

interface OfTwins {
  /** Records for which these are equal are likely doubles of each other, all of which are to be looked at. */
  readonly twins: readonly RawBuilder<unknown>[];
}

/** Says what to ask of the kinds and fields that some source fills; of others nothing. */
export type HealthCheck = (ground: HealthGround) => readonly Asked[];

export const everyRecord = sql<SqlBool>`1 = 1`;

export const columnOf = ({ column }: Field): RawBuilder<unknown> => sql`${sql.ref(column)}`;

/** A kind by its name, with those of its fields that some source fills; null where one of them is filled by none. */
export function kindWith(
  { catalogue }: HealthGround,
  name: string,
  ...names: readonly string[]
): { readonly kind: RecordKind; readonly fields: readonly Field[] } | null {
  const kind = catalogue.kinds.find((each) => each.name === name);
  if (!kind) return null;
  const fields = names.flatMap((each) => mappedField(kind, each) ?? []);
  return fields.length === names.length ? { kind, fields } : null;
}

/** Whether somebody still works on it: a deal that is neither won nor lost, a lead that was not converted. Null where no field tells. */
export function isOpen(kind: RecordKind): RawBuilder<SqlBool> | null {
  const [won, lost, converted] = ['won', 'lost', 'converted'].map((name) => mappedField(kind, name));
  if (kind.name === 'lead') return converted ? sql<SqlBool>`${columnOf(converted)} is null` : everyRecord;
  if (kind.name !== 'opportunity' || !won) return null;
  const isNo = (field: Field) => sql`coalesce(${columnOf(field)}, 0) = 0`;
  return sql<SqlBool>`(${isNo(won)}${lost ? sql` and ${isNo(lost)}` : sql``})`;
}

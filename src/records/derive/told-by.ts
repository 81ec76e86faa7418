import { columnOf } from '../column-of.ts';
import { mappedField } from '../mapped-field.ts';
import type { FileSource, Source, Told } from '../source.ts';
import type { Catalogue, Field, RecordKind } from '../../values/catalogue.ts';
import { handoverDerivation } from './derivation.ts';

/** A mapped field that other records tell. */
export interface ToldField {
  readonly record: string;
  readonly field: string;
  readonly told: Told;
}

/** The fields that other records tell, each once. */
export function toldFields(sources: readonly Source[]): readonly ToldField[] {
  const files = sources.filter((source): source is FileSource => source.is === 'file');
  const all = files.flatMap(({ gives }) =>
    gives.flatMap(({ record, columns }) =>
      columns.flatMap(({ field, told }) => (told === null ? [] : [{ record, field, told }])),
    ),
  );
  return all.filter(({ record, field }, index) => {
    return all.findIndex((each) => each.record === record && each.field === field) === index;
  });
}

/** The rows that tell what a field of a record was from when on; columns as the store has them. */
export interface HistoryRows {
  readonly kind: RecordKind;
  /** Which record a row is of. */
  readonly link: string;
  readonly value: string;
  /** The value before, or null where only the row before tells it. */
  readonly from: string | null;
  readonly at: Field;
  /** Of rows for several fields, what they call this one; null: all are of this one. */
  readonly called: readonly string[] | null;
}

/** Where the history of a record's field is kept; null where no source gives it. */
export function historyOf(
  { kinds }: Catalogue,
  sources: readonly Source[],
  record: string,
  field: string,
): HistoryRows | null {
  const kind = kinds.find(({ name }) => name === record);
  const name = record === 'lead' ? 'field change' : kind?.history?.kind;
  const rows = kinds.find((each) => each.name === name);
  const at = rows && mappedField(rows, 'at');
  if (!kind || !rows || !at || !mappedField(kind, field)) return null;
  if (record === 'lead') {
    const known = ['lead', 'field', 'to'].every((each) => mappedField(rows, each));
    const called = namesOf(sources, record, field);
    return known ? { kind: rows, link: 'lead', value: 'to', from: 'from', at, called } : null;
  }
  const link = kind.related.find((relation) => relation.kind === rows.name)?.on[0]?.theirs;
  const value = kind.history?.holds[field];
  if (link === undefined || value === undefined) return null;
  const from = field === kind.history?.field ? columnOf(kind.history.from) : null;
  return { kind: rows, link, value: columnOf(value), from, at, called: null };
}

/** A history calls a field as we do, as its column is headed, or as the file of handovers says. */
function namesOf(sources: readonly Source[], record: string, field: string): readonly string[] {
  const files = sources.filter((source): source is FileSource => source.is === 'file');
  const gifts = files.flatMap(({ gives }) => gives).filter((gift) => gift.record === record);
  const mappings = gifts.flatMap(({ columns }) => columns).filter((mapping) => mapping.field === field);
  const status = field === 'status' ? handoverDerivation(sources)?.history.status : null;
  return [...new Set([field, ...mappings.flatMap(({ from }) => from?.columns ?? []), ...(status ? [status] : [])])];
}

/** The one field of a kind that links to a record; null where none does, or several. */
export function linkTo(kind: RecordKind, record: string): Field | null {
  const links = kind.fields.filter(({ type, mapped }) => mapped && type.is === 'link' && type.to === record);
  return links.length === 1 ? (links[0] ?? null) : null;
}

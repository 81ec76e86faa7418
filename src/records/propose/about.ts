import type { TableSample } from '../files/sample-of.ts';
import type { Column } from './columns-of.ts';
import type { ProposedField, ProposedGift, ProposedKey } from './proposal.ts';

/** What is known of a table when questions about it are raised. */
export interface About {
  readonly sample: TableSample;
  readonly columns: readonly Column[];
  readonly crm: string | null;
  /** The record that a row is, the first of those that it gives. */
  readonly record: string;
  readonly keys: readonly ProposedKey[];
  readonly gives: readonly ProposedGift[];
  /** The zone of the company, as far as its agreement says one. */
  readonly zone: string | null;
}

/** Fields with the columns that fill them, over all records of a row. */
export function filledFields({
  gives,
  columns,
}: About): readonly { field: ProposedField; column: Column; record: string }[] {
  return gives.flatMap(({ record, fields }) =>
    fields.flatMap((field) => {
      const column = columns.find(({ name }) => name === field.column);
      return column ? [{ field, column, record }] : [];
    }),
  );
}

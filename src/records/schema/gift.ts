/** What a row of a file gives: records, and of each its fields. Everything is text here, as typed. */
import { z } from 'zod';
import { fieldSchema } from './field.ts';
import { column, rowTest } from './forms.ts';

const text = z.string();

export const giftSchema = z.strictObject({
  record: text.min(1).describe('The kind of record: lead, opportunity, or one of your own.'),
  when: rowTest.optional().describe('Which rows give one; all where it is left out.'),
  key: column.optional().describe("The record's key, where it is not the row's."),
  'for each column': column
    .optional()
    .describe(
      'One record for each column like it: Date entered "*". `its name` is what the * stood for, `its value` is in the cell.',
    ),
  'for each piece of': column.optional().describe('One record for each piece of this cell; `its value` is the piece.'),
  'split at': text.min(1).optional().describe('What stands between the pieces: ;'),
  once: text.optional().describe('yes: the file is a log. The first row with a key gives the record, later ones none.'),
  'only adds': text
    .optional()
    .describe('yes: it gives no record. Its fields are added to the record with this key, which another file gives.'),
  columns: z
    .record(text, z.union([text, z.array(text.min(1)).min(2), fieldSchema]))
    .describe('Fields, each with the column that it comes from.'),
});
export type GiftSpec = z.infer<typeof giftSchema>;

/** What a row of a file gives: records, and of each its fields. Everything is text here, as typed. */
import { z } from 'zod';
import { fieldSchema } from './field.ts';
import { column, rowTest } from './forms.ts';

const text = z.string();

export const giftSchema = z.strictObject({
  record: text.min(1).describe('The kind of record: lead, opportunity, or one of your own.'),
  when: rowTest.optional().describe('Which rows give one; all where it is left out.'),
  key: column.optional().describe("The record's key, where it is not the row's."),
  columns: z.record(text, z.union([text, fieldSchema])).describe('Fields, each with the column that it comes from.'),
});
export type GiftSpec = z.infer<typeof giftSchema>;

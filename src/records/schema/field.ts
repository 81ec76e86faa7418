/** What a field of a record may say of where its value comes from. Everything is text here, as typed. */
import { z } from 'zod';
import { column, forms, rowTest } from './forms.ts';

const text = z.string();

export const fieldSchema = z.strictObject({
  from: column.optional(),
  always: text.optional().describe('The same value in every row.'),
  is: text
    .optional()
    .describe(
      'The type of a field of your own: text, number, money, yes-no, day, instant, planned day, planned instant, link to KIND.',
    ),
  means: text.optional().describe('One line that explains a field of your own.'),
  reads: z.record(text, text).optional().describe("The CRM's words, and ours."),
  otherwise: text.optional().describe('What a value that `reads` does not list becomes.'),
  when: rowTest.optional().describe('The field is empty where this does not hold.'),
  by: text.optional().describe("A link that is not by key: the other record's field that holds the value."),
  hidden: text.optional().describe('yes: the text names a person and is replaced by a number.'),
  'a day is': z
    .enum(['its start', 'its end'])
    .optional()
    .describe('Which instant is meant where an instant is expected and the column knows only the day.'),
  'ahead is': z
    .enum(['empty'])
    .optional()
    .describe('What lies past the time of the export is left empty: a meeting that is still to come was not held.'),
  'divided by': text.optional().describe('60 makes minutes of seconds.'),
  ...forms,
});
export type FieldSpec = z.infer<typeof fieldSchema>;

/** What a field of a record may say of where its value comes from. Everything is text here, as typed. */
import { z } from 'zod';
import { column, forms, rowTest } from './forms.ts';

const text = z.string();

const told = z.union([text, z.record(text, z.union([text, z.array(text)]))]);

export const fieldSchema = z.strictObject({
  from: column.optional(),
  'or else': z
    .union([text.min(1), z.array(text.min(1)).min(1)])
    .optional()
    .describe(
      'Columns that are asked, one after another, where `from` is empty: the day on which it was won, or else lost.',
    ),
  always: text.optional().describe('The same value in every row.'),
  is: text
    .optional()
    .describe(
      'The type of a field of your own: text, number, money, yes-no, day, instant, planned day, planned instant, link to KIND.',
    ),
  means: text.optional().describe('One line that explains a field of your own.'),
  first: told
    .optional()
    .describe(
      "What other records tell: { status: [MQL, SQL] } is the first time that its status became one of these, by its history; session's at is that of the first session that links to it.",
    ),
  last: told.optional().describe('The same for the last time, or the last record.'),
  reads: z
    .record(text, text)
    .optional()
    .describe(
      "The CRM's words, and ours. `04*` is what starts so, `*` is any other; what is written in full comes first.",
    ),
  otherwise: text.optional().describe('What a value that `reads` does not list becomes.'),
  when: rowTest.optional().describe('The field is empty where this does not hold.'),
  by: text.optional().describe("A link that is not by key: the other record's field that holds the value."),
  'ids begin with': text
    .optional()
    .describe("What stands before the ids of the linked records, where it is not what this file's ids begin with."),
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
  'lasts in': z
    .enum(['seconds', 'minutes', 'hours', 'days', 'weeks'])
    .optional()
    .describe(
      'The number is a length of time in this unit, and is read as 2h 15m, 90 min, 1 day 3 hours, PT15M or 1:02:03.',
    ),
  durations: z
    .union([text, z.array(text)])
    .optional()
    .describe('What 1:30 is (h:mm or m:ss), and the unit of a length without one: minutes. Both are a list.'),
  takes: z
    .enum(['currency'])
    .optional()
    .describe('Of an amount only its currency is taken, by the sign or code in the cell: EUR 1.200,00.'),
  ...forms,
});
export type FieldSpec = z.infer<typeof fieldSchema>;

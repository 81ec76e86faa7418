/** How values are written: keys that a file of `data/sources` and each of its fields may have. Everything is text here, as typed. */
import { z } from 'zod';

const text = z.string();

export const column = z
  .union([text.min(1), z.array(text.min(1)).min(2)])
  .describe(
    'A column by its header, or a text with several of them in braces: {Year}-{Quarter}. A list holds other names of one column: the one that is there is read.',
  );
export type ColumnSpec = z.infer<typeof column>;

export const rowTest = z
  .record(text, z.union([text, z.array(text), z.strictObject({ not: z.union([text, z.array(text)]) })]))
  .describe(
    'Columns, each with the value or the list of values that it must have; all must hold. `yes` and `no` read 1, true, an empty cell; `00Q*` is what starts so, `*@ours.example` what ends so.',
  );
export type RowTestSpec = z.infer<typeof rowTest>;

export const forms = {
  dates: z
    .union([text, z.array(text)])
    .optional()
    .describe(
      'How dates are written where it is not YYYY-MM-DD: D/M/YYYY, YYYYMMDD, D MMM YYYY, epoch ms, spreadsheet days. Several ways are a list.',
    ),
  instants: z
    .union([text, z.array(text)])
    .optional()
    .describe(
      'How instants are written where it is not ISO 8601: M/D/YYYY H:mm, MMM D, YYYY h:mm A, epoch seconds. Several ways are a list.',
    ),
  numbers: text
    .optional()
    .describe('How numbers are written where it is not 1234.56: 1.234,56 or $1,234.56 or 1 234,56 € or 1,234.56%.'),
  short: z
    .record(text, text)
    .optional()
    .describe('Words behind a number, and how much each stands for: { K: 1000, Mio: 1000000 }.'),
  'time zone': text.optional().describe('The zone of instants that name none: Europe/Berlin.'),
  language: text
    .optional()
    .describe('The language of names of months, weekdays and units of time, where it is not English: de.'),
  empty: z
    .union([text, z.array(text)])
    .optional()
    .describe("Texts that stand for no value: '-', Select, '0'. A field's are added to those of its file."),
};
const formsSchema = z.strictObject(forms);
export type FormsSpec = z.infer<typeof formsSchema>;

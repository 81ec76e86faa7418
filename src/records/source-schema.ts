/** What may stand in a file of `data/sources`. Everything is text here, as typed; `resolve-source.ts` makes it exact. */
import { z } from 'zod';

const text = z.string();
const column = text
  .min(1)
  .describe('A column by its header, or a text with several of them in braces: {Year}-{Quarter}.');

const rowTest = z
  .record(text, z.union([text, z.array(text), z.strictObject({ not: z.union([text, z.array(text)]) })]))
  .describe(
    'Columns, each with the value or the list of values that it must have; all must hold. `yes` and `no` read 1, true, an empty cell; `00Q*` is what starts so.',
  );

export type RowTestSpec = z.infer<typeof rowTest>;

const forms = {
  dates: z
    .union([text, z.array(text)])
    .optional()
    .describe('How dates are written where it is not YYYY-MM-DD: D/M/YYYY, YYYYMMDD. Several ways are a list.'),
  instants: z
    .union([text, z.array(text)])
    .optional()
    .describe('How instants are written where it is not ISO 8601: M/D/YYYY H:mm. Several ways are a list.'),
  numbers: text.optional().describe('How numbers are written where it is not 1234.56: 1.234,56 or $1,234.56.'),
  'time zone': text.optional().describe('The zone of instants that name none: Europe/Berlin.'),
};

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

export const giftSchema = z.strictObject({
  record: text.min(1).describe('The kind of record: lead, opportunity, or one of your own.'),
  when: rowTest.optional().describe('Which rows give one; all where it is left out.'),
  key: column.optional().describe("The record's key, where it is not the row's."),
  columns: z.record(text, z.union([text, fieldSchema])).describe('Fields, each with the column that it comes from.'),
});

export const fileSourceSchema = z.strictObject({
  reads: text.min(1).describe('A file of the exports, or a pattern: Lead.csv, tasks-*.csv.'),
  key: column.optional().describe('What tells one row from another. Left out: each row is a record of its own.'),
  'key is hidden': text.optional().describe('yes: the key names a person and is replaced by a number.'),
  modified: column.optional().describe('The instant that tells which of two rows with one key is newer.'),
  'deleted when': rowTest.optional(),
  'leave out when': rowTest.optional(),
  link: text
    .optional()
    .describe("The page of a row's records in the CRM, for the managers' edition: https://crm.example/deals/{key}."),
  'merged into': column.optional().describe('The key of the record that this one was merged into.'),
  person: column.optional().describe('The e-mail that a person is known by. Only a hash of it is kept.'),
  // A record's place in the store tells which of at most 16 of its row it is.
  gives: z.array(giftSchema).min(1).max(16),
  declares: z
    .strictObject({
      kind: text.min(1),
      plural: text.min(1),
      happens: text.min(1).describe('The field that says when such a record happens.'),
      sequence: text.min(1).optional().describe('The number field that tells records of one moment apart.'),
      means: text.min(1),
    })
    .optional()
    .describe('A record kind of your own.'),
  ...forms,
  separator: text.optional().describe('What stands between values, where it is not certain: a character, or tab.'),
  encoding: text
    .optional()
    .describe('How letters are written, where it is not UTF-8 and no byte-order mark tells: windows-1252.'),
  currency: text.optional().describe("The currency of rows that name none, where it is not the company's."),
  'short rows': text
    .optional()
    .describe('yes: a row may end early, and what it lacks at its end is empty. Else such a row is unreadable.'),
  'reject at most': text.optional().describe('How many rows may be unreadable before the run stops: 1%.'),
  'as of': text.optional().describe('When the export was written, where no manifest tells.'),
  forgets: text.optional().describe('yes: the CRM drops old rows, so that missing is not deleted.'),
});
export type FileSourceSpec = z.infer<typeof fileSourceSchema>;

const statuses = z.array(text.min(1)).optional();

export const handoversSchema = z.strictObject({
  derives: z.literal('handovers'),
  statuses: z
    .strictObject({
      qualified: z.array(text.min(1)).min(1),
      accepted: statuses,
      rejected: statuses,
      abandoned: statuses,
    })
    .describe("Which of the lead's statuses mean what."),
  history: z
    .strictObject({ status: text.optional(), owner: text.optional(), converted: text.optional() })
    .optional()
    .describe('What the field of a field change says for the status, for the owner, and for the conversion.'),
  'without history': z
    .strictObject({ qualified: text, accepted: text.optional(), rejected: text.optional(), abandoned: text.optional() })
    .optional()
    .describe('Moments of the lead that stand for those of a handover, where the CRM tells only what is true today.'),
});
export type HandoversSpec = z.infer<typeof handoversSchema>;

/** The keys that may stand at a path of a file, for suggestions. */
export function keysAt(path: readonly PropertyKey[], isHandovers: boolean): readonly string[] {
  if (isHandovers) {
    const part = path[0] as keyof typeof handoversSchema.shape | undefined;
    if (part === undefined) return Object.keys(handoversSchema.shape);
    return part === 'history' ? ['status', 'owner', 'converted'] : ['qualified', 'accepted', 'rejected', 'abandoned'];
  }
  if (path.length === 0) return Object.keys(fileSourceSchema.shape);
  if (path[0] === 'declares') return ['kind', 'plural', 'happens', 'sequence', 'means'];
  if (path[0] === 'gives' && path.length === 2) return Object.keys(giftSchema.shape);
  if (path[2] === 'columns' && path.length === 4) return Object.keys(fieldSchema.shape);
  return ['not'];
}

/** What may stand in a file of `data/sources` that reads an export. Everything is text here, as typed; `resolve` makes it exact. */
import { z } from 'zod';
import { column, forms, rowTest } from './forms.ts';
import { giftSchema } from './gift.ts';

const text = z.string();

export const fileSourceSchema = z.strictObject({
  reads: text.min(1).describe('A file of the exports, or a pattern: Lead.csv, tasks-*.csv.'),
  'pulled from': text
    .min(1)
    .optional()
    .describe(
      'The connection that this file is pulled from: the name of a file of `data/sources` that `connects to` it.',
    ),
  object: text.min(1).optional().describe("The CRM's object that is pulled into it: Lead, or deals."),
  'history of': z
    .array(text.min(1))
    .min(1)
    .optional()
    .describe("HubSpot: a row for each change of these properties, in place of the object's records."),
  'open questions': z
    .union([text.min(1), z.array(text.min(1))])
    .optional()
    .describe(
      'What `npm run map` asked and nobody has answered. `npm run check` warns of it, and prunes nothing before.',
    ),
  key: column.optional().describe('What tells one row from another. Left out: each row is a record of its own.'),
  'key is hidden': text.optional().describe('yes: the key names a person and is replaced by a number.'),
  modified: column.optional().describe('The instant that tells which of two rows with one key is newer.'),
  'deleted when': z
    .union([rowTest, z.array(rowTest).min(1)])
    .optional()
    .describe('Rows that say of a record that the CRM deleted it. Of a list of tests one is enough.'),
  'leave out when': z
    .union([rowTest, z.array(rowTest).min(1)])
    .optional()
    .describe('Rows that are no records. A list of tests says of each `because:` why, and the rows are counted so.'),
  repeats: z
    .enum(['drop', 'keep', 'flag'])
    .optional()
    .describe(
      'Rows whose key was there before. drop: the newest counts (the usual). keep: each is a record. flag: as drop, and it is told.',
    ),
  ids: z
    .enum(['Salesforce'])
    .optional()
    .describe('Salesforce: ids of 15 characters become those of 18, in keys and links.'),
  'ids begin with': text
    .min(1)
    .optional()
    .describe('What is put before every id, in keys and links, where several CRMs are read: eu:'),
  link: text
    .optional()
    .describe("The page of a row's records in the CRM, for the managers' edition: https://crm.example/deals/{key}."),
  'merged into': column.optional().describe('The key of the record that this one was merged into.'),
  'merged from': column
    .optional()
    .describe('The keys of the records that were merged into this one, in one cell; `split at` stands between them.'),
  'split at': text.min(1).optional().describe('What stands between the keys of `merged from`: ;'),
  person: column.optional().describe('The e-mail that a person is known by. Only a hash of it is kept.'),
  // A record's place in the store tells which of at most 256 of its row it is.
  gives: z.array(giftSchema).min(1).max(64),
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
  sheet: text.optional().describe('Which sheet of a workbook is read, where it has several.'),
  'is a report': text
    .optional()
    .describe('yes: lines above the header, subtotals, totals and the lines below the table are no rows.'),
  currency: text.optional().describe("The currency of rows that name none, where it is not the company's."),
  'short rows': text
    .optional()
    .describe('yes: a row may end early, and what it lacks at its end is empty. Else such a row is unreadable.'),
  'reject at most': text.optional().describe('How many rows may be unreadable before the run stops: 1%.'),
  'as of': text.optional().describe('When the export was written, where no manifest tells.'),
  'dated by name': text.optional().describe('How file names tell when each export was written: deals-YYYY-MM-DD.csv.'),
  'holds changes': text
    .min(1)
    .optional()
    .describe(
      'Files that hold only what changed since the one before, and replace none: yes for all of them, or a pattern: deals-changes-*.csv.',
    ),
  forgets: text.optional().describe('yes: the CRM drops old rows, so that missing is not deleted.'),
});
export type FileSourceSpec = z.infer<typeof fileSourceSchema>;

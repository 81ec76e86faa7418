import { z } from 'zod';
import { keys, text, texts } from '../schema-words.ts';

const share = text.transform((written, context) => {
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(written) ?? [];
  if (percent !== undefined) return Number(percent);
  context.addIssue(`"${written}" is no share of the credit; write it like "40%"`);
  return z.NEVER;
});

const byPosition = keys({
  first: share.describe('What the first touch gets: 40%.'),
  last: share.describe('What the last touch gets.'),
  between: share.describe('What the touches between them share evenly.'),
});

const model = z.union([text, byPosition], {
  error: 'credit is a model such as "even", or weights for "first:", "last:" and "between:"',
});

const cut = keys({
  value: text
    .optional()
    .describe(
      "The field whose values are the groups: its campaign's name. With credit for touches it may be left away.",
    ),
  bands: texts.optional().describe('Stretches of numbers: below 20, from 20 to below 200, at least 200.'),
  credit: model
    .optional()
    .describe('Who gets the credit: recorded, first touch, last touch, even, or weights for first, last and between.'),
  touches: text.optional().describe('The related records that led to it: campaign touches on or before created.'),
  touch: text.optional().describe("The field of a touch that says which group it belongs to: its campaign's name."),
  beside: z
    .preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(model))
    .optional()
    .describe('Other ways to give the credit, to be shown beside the agreed one.'),
});

const groupsForm = 'groups are made by a field, a sentence, or "value:" with "bands:" or "credit:"';

/** `break down by:` names of fields, groups by a name of their own, or the clauses of a term. */
export const breakdownsSchema = z.union([texts, z.record(text, z.union([text, cut], { error: groupsForm }))], {
  error: 'a breakdown is a list of fields, or groups by name, each with its field',
});

export type SaidBreakdowns = z.infer<typeof breakdownsSchema>;
export type SaidCut = z.infer<typeof cut>;
export type SaidModel = z.infer<typeof model>;

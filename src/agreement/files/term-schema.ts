import { z } from 'zod';
import type { Catalogue } from '../../values/catalogue.ts';
import { conditionsSchema } from '../read-conditions.ts';
import { keys, text, texts } from '../schema-words.ts';
import { casesSchema, sortingMisfits } from './sorted-schema.ts';

/** The keys of each thing that the vocabulary defines; `in words:` goes with all of them. */
const forms = {
  'is the:': {
    'is the': text.optional().describe('The value that the figure names: business hours from assigned to accepted.'),
    'is the first of': casesSchema
      .optional()
      .describe('Names, each with its conditions: the figure is the first name whose conditions all hold.'),
    'or else': text.optional().describe('With "is the first of:" the name where no case holds. Left away: empty.'),
  },
  'orders:': {
    orders: texts.optional().describe("The fields whose choices stand in this order: opportunity's stage."),
    'in order': texts.optional().describe('The choices, from first to last.'),
  },
  'is a:': {
    'is a': text.optional().describe('The record, or the term, of which this is a part: lead.'),
    'is an': text.optional().describe('The same, where that reads better: is an: opportunity.'),
    plural: text.optional().describe('Several of them, where that is not formed as usual.'),
    'also called': texts.optional().describe('Other names and abbreviations that people use.'),
    where: conditionsSchema.optional().describe('Conditions that all hold for such a record.'),
    'except when': conditionsSchema.optional().describe('Conditions that each take a record out.'),
    'said but not counted': texts.optional().describe('What was agreed in words and cannot be counted.'),
    needs: texts.optional().describe('Fields that every such record should have.'),
  },
} as const;

const entrySchema = keys({
  ...forms['is a:'],
  ...forms['is the:'],
  ...forms['orders:'],
  'in words': text.optional().describe('What people mean by it, in a sentence.'),
}).check((context) => {
  const said = Object.keys(context.value);
  const form = formOf(context.value);
  for (const { path, says } of sortingMisfits(context.value))
    context.issues.push({ code: 'custom', message: says, input: context.value, path: [...path] });
  for (const key of said) {
    if (key === 'in words' || key in forms[form]) continue;
    context.issues.push({
      code: 'custom',
      message: `"${key}:" does not go with "${form}"`,
      input: context.value,
      path: [key],
    });
  }
});

/** vocabulary.yml: by name, what people mean by it. */
export const vocabularySchema = z.record(text, entrySchema);

export type SaidEntry = z.infer<typeof entrySchema>;
export type SaidTerms = ReadonlyMap<string, SaidEntry>;

/** The key that says what an entry is: a term, a figure, or an order of choices. */
export function formOf(entry: SaidEntry): keyof typeof forms {
  if (['is the', 'is the first of', 'or else'].some((key) => key in entry)) return 'is the:';
  return entry.orders !== undefined || entry['in order'] !== undefined ? 'orders:' : 'is a:';
}

/** The term that a term narrows, or the record kind, as written. */
export function aboveOf(term: SaidEntry | undefined): string | undefined {
  return term?.['is a'] ?? term?.['is an'];
}

/** The name as addresses have it. */
export function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** The terms, with what they narrow by the name that it has: `is a: LEAD` is a lead. */
export function asSpelled(said: SaidTerms, { kinds }: Catalogue): SaidTerms {
  const names = new Map([...said.keys(), ...kinds.map(({ name }) => name)].map((name) => [name.toLowerCase(), name]));
  const spelled = (written: string | undefined) => names.get(written?.toLowerCase() ?? '') ?? written;
  return new Map(
    [...said].map(([name, entry]) => [
      name,
      { ...entry, 'is a': spelled(entry['is a']), 'is an': spelled(entry['is an']) },
    ]),
  );
}

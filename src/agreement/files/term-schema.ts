import { z } from 'zod';
import { conditionsSchema } from '../read-conditions.ts';
import { keys, text, texts } from '../schema-words.ts';

/** The keys of each thing that the vocabulary defines; `in words:` goes with all of them. */
const forms = {
  'is the:': { 'is the': text.optional() },
  'orders:': { orders: texts.optional(), 'in order': texts.optional() },
  'is a:': {
    'is a': text.optional(),
    'is an': text.optional(),
    plural: text.optional(),
    'also called': texts.optional(),
    where: conditionsSchema.optional(),
    'except when': conditionsSchema.optional(),
    'said but not counted': texts.optional(),
    needs: texts.optional(),
  },
} as const;

const entrySchema = keys({
  ...forms['is a:'],
  ...forms['is the:'],
  ...forms['orders:'],
  'in words': text.optional(),
}).check((context) => {
  const said = Object.keys(context.value);
  const form = formOf(context.value);
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
  if (entry['is the'] !== undefined) return 'is the:';
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

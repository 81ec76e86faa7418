import { z } from 'zod';
import { conditionsSchema } from '../read-conditions.ts';
import { keys, text, texts } from '../schema-words.ts';

const termSchema = keys({
  'is a': text.optional(),
  'is an': text.optional(),
  plural: text.optional(),
  'also called': texts.optional(),
  'in words': text.optional(),
  where: conditionsSchema.optional(),
  'except when': conditionsSchema.optional(),
  'said but not counted': texts.optional(),
});

/** vocabulary.yml: by name, what people mean by it. */
export const vocabularySchema = z.record(text, termSchema);

export type SaidTerm = z.infer<typeof termSchema>;
export type SaidTerms = ReadonlyMap<string, SaidTerm>;

/** The term that a term narrows, or the record kind, as written. */
export function aboveOf(term: SaidTerm | undefined): string | undefined {
  return term?.['is a'] ?? term?.['is an'];
}

import { z } from 'zod';
import { MarkIsStale } from '../connector.ts';

const ids = z.array(z.string());

/** Where the pull of a table stands: what is asked next. */
const standSchema = z.discriminatedUnion('step', [
  /** All records by id, the deleted ones after the others. */
  z.strictObject({ step: z.literal('listed'), archived: z.boolean(), after: z.string().nullable() }),
  /** Records that changed from an instant on (milliseconds since 1970), without those that came already. */
  z.strictObject({ step: z.literal('changed'), from: z.number(), seen: ids }),
  /** Those of one instant that a page can't hold, by id. */
  z.strictObject({ step: z.literal('instant'), from: z.number(), after: z.string(), seen: ids }),
  z.strictObject({ step: z.literal('end') }),
]);
export type Stand = z.infer<typeof standSchema>;
export type StandAt<Step extends Stand['step']> = Extract<Stand, { step: Step }>;

/** `types`: which properties the rows before were written from, and of what type. */
const markSchema = z.strictObject({ types: z.string(), stand: standSchema });

export function markOf(stand: Stand, types: string): string {
  return JSON.stringify({ types, stand });
}

/** Throws `MarkIsStale` where properties are of another type than when it was made: rows of both do not belong in one file. */
export function readMark(mark: string, types: string): Stand {
  let read: unknown = null;
  try {
    read = JSON.parse(mark);
  } catch {
    throw new MarkIsStale('the mark is no JSON');
  }
  const parsed = markSchema.safeParse(read);
  if (!parsed.success) throw new MarkIsStale('the mark is of another version');
  if (parsed.data.types !== types) throw new MarkIsStale('properties have other types by now');
  return parsed.data.stand;
}

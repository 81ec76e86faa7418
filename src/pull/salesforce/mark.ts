import { MarkIsStale } from '../connector.ts';
import { z } from 'zod';

const markSchema = z.discriminatedUnion('by', [
  /** Rows of a query job. The version of the API must stay the one that the job was made by. */
  z.strictObject({ by: z.literal('job'), job: z.string(), version: z.string(), behind: z.string().nullable() }),
  /** Rows of a query that is answered at once: where the next ones lie. Null: nothing was asked yet. */
  z.strictObject({ by: z.literal('query'), behind: z.string().nullable() }),
  /** There is nothing left. */
  z.strictObject({ by: z.literal('end') }),
]);

/** Where the pull of a table stands. */
export type Mark = z.infer<typeof markSchema>;
export type JobMark = Extract<Mark, { by: 'job' }>;
export type QueryMark = Extract<Mark, { by: 'query' }>;

export function writeMark(mark: Mark): string {
  return JSON.stringify(mark);
}

/** Throws `MarkIsStale` for what another version of this program wrote. */
export function readMark(text: string): Mark {
  try {
    return markSchema.parse(JSON.parse(text));
  } catch {
    throw new MarkIsStale('the mark is none of Salesforce');
  }
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A file of the manifest that is about to be put into place. */
const placing = z.strictObject({
  /** What is moved, within the folder of the pull. */
  moves: z.string(),
  /** The entry of the manifest; its keys are those of `ManifestFile`. */
  entry: z.looseObject({ file: z.string() }),
  /** Files that it stands for from then on, and that are taken away. */
  replaces: z.array(z.string()),
});
export type Placing = z.infer<typeof placing>;

const tablePart = z.strictObject({
  /** Tells one ask from another: another one begins anew. */
  asked: z.string(),
  since: z.number().nullable(),
  until: z.number(),
  /** The pull in which it was begun, as its folder is called. */
  pull: z.string(),
  mark: z.string(),
  /** Of the part's bytes so many count, with so many rows below the header. */
  bytes: z.number().int(),
  rows: z.number().int(),
  isWhole: z.boolean(),
  placing: placing.nullable(),
});
/** How far the pull of a table is. */
export type TablePart = z.infer<typeof tablePart>;

const copyPart = z.strictObject({
  version: z.string().nullable(),
  bytes: z.number().int(),
  placing: placing.nullable(),
});
/** How far the copy of a file is. */
export type CopyPart = z.infer<typeof copyPart>;

const running = z.strictObject({ connection: z.string(), began: z.string(), calls: z.number().int() });

const stateSchema = z.strictObject({
  /** By connection and file: `salesforce/Lead.csv`. */
  tables: z.record(z.string(), tablePart),
  copies: z.record(z.string(), copyPart),
  /** The connection that is pulled now: where the pull is cut off, its calls still count. */
  running: running.nullable(),
});
/** What a pull remembers while it runs, so that the next one goes on where it stopped. */
export type State = z.infer<typeof stateSchema>;

/** Reads the state that a pull left. One that is not there, or can't be read, is that of a pull that begins: nothing is lost but time. */
export async function readState(path: string): Promise<State> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const none: State = { tables: {}, copies: {}, running: null };
  try {
    const { success, data } = stateSchema.safeParse(JSON.parse(text));
    return success ? data : none;
  } catch {
    return none;
  }
}

/** Whether nothing is left to go on with. */
export function isDone({ tables, copies }: State): boolean {
  return Object.keys(tables).length === 0 && Object.keys(copies).length === 0;
}

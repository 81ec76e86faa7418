/** `exports/manifest.json`: what lies in the folder of exports, when it was written, and how whole it is. A pull keeps it; a person may write one. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Problem } from '../values/problem.ts';
import { readInstant } from './forms/instant.ts';
import { inOneLine } from './in-one-line.ts';

const instant = z.string().refine((text) => readInstant(text) !== null);

/** Whether a file tells all of its table, or only what changed since the file before. */
export type Holds = 'everything' | 'changes';

const fileSchema = z.looseObject({
  file: z.string().describe("The file's name, relative to the exports."),
  asOf: z.string().optional().describe('When it was written: 2026-11-09T05:40:00Z.'),
  rows: z.number().int().optional().describe('How many rows it has.'),
  bytes: z.number().int().optional().describe('How long it is.'),
  sha256: z.string().optional().describe('The hash of its bytes, in hexadecimal digits.'),
  holds: z
    .enum(['everything', 'changes'])
    .optional()
    .describe('changes: only what changed since the file before; what it does not hold is not gone.'),
  pull: z.string().optional().describe('What was pulled together is one export: the time at which the pull began.'),
  from: z.string().optional().describe('The connection that it was pulled from.'),
  object: z.string().optional().describe("The CRM's object that it holds."),
  columns: z.array(z.string()).optional().describe('The columns that were asked for.'),
  upTo: instant.optional().describe("The server's time up to which it holds all changes."),
  version: z.string().optional().describe('What the place of a copied file calls this version of it.'),
});
export type ManifestFile = z.infer<typeof fileSchema>;

const pullSchema = z.looseObject({
  connection: z.string(),
  began: instant,
  ended: instant,
  outcome: z.enum(['complete', 'partial', 'failed']),
  says: z.array(z.string()).describe('What went wrong, in words; empty where nothing did.'),
  rows: z.number().int().optional(),
  bytes: z.number().int().optional(),
  calls: z.number().int().optional().describe('Calls of the API that it made.'),
  callsUsedToday: z.number().int().optional(),
  callsAllowedADay: z.number().int().optional(),
});
/** What became of one connection in one pull. */
export type PullAccount = z.infer<typeof pullSchema>;

const manifestSchema = z.looseObject({
  files: z.array(fileSchema),
  pulls: z.array(pullSchema).optional().describe('The last pulls, oldest first.'),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const noManifest: Manifest = { files: [] };

/** Reads a manifest; one that is not there is empty. One that can't be read is a fault, and empty. */
export async function readManifest(
  path: string,
): Promise<{ readonly manifest: Manifest; readonly problems: readonly Problem[] }> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? { manifest: noManifest, problems: [] } : parseManifest(text, path);
}

/** A manifest's text. `path`: as problems name it. */
export function parseManifest(
  text: string,
  path: string,
): { readonly manifest: Manifest; readonly problems: readonly Problem[] } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fault(path, 'the manifest is no JSON');
  }
  const parsed = manifestSchema.safeParse(read);
  if (!parsed.success) return fault(path, 'the manifest is not as expected');
  const wrong = parsed.data.files.find(({ asOf }) => asOf !== undefined && readInstant(asOf) === null);
  if (wrong) return fault(path, `"${inOneLine(wrong.asOf ?? '')}" of ${inOneLine(wrong.file)} is no instant`);
  return { manifest: parsed.data, problems: [] };
}

function fault(path: string, says: string): { manifest: Manifest; problems: readonly Problem[] } {
  const fix = 'it is written as {"files": [{"file": "Lead.csv", "asOf": "2026-11-09T05:40:00Z", "rows": 1500}]}';
  return { manifest: noManifest, problems: [{ level: 'fault', file: path, line: 1, column: 1, says, fix }] };
}

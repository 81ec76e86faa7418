import { workshop, type IngestRun, type Workshop } from './run-ingest.ts';

/** A column of values, read by what is said of it and of its file. */
export interface ColumnReader {
  read(said: string, values: readonly string[], file?: string): Promise<IngestRun>;
  end(): Promise<void>;
}

/** What is said of a field that is called `read` and comes from the column `v`. */
export const field = (more: string): string => `read: { from: v, means: m, ${more} }`;

export async function columnReader(): Promise<ColumnReader> {
  const work = await workshop();
  // What faults stop leaves the database before it as it was, so there has to be one.
  await readColumn(work, 'read: { from: v, is: text, means: m }', ['a'], '');
  return { read: (said, values, file = '') => readColumn(work, said, values, file), end: () => work.end() };
}

function readColumn(work: Workshop, said: string, values: readonly string[], file: string): Promise<IngestRun> {
  return work.ingest({
    sources: {
      things: `reads: things.csv
key: id
as of: 2026-12-01T00:00:00Z
reject at most: 100%
separator: ","
declares: { kind: thing, plural: things, happens: created, means: a thing }
${file}gives:
  - record: thing
    columns:
      created: { always: 2026-01-01, is: day, means: when }
      ${said}
`,
    },
    files: { 'things.csv': `id,v\n${values.map((value, index) => `${index},"${value}"`).join('\n')}\n` },
  });
}

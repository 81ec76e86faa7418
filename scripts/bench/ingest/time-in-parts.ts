/** Where the time of an ingest goes: each of its parts on one thread, so that what they take of the processor can be told apart. */
import { join } from 'node:path';
import { metricsReading } from '../../../src/agreement/metrics-reading.ts';
import { clockOf } from '../../../src/records/forms/moment.ts';
import { decoderFor } from '../../../src/records/csv/decode.ts';
import { rowSplitter, type RowSplitter } from '../../../src/records/csv/split-rows.ts';
import { exportFiles, type ExportFile } from '../../../src/records/export-files.ts';
import { ingest } from '../../../src/records/ingest.ts';
import { loadFile } from '../../../src/records/load/load-file.ts';
import { openText } from '../../../src/records/load/open-text.ts';
import { newCounts } from '../../../src/records/load/row-counts.ts';
import type { RowSink } from '../../../src/records/load/row-sink.ts';
import { personKeyed } from '../../../src/records/person-key.ts';
import type { Company } from '../../command/read-company.ts';
import { stepTimes } from '../../command/step-times.ts';

/** A part of the way, and the seconds of the processor that it took. */
export interface PartTime {
  readonly part: string;
  readonly seconds: number;
}

export interface PartsTask {
  readonly company: Company;
  readonly exports: string;
  /** A folder for the database. */
  readonly scratch: string;
  /** Seconds since 1970. */
  readonly now: number;
  /** Seconds of the processor that this process took so far, on all its threads. */
  readonly cpu: () => number;
}

/** What `read`, `parse` and `type` come to each holds the one before; what loading takes beyond the last of them is `insert`. The steps of the ingest follow. */
export async function timeInParts(task: PartsTask): Promise<readonly PartTime[]> {
  const files = await filesOf(task);
  const timed = async (work: (file: ExportFile, number: number) => Promise<unknown>): Promise<number> => {
    const from = task.cpu();
    for (const [number, file] of files.entries()) await work(file, number);
    return task.cpu() - from;
  };
  const read = await timed(readBytes);
  const parsed = await timed(parse);
  const typed = await timed((file, number) => type(file, number, task.company));
  const steps = await stepsOf(task);
  const loaded = steps.get('load') ?? 0;
  steps.delete('load');
  const parts = {
    read,
    parse: parsed - read,
    type: typed - parsed,
    insert: loaded - typed,
    ...Object.fromEntries(steps),
  };
  return Object.entries(parts).map(([part, seconds]) => ({ part, seconds: Math.max(0, seconds) }));
}

async function filesOf({ company, exports }: PartsTask): Promise<readonly ExportFile[]> {
  const sources = company.sources.filter((source) => source.is === 'file');
  const { files } = await exportFiles(sources, exports);
  return files;
}

async function readBytes({ open }: ExportFile): Promise<number> {
  let bytes = 0;
  for await (const piece of open()) bytes += piece.length;
  return bytes;
}

/** Decodes a file and splits it into rows, of which only the wanted values become text. */
async function parse({ source, path, open }: ExportFile): Promise<number> {
  let rows = 0;
  let splitter: RowSplitter | null = null;
  let decode = (piece: Buffer): string => {
    const decoder = decoderFor(piece, source.encoding);
    decode = (bytes) => decoder.decode(bytes);
    return decode(piece);
  };
  for await (const piece of open()) {
    const text = decode(piece);
    splitter ??= splitterOf(source, path, text, () => (rows += 1));
    splitter.push(text);
  }
  splitter?.end();
  return rows;
}

function splitterOf(source: ExportFile['source'], path: string, beginning: string, onRow: () => void): RowSplitter {
  const opened = openText(source, path, beginning);
  if (!('table' in opened)) throw new Error(`${path}: ${opened[0]?.says}`);
  return rowSplitter(opened.separator, onRow, () => opened.table.wanted);
}

/** Makes the records of a file's rows, and keeps none. */
async function type(exported: ExportFile, number: number, { agreement, catalogue }: Company): Promise<unknown> {
  const { source, path, file, open, openWorkbook } = exported;
  const { timeZone, currency } = agreement.company;
  const clock = clockOf(timeZone);
  const context = { catalogue, clock, currency, personOf: personKeyed(Buffer.alloc(32)), hide: (name: string) => name };
  const heard = { facts: null, onHeader: () => undefined, onPiece: () => undefined };
  return loadFile({
    source,
    path,
    file,
    open,
    openWorkbook,
    number,
    context,
    keeper: nowhere(source.name, file),
    ...heard,
  });
}

/** Forgets what it is given. */
function nowhere(source: string, file: string): RowSink {
  const counts = newCounts(source, file);
  return {
    target: (kind, columns, manner = 'settled', keyColumn = '') => ({ kind, columns, manner, keyColumn }),
    countsOf: () => counts,
    keep: () => undefined,
    noteDeleted: () => undefined,
    noteRecordless: () => undefined,
    reject: () => undefined,
    hasVersions: () => false,
    takeVersion: (_source, _version, read) => read(),
  };
}

/** The steps of a whole ingest on one thread, from the loading of the files on, in seconds of the processor. */
async function stepsOf({ company, exports, scratch, now, cpu }: PartsTask): Promise<Map<string, number>> {
  const { sources, connections, catalogue, agreement, observed } = company;
  const from = cpu();
  const times = stepTimes(() => cpu() - from);
  await ingest({
    sources,
    connections,
    catalogue,
    observed,
    exportsDir: exports,
    database: join(scratch, 'parts.db'),
    company: agreement.company,
    now,
    progress: () => undefined,
    readBy: metricsReading(agreement, catalogue),
    watch: times.watch,
  });
  return new Map([...times.end()].filter(([step]) => step !== 'start' && step !== 'know'));
}

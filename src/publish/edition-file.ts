/**
 * An edition as a file. What takes much room stands metric by metric, so that a page reads only what it shows, and a build of thousands of pages
 * needs no more memory than one of a few: a line of JSON for each metric, then one for all the rest, then where that one begins.
 */
import { closeSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type { Edition, MetricEdition } from '../values/edition.ts';

/** What is read only when it is asked for. */
const heavy = ['values', 'stretches', 'targets', 'restated', 'distribution'] as const;
type Heavy = Pick<MetricEdition, (typeof heavy)[number]>;
type Light = Omit<MetricEdition, keyof Heavy>;

interface Core extends Omit<Edition, 'metrics'> {
  readonly metrics: readonly Light[];
  /** Where in the file each metric's line stands: its first byte, and how many it has. */
  readonly lines: readonly (readonly [from: number, length: number])[];
}

/** So many metrics are kept in memory: more than any one page shows in full. */
const mostKept = 48;

const trailerLength = 16;

/** Writes an edition. Throws what the disk says. */
export function writeEdition(path: string, edition: Edition): void {
  const file = openSync(path, 'w');
  try {
    let at = 0;
    const put = (text: string): readonly [number, number] => {
      const bytes = Buffer.from(text);
      const from = at;
      while (at - from < bytes.length) at += writeSync(file, bytes, at - from);
      return [from, bytes.length];
    };
    const lines = edition.metrics.map(({ values, stretches, targets, restated, distribution }) =>
      put(`${JSON.stringify({ values, stretches, targets, restated, distribution } satisfies Heavy)}\n`),
    );
    const core: Core = { ...edition, metrics: edition.metrics.map(lightOf), lines };
    const [from] = put(`${JSON.stringify(core)}\n`);
    put(String(from).padStart(trailerLength));
  } finally {
    closeSync(file);
  }
}

function lightOf({ metric, reading, finding }: MetricEdition): Light {
  return { metric, reading, finding };
}

/**
 * The edition that a build shows. The file stays open, so that what it was stays readable when another takes its place.
 * Throws where the file is missing or no edition: nothing can be published then.
 */
export function readEdition(path: string): Edition {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const coreAt = Number(readText(file, size - trailerLength, trailerLength));
  const { lines, ...core } = JSON.parse(readText(file, coreAt, size - trailerLength - coreAt)) as Core;
  const kept = new Map<number, Heavy>();
  const heavyOf = (index: number): Heavy => {
    const [from, length] = lines[index] ?? [0, 0];
    const part = kept.get(index) ?? (JSON.parse(readText(file, from, length)) as Heavy);
    // Put last, so that the first one is the one that was not asked for the longest.
    kept.delete(index);
    kept.set(index, part);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return part;
  };
  return { ...core, metrics: core.metrics.map((light, index) => withHeavy(light, () => heavyOf(index))) };
}

/** When that file was written, in milliseconds: while people edit, it is replaced under one name. */
export function editionWrittenAt(path: string): number {
  return statSync(path).mtimeMs;
}

function readText(file: number, from: number, length: number): string {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, bytes, read, length - read, from + read);
    if (more === 0) throw new Error('The edition ends before its end: it was not written whole.');
    read += more;
  }
  return bytes.toString();
}

/** A metric whose heavy parts are read when they are asked for. */
function withHeavy(light: Light, heavyOf: () => Heavy): MetricEdition {
  const lazy = Object.fromEntries(heavy.map((key) => [key, { enumerable: true, get: () => heavyOf()[key] }]));
  return Object.defineProperties({ ...light }, lazy) as MetricEdition;
}

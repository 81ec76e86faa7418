import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realDisk } from '../../../src/pull/disk.ts';
import { mergeChanges, type RowKey } from '../../../src/pull/merge-changes.ts';
import { csvRow } from '../../../src/pull/part-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-page-merge-'));
});
afterAll(() => rm(folder, { recursive: true }));

const header = ['Id', 'Changed', 'Text'];
const key: RowKey = { keyOf: ([id = '']) => id, versionOf: ([, changed]) => Number(changed) };
const row = fc.tuple(
  fc.constantFrom('', 'a', 'b', 'c', 'd'),
  fc.nat(3).map(String),
  fc.constantFrom('x', 'quote "', 'line\nend', 'é,ü'),
);

/** The rows that a reader would keep who goes through all of them and remembers the newest of each key. */
function plainly(files: readonly (readonly string[][])[]): string[] {
  const kept = new Map<string, string[]>();
  const keyless: string[][] = [];
  for (const each of files.flat()) {
    const [id = '', changed] = each;
    const before = kept.get(id);
    if (id === '') keyless.push(each);
    else if (!before || Number(changed) >= Number(before[1])) kept.set(id, each);
  }
  return [...kept.values(), ...keyless].map((values) => csvRow(values)).sort();
}

test('many files of changes merged are the newest row of each key, as a plain reading has it', async () => {
  const whole = fc.uniqueArray(row, { selector: ([id]) => id });
  await fc.assert(
    fc.asyncProperty(whole, fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 4 }), async (first, changes) => {
      const files = [first, ...changes];
      const paths = files.map((_, number) => join(folder, `${number}.csv`));
      for (const [number, path] of paths.entries())
        await writeFile(path, [header, ...(files[number] ?? [])].map((values) => csvRow(values)).join(''));
      const into = join(folder, 'merged.csv');
      const { rows, bytes } = await mergeChanges(realDisk, paths, header, key, into);
      const text = await readFile(into, 'utf8');
      const merged = text.slice(csvRow(header).length).match(/(?:[^\n"]|"(?:[^"]|"")*")*\n/g) ?? [];
      expect(merged.toSorted()).toEqual(plainly(files));
      expect([rows, bytes]).toEqual([merged.length, Buffer.byteLength(text)]);
    }),
    { numRuns: 60 },
  );
});

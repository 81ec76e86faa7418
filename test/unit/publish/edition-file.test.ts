import { mkdtempSync, renameSync, rmSync, truncateSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readEdition, writeEdition } from '../../../src/publish/edition-file.ts';
import type { Edition } from '../../../src/values/edition.ts';
import { edition, metric, value } from './small-edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'same-page-edition-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);
const asJson = (made: Edition): unknown => JSON.parse(JSON.stringify(made));

/** So many metrics that not all of them are kept in memory. */
const slugs = Array.from({ length: 120 }, (_, index) => `metric-${index}`);
const many = edition(
  slugs.map((slug) => metric(slug, { title: `Größe ${slug} – €` })),
  slugs.map((slug, index) => value(slug, { value: index / 120, member: '' })),
);

test('what was written is read again, whatever its letters, and in any order', () => {
  writeEdition(file('many'), many);
  const read = readEdition(file('many'));
  for (const index of [0, 119, 60, 0, 119]) {
    expect(asJson({ ...many, metrics: [read.metrics[index] ?? many.metrics[1]!] })).toEqual(
      asJson({ ...many, metrics: [many.metrics[index]!] }),
    );
  }
  expect(asJson(read)).toEqual(asJson(many));
});

test('an edition that was read stays what it was when another takes its place', () => {
  writeEdition(file('edition'), many);
  const read = readEdition(file('edition'));
  writeEdition(file('next'), edition([metric('other')], [value('other')]));
  renameSync(file('next'), file('edition'));
  expect(read.metrics[7]?.values[0]?.metric).toBe(many.metrics[7]?.metric.slug);
  expect(readEdition(file('edition')).metrics.map(({ metric: { slug } }) => slug)).toEqual(['other']);
});

test('a file that was not written whole is no edition', () => {
  writeEdition(file('cut'), many);
  truncateSync(file('cut'), statSync(file('cut')).size - 200);
  expect(() => readEdition(file('cut'))).toThrow();
  expect(() => readEdition(file('none'))).toThrow(/ENOENT/);
});

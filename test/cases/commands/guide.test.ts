import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySample, runCommand } from './run-command.ts';

const sample = fileURLToPath(new URL('../../../data/sample', import.meta.url));

let copy: Awaited<ReturnType<typeof copySample>>;
beforeAll(async () => {
  copy = await copySample();
});
afterAll(() => copy.done());

/** The generated files by path: the guide and the schemas. */
async function generatedIn(data: string): Promise<Record<string, string>> {
  const schemas = (await readdir(join(data, '.schemas'))).toSorted().map((name) => `.schemas/${name}`);
  const paths = ['agreement/README.md', ...schemas];
  const texts = await Promise.all(paths.map((path) => readFile(join(data, path), 'utf8')));
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']));
}

describe('the guide and the schemas of the sample', () => {
  test('are what the command writes today; if not, run "npm run guide -- --data data/sample" and commit what it wrote', async () => {
    await rm(join(copy.data, '.schemas'), { recursive: true });
    await rm(join(copy.data, 'agreement/README.md'));
    const { status, err } = await runCommand('guide', '--data', copy.data);
    expect(err).toBe('');
    expect(status).toBe(0);
    const [committed, today] = await Promise.all([generatedIn(sample), generatedIn(copy.data)]);
    expect(Object.keys(today)).toEqual(Object.keys(committed));
    for (const [path, text] of Object.entries(today))
      expect(committed[path] === text, `${path} is up to date`).toBe(true);
  });

  test('are named by the first line of every file that an editor opens', async () => {
    const files = (await Promise.all(['agreement', 'sources'].map((folder) => ymlIn(folder)))).flat();
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      const [first = ''] = (await readFile(join(sample, file), 'utf8')).split('\n');
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
      const read = readFile(join(sample, file, '..', schema), 'utf8').then((text): unknown => JSON.parse(text));
      await expect(read, `${file}: ${first}`).resolves.toBeTypeOf('object');
    }
  });
});

async function ymlIn(folder: string): Promise<string[]> {
  const names = await readdir(join(sample, folder), { recursive: true });
  return names.filter((name) => name.endsWith('.yml')).map((name) => join(folder, name));
}

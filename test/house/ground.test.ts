import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Inside the project, so that the tests written here find their packages.
let folder: string;
beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache', 'ground-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a run ends with the count of all tests, and a file that broke is one that failed', () => {
  const end = runTests({
    'one.test.ts': `${head} test('a', () => {}); test('b', () => { expect(1).toBe(2); }); test.skip('c', () => {});`,
    'two.test.ts': "import './nowhere.ts';",
  });
  expect(end).toEqual({ status: 1, last: '1 passed, 2 failed, 1 skipped' });
});

test('a run that skipped everything has failed', () => {
  expect(runTests({ 'one.test.ts': `${head} test.skip('c', () => {});` })).toEqual({
    status: 1,
    last: '0 passed, 0 failed, 1 skipped',
  });
});

test('a run in which all passed ends well', () => {
  expect(runTests({ 'one.test.ts': `${head} test('a', () => {});` })).toEqual({
    status: 0,
    last: '1 passed, 0 failed',
  });
});

test('a command that does not exist is refused with the names of those that do', () => {
  const end = spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), 'biuld'], { encoding: 'utf8' });
  expect(end.status).toBe(2);
  expect(end.stderr).toMatch(/^Expected the name of a command, got "biuld": one of agree, bench, build, check, /);
});

const head = "import { expect, test } from 'vitest';";

/** Runs test files, by name, in a folder of their own: the exit status and the last line of the output. */
function runTests(files: Readonly<Record<string, string>>): { readonly status: number | null; readonly last: string } {
  const own = mkdtempSync(join(folder, 'run-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
  const reporter = JSON.stringify(join(root, 'test', 'reporter.ts'));
  const config = `import { CountReporter } from ${reporter};\nexport default { test: { reporters: ['default', new CountReporter()] } };`;
  writeFileSync(join(own, 'vitest.config.ts'), config);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const end = spawnSync(process.execPath, [vitest, 'run', '--root', own], { encoding: 'utf8', env: surroundings() });
  return { status: end.status, last: end.stdout.trim().split('\n').at(-1) ?? '' };
}

/** The environment without what this test run put into it. */
function surroundings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$)/.test(name)));
}

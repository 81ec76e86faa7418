import { expect, test } from 'vitest';
import { brokenLinks, commandsThatAreNot, unexplainedSettings, unnamedCommands } from './guides.ts';
import { oneEngineSql } from './one-engine.ts';
import { worldTouched } from './purity.ts';
import { wrongImports } from './rooms.ts';
import { longest, outOfHabit, outOfShape } from './shape.ts';
import { sayFault, type Source } from './source.ts';
import { wordsOutsideLocale } from './wording.ts';

test('an import against the table is told with its line', () => {
  const source = { path: 'src/story/verdict.ts', text: "\nimport type { Edition } from '../publish/edition.ts';\n" };
  expect(wrongImports(source).map(sayFault)).toEqual([
    'src/story/verdict.ts:2 imports src/publish/edition.ts: "story" may know values and not "publish"',
  ]);
});

test('types, dynamic imports and Astro pages are seen too', () => {
  expect(wrongImports({ path: 'src/charts/a.ts', text: "type A = import('../store/open.ts').Store;" })).toHaveLength(1);
  expect(wrongImports({ path: 'src/charts/a.ts', text: "await import('../store/open.ts');" })).toHaveLength(1);
  const page = {
    path: 'src/pages/index.astro',
    text: "---\nimport { open } from '../store/open.ts';\n---\n<p>{open}</p>\n",
  };
  expect(wrongImports(page).map(({ line }) => line)).toEqual([2]);
});

test('nothing knows the commands or the tests, and src has no other rooms', () => {
  expect(wrongImports({ path: 'src/publish/a.ts', text: "import { b } from '../../scripts/build.ts';" })).toHaveLength(
    1,
  );
  expect(wrongImports({ path: 'scripts/build.ts', text: "import { b } from '../test/house/rooms.ts';" })).toHaveLength(
    1,
  );
  expect(wrongImports({ path: 'src/lib/a.ts', text: '' })).toHaveLength(1);
});

test('the plain reading shares nothing with the queries', () => {
  const path = 'test/plain/plain-clock.ts';
  const text = "import { a } from '../../src/calendar/a.ts'; import { b } from '../../src/agreement/b.ts';";
  expect(wrongImports({ path, text }).map(sayFault)).toEqual([
    `${path}:1 imports src/calendar/a.ts: the plain reading shares nothing with the queries`,
  ]);
});

test('what the table allows is not told', () => {
  const text =
    "import { a } from '../values/tree.ts'; import { b } from './b.ts'; import { c } from '../calendar/c.ts'; import 'zod';";
  expect(wrongImports({ path: 'src/measure/a.ts', text })).toEqual([]);
});

test.each([
  ['src/agreement/a.ts', "import { readFileSync } from 'node:fs';"],
  ['src/pages/a.astro', "---\nimport { readFile } from 'fs/promises';\n---\n"],
  ['src/measure/a.ts', "import Database from 'better-sqlite3';"],
  ['src/publish/a.ts', "import { spawn } from 'node:child_process';"],
  ['src/story/a.ts', 'console.log(1);'],
  ['src/publish/a.ts', 'const now = new Date();'],
  ['src/records/a.ts', 'const now = Date.now();'],
  ['src/calendar/a.ts', 'const now = Temporal.Now.instant();'],
  ['src/calendar/a.ts', "const zone = process.env['TZ'];"],
  ['src/records/a.ts', 'const chance = Math.random();'],
])('%s may not hold %s', (path, text) => {
  expect(worldTouched({ path, text })).toHaveLength(1);
});

test('the edges may touch what they are for, and a date may be made of an instant', () => {
  const source = {
    path: 'src/store/open.ts',
    text: "import { rm } from 'node:fs/promises'; import D from 'better-sqlite3';",
  };
  expect(worldTouched(source)).toEqual([]);
  expect(worldTouched({ path: 'src/calendar/a.ts', text: 'const day = new Date(0);' })).toEqual([]);
});

test.each([
  "sql`strftime('%Y', created)`",
  'sql`${a}::text`',
  "sql<number>`stage ->> 'x'`",
  'sql`max(${a}, ${b})`',
  "sqlite.exec('insert or ignore into a values (1)');",
  'sqlite.prepare(`select rowid from ${a}`);',
])('SQL of one engine is told: %s', (text) => {
  expect(oneEngineSql({ path: 'src/measure/a.ts', text }).map(({ says }) => says)).toEqual([
    expect.stringContaining('which only one engine knows'),
  ]);
  expect(oneEngineSql({ path: 'src/store/a.ts', text })).toEqual([]);
});

test('SQL that all engines know is not told, nor a sentence that is none', () => {
  const text =
    "sql`select max(a), coalesce(${b}, 1), lower(c) like '%d%' from e`; const says = 'the total (median) of all';";
  expect(oneEngineSql({ path: 'src/measure/a.ts', text })).toEqual([]);
});

test.each([
  "const says = 'not known yet';",
  "const says = { words: 'It was the same.' };",
  'const says = `${a} of ${b}`;',
  "const says = `${a}${b ? ', so far' : ''}`;",
  "const labels = ['too many', 'too few'];",
])('words outside the folder of a language are told: %s', (text) => {
  expect(wordsOutsideLocale([{ path: 'src/story/a.ts', text }])).toHaveLength(1 + Number(text.includes('many')));
  expect(wordsOutsideLocale([{ path: 'src/story/locale/en/a.ts', text }])).toEqual([]);
  expect(wordsOutsideLocale([{ path: 'src/publish/a.ts', text }])).toEqual([]);
});

test.each([
  "const kind = { kind: 'off each' };",
  "if (a === 'too early') b();",
  "type Why = 'too early'; const why: Why = 'too early';",
  "const whys = ['too early', 'too few'] as const; const a = 'too few';",
  "const periods = { 'so far': 1 }; periods['so far'];",
  'const claim = { about: `value of ${a} in ${b}`, is };',
  'const said = `${one} ${other}: ${third}`;',
  'throw new Error(`There is no ${a}.`);',
  'function checkIt() { return `${a}: more than ${b} words`; }',
])('a name that only the code reads is let through: %s', (text) => {
  expect(wordsOutsideLocale([{ path: 'src/story/a.ts', text }])).toEqual([]);
});

test('a long file, an empty name and unfinished work are told', () => {
  const long = { path: 'src/story/a.ts', text: 'a;\n'.repeat(longest + 1) };
  expect(outOfShape(long).map(sayFault)).toEqual([
    'src/story/a.ts:301 has 301 lines, over 300: part it by what it holds',
  ]);
  expect(outOfShape({ path: 'src/story/a.ts', text: 'a;\n'.repeat(longest) })).toEqual([]);
  expect(outOfShape({ path: 'src/story/utils.ts', text: '' })).toHaveLength(1);
  expect(outOfShape({ path: 'src/story/a.ts', text: ['// TO', 'DO: later'].join('') })).toHaveLength(1);
});

test.each([
  'export default function a() {}',
  'const a = 1;\nexport default a;',
  "export * from './b.ts';",
  "export { b } from './b.ts';",
  'let a: any;',
  'const a = b as any;',
])('a habit is broken by %s', (text) => {
  expect(outOfHabit({ path: 'src/story/a.ts', text })).toHaveLength(1);
});

test('a command without a guide and a guide without its command are told', () => {
  const guide: Source = { path: 'README.md', text: 'npm ci && npm start\n\nnpm run gone' };
  expect(unnamedCommands(['start', 'check'], [guide]).map(({ says }) => says)).toEqual([
    'has the command "check", which no guide names',
  ]);
  expect(commandsThatAreNot(['start'], [guide]).map(sayFault)).toEqual([
    'README.md:3 names npm run gone, which package.json has not',
  ]);
});

test('a setting that no guide explains and a link that leads nowhere are told', () => {
  const code = [{ path: 'scripts/build.ts', text: "\nprocess.env['SAME_PAGE_SECRET']" }];
  expect(unexplainedSettings(code, [{ path: 'README.md', text: '' }])).toHaveLength(1);
  expect(unexplainedSettings(code, [{ path: 'README.md', text: '`SAME_PAGE_SECRET` is' }])).toEqual([]);
  const guide = {
    path: 'src/README.md',
    text: '[there](../data/README.md) [gone](gone.md#part) [web](https://a.example)',
  };
  expect(brokenLinks([guide], (path) => path === 'data/README.md').map(({ says }) => says)).toEqual([
    'links to gone.md, which is not there',
  ]);
});

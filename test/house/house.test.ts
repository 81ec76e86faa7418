import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { brokenLinks, commandsThatAreNot, unexplainedSettings, unnamedCommands } from './guides.ts';
import { oneEngineSql } from './one-engine.ts';
import { worldTouched } from './purity.ts';
import { wrongImports } from './rooms.ts';
import { outOfHabit, outOfShape } from './shape.ts';
import { readSources, sayFault, type Fault, type Source } from './source.ts';
import { wordsOutsideLocale } from './wording.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const code = readSources(root, ['src', 'scripts', 'test'], ['.ts', '.mjs', '.astro', '.css']);
const parsed = code.filter(({ path }) => !path.endsWith('.css'));
const ours = parsed.filter(({ path }) => !path.startsWith('test/'));
const guides = ['README.md', '.github/CONTRIBUTING.md', 'src/README.md', 'data/README.md'].map(read);
const workflows = readSources(root, ['.github/workflows'], ['.yml']);
const { scripts } = JSON.parse(read('package.json').text) as { scripts: Record<string, string> };

test('rooms import only whom they may know', () => {
  expectNone(parsed.flatMap(wrongImports));
});

test('only the edges touch disk, database, network, clock, chance and console', () => {
  expectNone(ours.flatMap(worldTouched));
});

test('no SQL stands outside the store that only one engine knows', () => {
  expectNone(ours.flatMap(oneEngineSql));
});

test('all wording of sentences stands in the folder of its language', () => {
  expectNone(wordsOutsideLocale(ours));
});

test('files are short, named for what they hold, and finished', () => {
  expectNone(code.flatMap(outOfShape));
});

test('nothing is exported by default, handed on, or of any type', () => {
  expectNone(parsed.flatMap(outOfHabit));
});

test('the top level holds what belongs there', () => {
  const belongs =
    'package.json package-lock.json tsconfig.json astro.config.mjs src data scripts test README.md LICENSE CHANGELOG.md';
  const made = 'node_modules dist dist.next coverage';
  const known = new Set(`${belongs} ${made}`.split(' '));
  const strays = readdirSync(root).filter((name) => !name.startsWith('.') && !known.has(name));
  expect(strays).toEqual([]);
});

test('every command is named in a guide, and every command that a guide names exists', () => {
  const names = Object.keys(scripts);
  expectNone([...unnamedCommands(names, guides.slice(0, 2)), ...commandsThatAreNot(names, [...guides, ...workflows])]);
  const behind = Object.values(scripts).flatMap((line) => /scripts\/run\.mjs ([a-z-]+)/.exec(line)?.[1] ?? []);
  expect(behind.filter((name) => !existsSync(join(root, 'scripts', `${name}.ts`)))).toEqual([]);
});

test('every setting that the code reads is explained, and every link in a guide leads somewhere', () => {
  expectNone(unexplainedSettings([...ours, read('astro.config.mjs')], guides));
  expectNone(brokenLinks(guides, (path) => existsSync(join(root, path))));
});

function read(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

function expectNone(faults: readonly Fault[]): void {
  expect(faults.map(sayFault)).toEqual([]);
}

import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Listed, ValuesListed } from './values-listed.ts';

const cases = join(import.meta.dirname, '..');
const begins = '<!-- From here on this is made from the values.yml of each company, by the test beside it. -->';

test('the README lists every metric of every company, with its value or what it lacks', async () => {
  const readme = await readFile(join(import.meta.dirname, 'README.md'), 'utf8');
  const written = readme.split(begins)[0]!;
  const tables = await Promise.all((await companies()).map(tableOf));
  const whole = await format(`${written}${begins}\n\n${tables.join('\n\n')}\n`, {
    parser: 'markdown',
    printWidth: 180,
  });
  await expect(whole).toMatchFileSnapshot('./README.md');
});

async function companies(): Promise<string[]> {
  const folders = await readdir(cases);
  return folders.filter((name) => existsSync(join(cases, name, 'values.yml'))).sort();
}

async function tableOf(company: string): Promise<string> {
  const listed = parse(await readFile(join(cases, company, 'values.yml'), 'utf8')) as ValuesListed;
  const rows = Object.entries(listed).map(([slug, one]) => `| ${slug} | ${cellsOf(one).join(' | ')} |`);
  return [
    `## ${company}`,
    '',
    '| metric | value, or what is missing | broken down by |',
    '| - | - | - |',
    ...rows,
  ].join('\n');
}

function cellsOf({ value, lacks, by = '' }: Listed): readonly string[] {
  return [lacks === undefined ? (value ?? 'nothing to count') : `_missing: ${lacks}_`, by];
}

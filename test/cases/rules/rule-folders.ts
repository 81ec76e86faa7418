import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the rules stand, a folder each. */
export const folder = fileURLToPath(new URL('.', import.meta.url));

const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'company')
  .map(({ name }) => name);

/** Rules by which something is refused: nothing is computed, and `expected/problems.txt` says why. */
export const refusals = folders.filter((name) => existsSync(join(folder, name, 'expected', 'problems.txt')));

export const rules = folders.filter((name) => !refusals.includes(name));

/** The first line of a folder's README.md is the rule. */
export function ruleOf(name: string): string {
  const [first = ''] = readFileSync(join(folder, name, 'README.md'), 'utf8').split('\n');
  return first.replace(/^# /, '');
}

/** The company of all rules with what a rule changes, in a folder of its own. */
export function dataOf(name: string): string {
  const data = mkdtempSync(join(tmpdir(), 'same-page-rule-'));
  cpSync(join(folder, 'company'), data, { recursive: true });
  cpSync(join(folder, name, 'data'), data, { recursive: true });
  return data;
}

/** The clock tells ages only: no number of these cases depends on it. */
export const now = '2027-01-01T00:00:00Z';

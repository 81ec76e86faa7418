/** What is wrong with texts that only people read: abbreviations that nobody explains, clauses that are said and not counted. */
import { fault } from '../report.ts';
import type { Problem } from '../../values/problem.ts';
import type { SaidFiles } from '../said-files.ts';
import type { Reporting } from '../report.ts';
import type { Path } from '../yaml-places.ts';

const metricProse = ['title', 'asks', 'says', 'measured', 'move'] as const;

/** Tells of each abbreviation that is neither a currency nor in a name of a term, once a text; and warns of what is said but not counted. */
export function checkProse({ vocabulary, metrics }: SaidFiles, currencies: readonly string[]): void {
  const said = Object.entries(vocabulary?.said ?? {});
  const named = said.flatMap(([name, entry]) => [name, ...alsoCalled(entry)]);
  const explained = new Set([...currencies, ...named.flatMap(abbreviationsIn)]);
  for (const [name, entry] of said) {
    if (!vocabulary) continue;
    if (typeof entry['in words'] === 'string') checkText(vocabulary, [name, 'in words'], entry['in words'], explained);
    warnOfSaid(vocabulary, [name, 'said but not counted'], listOf(entry, 'said but not counted'));
  }
  for (const file of metrics) {
    for (const key of metricProse) {
      const text = file.said[key];
      if (text !== undefined) checkText(file, [key], text, explained);
    }
    file.said['if broken']?.forEach((text, index) => checkText(file, ['if broken', index], text, explained));
    warnOfSaid(file, ['said but not counted'], file.said['said but not counted'] ?? []);
  }
}

const alsoCalled = (entry: object): string[] => listOf(entry, 'also called');

function listOf(entry: object, key: string): string[] {
  const list: unknown = Object.entries(entry).find(([name]) => name === key)?.[1];
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function checkText(reporting: Reporting, path: Path, text: string, explained: ReadonlySet<string>): void {
  const unexplained = new Set(abbreviationsIn(text).filter((word) => !explained.has(word)));
  for (const word of unexplained) {
    fault(reporting, path, `no term explains "${word}"`, `write it out, or add it to "also called:" of a term`);
  }
}

/** Two capitals or more, perhaps with a small s at the end: `MQLs` is `MQL`. */
function abbreviationsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])(\p{Lu}{2,})(?:s)?(?![\p{L}\p{N}])/gu)].map(([, word = '']) => word);
}

function warnOfSaid({ yaml, problems }: Reporting, path: Path, clauses: readonly string[]): void {
  clauses.forEach((clause, index) => {
    const warning: Omit<Problem, keyof ReturnType<typeof yaml.place>> = {
      level: 'warning',
      says: `"${clause}" is only said: nothing counts it`,
      fix: 'say it as a condition if it should count',
    };
    problems.push({ ...yaml.place([...path, index]), ...warning });
  });
}

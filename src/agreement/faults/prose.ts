import { fault } from '../report.ts';
import type { SaidFiles } from '../said-files.ts';
import type { Reporting } from '../report.ts';
import type { Path } from '../yaml-places.ts';

const metricProse = ['title', 'asks', 'says', 'measured', 'move'] as const;

/** Tells of each abbreviation that is neither a currency nor in a name of a term, once a text. */
export function checkProse({ vocabulary, metrics }: SaidFiles, currencies: readonly string[]): void {
  const said = Object.entries(vocabulary?.said ?? {});
  const named = said.flatMap(([name, entry]) => [name, ...(entry['also called'] ?? [])]);
  const explained = new Set([...currencies, ...named.flatMap(abbreviationsIn)]);
  for (const [name, entry] of said) {
    const text = entry['in words'];
    if (vocabulary && text !== undefined) checkText(vocabulary, [name, 'in words'], text, explained);
  }
  for (const file of metrics) {
    for (const key of metricProse) {
      const text = file.said[key];
      if (text !== undefined) checkText(file, [key], text, explained);
    }
    file.said['if broken']?.forEach((text, index) => checkText(file, ['if broken', index], text, explained));
  }
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

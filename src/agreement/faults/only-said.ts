import type { Problem } from '../../values/problem.ts';
import type { Said, SaidFiles } from '../said-files.ts';
import type { Path } from '../yaml-places.ts';

const key = 'said but not counted';

/** A warning for each clause of a term or a metric that people agreed on and nothing counts. */
export function onlySaid({ vocabulary, metrics }: SaidFiles): Problem[] {
  const inTerms = Object.entries(vocabulary?.said ?? {}).flatMap(([name, { [key]: clauses = [] }]) =>
    vocabulary ? warningsOf(vocabulary, [name, key], clauses) : [],
  );
  return [...inTerms, ...metrics.flatMap((file) => warningsOf(file, [key], file.said[key] ?? []))];
}

function warningsOf({ yaml }: Said<unknown>, path: Path, clauses: readonly string[]): Problem[] {
  return clauses.map((clause, index) => ({
    ...yaml.place([...path, index]),
    level: 'warning',
    says: `"${clause}" is only said: nothing counts it`,
    fix: 'say it as a condition if it should count',
  }));
}

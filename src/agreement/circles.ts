import { keyFault, type Reporting } from './report.ts';

/** What each name uses, by name. */
export type UsesByName = ReadonlyMap<string, ReadonlySet<string>>;

/** Tells of each circle at the key of its first name; whether there is one. What is defined by itself cannot be computed. */
export function tellCircles(reporting: Reporting, uses: UsesByName): boolean {
  const found = circles(uses);
  for (const circle of found) {
    const [first = ''] = circle;
    const round = [...circle, first].map((name) => `"${name}"`).join(' uses ');
    keyFault(reporting, [first], `"${first}" is defined by itself: ${round}`, 'define one of them without the other');
  }
  return found.length > 0;
}

/** The circles in what uses what: each from its first name, in the order of the names, once. */
export function circles(uses: UsesByName): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  for (const name of uses.keys()) follow(name, [], uses, done, found);
  return found;
}

function follow(name: string, passed: readonly string[], uses: UsesByName, done: Set<string>, found: string[][]): void {
  const before = passed.indexOf(name);
  if (before >= 0) {
    found.push(passed.slice(before));
    return;
  }
  if (done.has(name)) return;
  for (const next of uses.get(name) ?? []) follow(next, [...passed, name], uses, done, found);
  done.add(name);
}

/** The circles in what names what: each from its first name, in the order of the names, once. */
export function circles(uses: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  for (const name of uses.keys()) follow(name, [], uses, done, found);
  return found;
}

function follow(
  name: string,
  passed: readonly string[],
  uses: ReadonlyMap<string, ReadonlySet<string>>,
  done: Set<string>,
  found: string[][],
): void {
  const before = passed.indexOf(name);
  if (before >= 0) {
    found.push(passed.slice(before));
    return;
  }
  if (done.has(name)) return;
  for (const next of uses.get(name) ?? []) follow(next, [...passed, name], uses, done, found);
  done.add(name);
}

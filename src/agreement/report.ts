import type { Problem } from '../values/problem.ts';
import { closestWord } from './closest-word.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Adds a fault at a value of a file. */
export function fault(problems: Problem[], yaml: YamlFile, path: Path, says: string, fix = ''): void {
  problems.push({ ...yaml.place(path), level: 'fault', says, fix });
}

/** Finds a name that is used among those that are known; a fault with the nearest one where it is unknown. */
export function known(
  problems: Problem[],
  yaml: YamlFile,
  path: Path,
  what: string,
  name: string,
  names: Iterable<string>,
): boolean {
  const all = [...names];
  if (all.includes(name)) return true;
  const meant = closestWord(name, all);
  fault(problems, yaml, path, `there is no ${what} "${name}"`, meant === null ? '' : `did you mean "${meant}"?`);
  return false;
}

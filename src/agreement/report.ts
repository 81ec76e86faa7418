import type { Problem } from '../values/problem.ts';
import { closestWord } from './closest-word.ts';
import type { YamlFile } from './yaml-file.ts';
import type { Path } from './yaml-places.ts';

/** A file that is read, and where its problems are gathered. */
export interface Reporting {
  readonly yaml: YamlFile;
  readonly problems: Problem[];
  /** Where the form is at fault. Nothing more is said of what stands there. */
  readonly broken: readonly Path[];
}

/** Adds a fault at a value of a file. */
export function fault(reporting: Reporting, path: Path, says: string, fix = ''): void {
  if (!isBroken(reporting, path)) reporting.problems.push({ ...reporting.yaml.place(path), level: 'fault', says, fix });
}

/** Adds a fault at a key of a file. */
export function keyFault(reporting: Reporting, path: Path, says: string, fix = ''): void {
  if (!isBroken(reporting, path))
    reporting.problems.push({ ...reporting.yaml.keyPlace(path), level: 'fault', says, fix });
}

/** Whether a name is among those that there are; a fault with the nearest one, or with all if they are few, where it is not. Null: nobody can tell which there are. */
export function known(
  reporting: Reporting,
  path: Path,
  what: string,
  name: string,
  names: readonly string[] | null,
): boolean {
  if (names === null || names.includes(name)) return true;
  const several = name.split(',').map((one) => one.trim());
  const meant = closestWord(name, names);
  const all =
    names.length > 0 && names.length <= 10 ? `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}` : '';
  const near = meant === null ? all : `did you mean "${meant}"?`;
  const fix =
    several.length > 1 && several.every((one) => names.includes(one)) ? `write [${several.join(', ')}]` : near;
  fault(reporting, path, `there is no ${what} "${name}"`, fix);
  return false;
}

/** Whether the form of what stands here, or of a part of it, is at fault. */
export function isBrokenInside(reporting: Reporting, path: Path): boolean {
  const inside = reporting.broken.some((broken) => path.every((step, index) => step === broken[index]));
  return inside || isBroken(reporting, path);
}

/** Whether the form of what stands here is at fault. */
export function isBroken({ broken }: Reporting, path: Path): boolean {
  return broken.some((prefix) => prefix.every((step, index) => step === path[index]));
}

/** Adds a warning at a value of a file: the run goes on. */
export function warning(reporting: Reporting, path: Path, says: string, fix = ''): void {
  reporting.problems.push({ ...reporting.yaml.place(path), level: 'warning', says, fix });
}

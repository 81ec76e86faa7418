import type { FileSourceSpec } from '../schema/file-source.ts';
import type { Resolving } from './resolving.ts';

/** What is said of a file's rows must fit together. */
export function checkRows({ yaml, fault }: Resolving, spec: FileSourceSpec): void {
  const hasKey = keyOf(spec.key) !== undefined;
  const at = yaml.placeOf(['repeats']);
  checkMerged({ yaml, fault }, spec, hasKey);
  if (spec.repeats !== undefined && !hasKey && spec.gives.every(({ key }) => key === undefined))
    fault(at, '"repeats" needs a "key": rows without one are never the same', 'add the "key", or leave it out');
  if (spec.repeats === 'keep' && [...mergeKeys, 'deleted when' as const].some((key) => spec[key] !== undefined))
    fault(
      at,
      'where repeats are kept no row is told by its key, so that none is merged or deleted',
      'write repeats: drop',
    );
  const adds = spec.gives.filter((gift) => gift['only adds'] === 'yes').length;
  if (adds === 0) return;
  if (adds < spec.gives.length) {
    const fix = 'write two sources that read the file: one that gives records, one that only adds';
    fault(yaml.placeOf(['gives']), 'one of its records only adds and another does not', fix);
  }
  if (spec.repeats !== undefined) fault(at, '"repeats" says nothing where rows only add', 'leave it out');
}

/** How a file says which records were merged. */
const mergeKeys = ['merged into', 'merged from'] as const;

function checkMerged({ yaml, fault }: Pick<Resolving, 'yaml' | 'fault'>, spec: FileSourceSpec, hasKey: boolean): void {
  for (const key of mergeKeys) {
    if (spec[key] === undefined) continue;
    const at = yaml.placeOf([key]);
    if (!hasKey) fault(at, `"${key}" needs a "key"`);
    if (spec.gives.some(({ once }) => once === 'yes'))
      fault(at, 'a log that gives records once says of none that it was merged', 'leave one of the two out');
    if (spec.gives.some((gift) => gift['only adds'] === 'yes'))
      fault(at, 'a file that only adds has no records to merge', 'say it in the file that gives them');
  }
}

/** The column of a key; `row` says in words that there is none. */
export function keyOf<T>(written: T | undefined): T | undefined {
  return written === 'row' ? undefined : written;
}

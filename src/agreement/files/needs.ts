import type { RecordKind } from '../../values/catalogue.ts';
import type { FieldPath } from '../../values/tree.ts';
import { readAt, type Speaking } from '../read-conditions.ts';
import { fault } from '../report.ts';
import { readPath } from '../slots/paths.ts';
import type { Path } from '../yaml-places.ts';

/** Reads the fields that every record should have: `needs: [source, its lead's region]`. */
export function readNeeds(
  speaking: Speaking,
  said: readonly string[] | undefined,
  path: Path,
  kind: RecordKind,
): FieldPath[] {
  return (said ?? []).flatMap((written, index) => {
    const needed = readAt(speaking, [...path, index], written, kind, readPath);
    if (needed?.figure !== true) return needed ? [needed] : [];
    fault(
      speaking,
      [...path, index],
      `"${written}" is a figure, which nobody fills in`,
      'name the fields that it is made of',
    );
    return [];
  });
}

import type { Told } from '../../values/tree.ts';
import { readOnce, type Asking, type Reading } from '../reading.ts';
import { readEntered } from './entries.ts';
import { readPath } from './paths.ts';
import { readPicked } from './picks.ts';

/** Reads what a record tells of itself, or through its links, its related records and its history. */
export function readTold(asking: Asking, from: number): readonly Reading<Told>[] {
  return readOnce(asking, from, 'what a record tells', (_, start) => [
    ...readPath(asking, start).map((found): Reading<Told> => ({
      ...found,
      value: { value: 'field', path: found.value },
    })),
    ...readPicked(asking, start),
    ...readEntered(asking, start),
  ]);
}

import type { Told } from '../../values/tree.ts';
import { readOnce, type Asking, type Reading } from '../reading.ts';
import { readEntered, sayEntered } from './entries.ts';
import { readPath, sayPath } from './paths.ts';
import { readPicked, sayPicked } from './picks.ts';
import type { Saying } from './slot.ts';

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

/** What a record tells, in words: `score`, `its lead's score`, `its first touch's completed`, `entered Proposal`. */
export function sayTold(told: Told, saying: Saying): string {
  switch (told.value) {
    case 'field':
      return sayPath(told.path);
    case 'picked':
      return sayPicked(told, saying);
    case 'entered':
      return sayEntered(told);
  }
}

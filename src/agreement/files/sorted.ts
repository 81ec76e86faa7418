import type { RecordKind } from '../../values/catalogue.ts';
import type { Case, Value } from '../../values/tree.ts';
import { readConditions, type Speaking } from '../read-conditions.ts';
import type { SaidFigure } from './figure-names.ts';

/** Reads a figure that sorts records under names: the first case whose conditions all hold. */
export function readSorted(speaking: Speaking, { key, said }: SaidFigure, kind: RecordKind): Value {
  const cases = Object.entries(said['is the first of'] ?? {}).map(([name, conditions]): Case => ({
    name,
    when: readConditions(speaking, conditions, [key, 'is the first of', name], kind),
  }));
  return { value: 'sorted', cases, others: said['or else'] ?? null };
}

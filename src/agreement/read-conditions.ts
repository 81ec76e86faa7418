import { z } from 'zod';
import type { RecordKind } from '../values/catalogue.ts';
import type { Problem } from '../values/problem.ts';
import type { Condition, Group } from '../values/tree.ts';
import type { Names } from './names.ts';
import { readTest, type Understood } from './read-sentence.ts';
import { keys, text } from './schema-words.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** A condition as YAML holds it: a sentence, or a group of them. */
export type SaidCondition = string | SaidGroup;

interface SaidGroup {
  readonly 'all of'?: readonly SaidCondition[] | undefined;
  readonly 'any of'?: readonly SaidCondition[] | undefined;
  readonly 'none of'?: readonly SaidCondition[] | undefined;
}

const groups = { 'all of': 'all', 'any of': 'any', 'none of': 'none' } as const satisfies Record<
  keyof SaidGroup,
  Group['is']
>;

/** A list of conditions, of which all hold. */
export const conditionsSchema: z.ZodType<SaidCondition[]> = z
  .array(z.lazy(() => z.union([text, group], { error: expected })))
  .min(1);

const expected = 'a condition is a sentence, or one of "all of:", "any of:" and "none of:" with a list';

const group: z.ZodType<SaidGroup> = keys({
  'all of': conditionsSchema.optional(),
  'any of': conditionsSchema.optional(),
  'none of': conditionsSchema.optional(),
}).refine((said) => Object.keys(said).length === 1, { error: expected });

/** What sentences are read with. */
export interface Speaking {
  readonly yaml: YamlFile;
  readonly names: Names;
  readonly problems: Problem[];
}

/** Reads the conditions that stand at a place in a file. Those that cannot be read are left out, with a problem each. */
export function readConditions(
  speaking: Speaking,
  said: readonly SaidCondition[] | undefined,
  path: Path,
  kind: RecordKind,
): Condition[] {
  return (said ?? []).flatMap((condition, index) => readCondition(speaking, condition, [...path, index], kind));
}

/** What was understood, or null, with the problem told at its place in the file. */
export function understood<T>(speaking: Speaking, path: Path, sentence: string, result: Understood<T>): T | null {
  const { problem } = result;
  if (problem === null) return result.value;
  const broken = speaking.names.brokenTerms.some((term) => sentence.toLowerCase().includes(term.toLowerCase()));
  const place = speaking.yaml.place(path, problem.offset);
  if (!broken) speaking.problems.push({ ...place, level: 'fault', says: problem.says, fix: problem.fix });
  return null;
}

function readCondition(speaking: Speaking, said: SaidCondition, path: Path, kind: RecordKind): Condition[] {
  if (typeof said === 'string') {
    const test = understood(speaking, path, said, readTest(said, kind, speaking.names));
    return test ? [{ ...test, at: speaking.yaml.place(path) }] : [];
  }
  return (Object.keys(groups) as (keyof typeof groups)[]).flatMap((key) => {
    const inner = said[key];
    return inner ? [{ is: groups[key], of: readConditions(speaking, inner, [...path, key], kind) }] : [];
  });
}

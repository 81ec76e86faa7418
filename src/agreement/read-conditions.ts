import { z } from 'zod';
import type { RecordKind } from '../values/catalogue.ts';
import type { Condition, Group } from '../values/tree.ts';
import type { Names } from './names.ts';
import { phrases } from './phrases.ts';
import { readWhole, testReader } from './read-sentence.ts';
import type { Reader } from './reading.ts';
import type { Reporting } from './report.ts';
import { keys, text } from './schema-words.ts';
import type { Path } from './yaml-places.ts';

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

/** Editors offer what can be said under this name. */
const sentence = text.meta({ id: 'sentence' });

/** A list of conditions, of which all hold. */
export const conditionsSchema: z.ZodType<SaidCondition[]> = z
  .array(z.lazy(() => z.union([sentence, group], { error: expected })))
  .min(1);

const expected = 'a condition is a sentence, or one of "all of:", "any of:" and "none of:" with a list';

const group: z.ZodType<SaidGroup> = keys({
  'all of': conditionsSchema.optional(),
  'any of': conditionsSchema.optional(),
  'none of': conditionsSchema.optional(),
}).check((context) => {
  const one = Object.keys(context.value).length === 1;
  if (!one && context.issues.length === 0)
    context.issues.push({ code: 'custom', message: expected, input: context.value });
});

/** What sentences are read with. */
export interface Speaking extends Reporting {
  readonly names: Names;
}

/** Reads the conditions that stand at a place in a file. Those that cannot be read are left out, with a problem each. */
export function readConditions(
  speaking: Speaking,
  said: readonly SaidCondition[] | undefined,
  path: Path,
  kind: RecordKind,
): Condition[] {
  let isInList = false;
  return (said ?? []).flatMap((condition, index) => {
    const read = readCondition(speaking, condition, [...path, index], kind);
    const isCut = isInList && read.length === 0 && explainCut(speaking, condition, [...path, index]);
    isInList = isCut || (typeof condition === 'string' && takesList.test(condition));
    return read;
  });
}

/** `source is one of Website`, `created is on Saturday`: more items may follow. */
const takesList = /\b(?:one|none) of\b|\bis on \w+days?$/i;

/** What a sentence cannot do without, unlike an item of a list. */
const verbs = /\b(?:is|has|contains|starts|comes|differs|within)\b/i;

/**
 * Says of what follows `is one of Website` in the same line, in a list with brackets, that its comma cut a sentence in two. Tells whether it
 * is such an item.
 */
function explainCut({ yaml, problems }: Speaking, said: SaidCondition, path: Path): boolean {
  const [here, before] = [yaml.place(path), yaml.place([...path.slice(0, -1), Number(path.at(-1)) - 1])];
  if (typeof said !== 'string' || here.line !== before.line || verbs.test(said)) return false;
  const last = problems.at(-1);
  const isOfThis = last?.file === here.file && last.line === here.line && last.column >= here.column;
  if (!isOfThis) return false;
  const says = `the comma before "${said}" starts the next item of this list, and so cuts the sentence`;
  problems.splice(-1, 1, {
    ...here,
    level: 'fault',
    says,
    fix: 'write each sentence on a line of its own, or in quotes',
  });
  return true;
}

/** Reads a sentence that stands at a place in a file; null, with a problem at its place, where it has no one meaning. */
export function readAt<T>(speaking: Speaking, path: Path, text: string, of: RecordKind, read: Reader<T>): T | null {
  const { yaml, names, problems } = speaking;
  const understood = readWhole({ text, of, names, at: yaml.place(path) }, read);
  if (isAboutBroken(names, text)) return understood.value;
  for (const { offset, ...problem } of understood.problems) problems.push({ ...yaml.place(path, offset), ...problem });
  return understood.value;
}

/** Whether a text names a term or figure that could not be read: whatever is wrong with it then was told there. */
export function isAboutBroken({ brokenTerms }: Names, text: string): boolean {
  return brokenTerms.some((term) => text.toLowerCase().includes(term.toLowerCase()));
}

function readCondition(speaking: Speaking, said: SaidCondition, path: Path, kind: RecordKind): Condition[] {
  if (typeof said === 'string') {
    const test = readAt(speaking, path, said, kind, testReader(phrases));
    return test ? [test] : [];
  }
  return (Object.keys(groups) as (keyof typeof groups)[]).flatMap((key) => {
    const inner = said[key];
    return inner ? [{ is: groups[key], of: readConditions(speaking, inner, [...path, key], kind) }] : [];
  });
}

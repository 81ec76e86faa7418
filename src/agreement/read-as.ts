import type { z } from 'zod';
import type { Problem } from '../values/problem.ts';
import type { YamlFile, Path } from './yaml-file.ts';

/** What a file says, by its schema; null where it says something else, with a problem for each thing. */
export function readAs<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
  problems: Problem[],
): z.infer<Schema> | null {
  const result = schema.safeParse(yaml.data, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...problemsOf(yaml, issue, []));
  return null;
}

function problemsOf(yaml: YamlFile, issue: z.core.$ZodIssue, outer: Path): Problem[] {
  const path = [...outer, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'unrecognized_keys') {
    return issue.message.split('\n').map((says, index) => {
      return fault(yaml, says, yaml.keyPlace([...path, issue.keys[index] ?? '']));
    });
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) =>
      branch.every((inner) => inner.code !== 'invalid_type' || inner.path.length > 0),
    );
    if (meant) return meant.flatMap((inner) => problemsOf(yaml, inner, path));
  }
  return [fault(yaml, says(issue, path), yaml.place(path))];
}

function fault(yaml: YamlFile, words: string, place: ReturnType<YamlFile['place']>): Problem {
  const [head = '', ...tail] = words.split('; ');
  return { ...place, level: 'fault', says: head, fix: tail.join('; ') };
}

function says(issue: z.core.$ZodIssue, path: Path): string {
  const key = [...path].reverse().find((step) => typeof step === 'string');
  const name = key === undefined ? 'the file' : `"${String(key)}:"`;
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'too_small') return `${name} has nothing in it`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return `${name} is missing`;
  const forms: Readonly<Record<string, string>> = {
    array: 'a list',
    string: 'a text',
    object: 'keys with values',
    record: 'keys with values',
  };
  const form = issue.code === 'invalid_type' ? forms[issue.expected] : undefined;
  return `${name} is written in another form; expected ${form ?? 'a text or a list'}`;
}

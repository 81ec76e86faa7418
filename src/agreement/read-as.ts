import type { z } from 'zod';
import type { Place, Problem } from '../values/problem.ts';
import type { YamlFile } from './yaml-file.ts';
import type { Path } from './yaml-places.ts';

/** What a file says by its schema. */
export interface ReadAs<T> {
  readonly said: T;
  /** Where the form is at fault. `said` is without what stands there, and nobody complains about it a second time. */
  readonly broken: readonly Path[];
}

/** Reads what a file says by its schema; a problem for each thing that it says otherwise. Null where too little is left without those. */
export function readAs<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
  problems: Problem[],
): ReadAs<z.infer<Schema>> | null {
  const whole = schema.safeParse(yaml.data, { reportInput: true });
  if (whole.success) return { said: whole.data, broken: [] };
  const misspelt = whole.error.issues.flatMap((issue) => meantKeys(issue, yaml.data));
  const issues = whole.error.issues.filter(
    (issue) => !isMissing(issue) || !misspelt.some((path) => samePath(path, issue.path)),
  );
  problems.push(...issues.flatMap((issue) => problemsOf(yaml, issue, [])));
  const keys = issues.flatMap(brokenKeys);
  // If a key is left away that is needed, the whole entry goes.
  for (const broken of [keys, keys.map((path) => path.slice(0, 1))]) {
    const rest = schema.safeParse(broken.reduce(without, yaml.data));
    if (rest.success) return { said: rest.data, broken: [...broken, ...misspelt] };
  }
  return null;
}

/** The keys that hold what is at fault. Of a list, the key that holds the list: its items keep their places. */
function brokenKeys(issue: z.core.$ZodIssue): Path[] {
  const list = issue.path.findIndex((step) => typeof step !== 'string');
  const path = (list < 0 ? issue.path : issue.path.slice(0, list)) as string[];
  if (issue.code === 'unrecognized_keys' && list < 0) return issue.keys.map((key) => [...path, key]);
  return path.length === 0 ? [] : [path];
}

/** The keys that were meant by misspelt ones, as far as they don't stand there too: nobody says of them that they are missing. */
function meantKeys(issue: z.core.$ZodIssue, data: unknown): Path[] {
  const path = issue.path.filter((step) => typeof step === 'string');
  if (issue.code !== 'unrecognized_keys' || path.length !== issue.path.length) return [];
  return [...issue.message.matchAll(/did you mean "([^"]+):"\?/g)]
    .map(([, key = '']) => [...path, key])
    .filter((meant) => at(data, meant) === undefined);
}

function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([key]) => key === step)?.[1]
        : undefined,
    data,
  );
}

const isMissing = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.input === undefined;

const samePath = (one: Path, other: readonly PropertyKey[]): boolean =>
  one.length === other.length && one.every((step, index) => step === other[index]);

function without(data: unknown, [key, ...rest]: Path): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const entries = Object.entries(data);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(entries.map(([name, value]) => [name, name === key ? without(value, rest) : value]));
}

function problemsOf(yaml: YamlFile, issue: z.core.$ZodIssue, outer: Path): Problem[] {
  const path = [...outer, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'unrecognized_keys') {
    const lines = issue.message.split('\n');
    return lines.flatMap((line, index) => {
      const key = issue.keys[index] ?? '';
      const isSentence = typeof path.at(-1) === 'number' && key.includes(' ') && !line.includes('; ');
      return line === '' ? [] : [fault(isSentence ? `${line}; ${inQuotes}` : line, yaml.keyPlace([...path, key]))];
    });
  }
  if (issue.code === 'invalid_key') return [fault(issue.issues[0]?.message ?? '', yaml.keyPlace(path))];
  if (issue.code === 'invalid_union') {
    const ofItsForm = (inner: z.core.$ZodIssue) => inner.code !== 'invalid_type' || inner.path.length > 0;
    const meant = issue.errors.find((branch) => branch.every(ofItsForm));
    if (meant) return meant.flatMap((inner) => problemsOf(yaml, inner, path));
  }
  return [fault(says(issue, path), yaml.place(path))];
}

/** A schema's message is what is wrong and, after a semicolon, what to do. */
function fault(message: string, place: Place): Problem {
  const [head = '', ...tail] = message.split('; ');
  return { ...place, level: 'fault', says: head, fix: tail.join('; ') };
}

/** What a value should be, and how that is typed. */
const forms: Readonly<Record<string, readonly [form: string, fix: string]>> = {
  array: ['a list', 'begin each line of it with "- "'],
  string: ['a text', 'write one text behind the colon'],
  object: ['keys with values', 'write each as "key: value", on a line of its own'],
  record: ['keys with values', 'write each as "key: value", on a line of its own'],
};

function says(issue: z.core.$ZodIssue, path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  const name = key === undefined ? 'the file' : `"${key}:"`;
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'too_small' || isEmpty(issue.input)) return `${name} has nothing in it`;
  if (issue.code === 'invalid_union') return issue.message;
  if (issue.code !== 'invalid_type') return `${name} is written in another form`;
  if (issue.input === undefined) return `${name} is missing`;
  const [form, usual] = forms[issue.expected] ?? ['a text or a list', ''];
  const fix = issue.expected === 'string' && formOf(issue.input) === keysForm ? inQuotes : usual;
  return `${name} is ${formOf(issue.input)}, and should be ${form}; ${fix}`;
}

/** What a colon makes of a sentence, and how to keep it one. */
const keysForm = 'keys with values';
const inQuotes = 'a colon in a sentence needs quotes around the sentence';

const isEmpty = (input: unknown): boolean => input === '' || input === null;

function formOf(input: unknown): string {
  if (typeof input === 'string') return `the text "${input.length > 40 ? `${input.slice(0, 40)}...` : input}"`;
  return Array.isArray(input) ? 'a list' : keysForm;
}

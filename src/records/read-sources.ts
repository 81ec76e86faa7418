import { basename } from 'node:path/posix';
import type { z } from 'zod';
import { closestWord } from '../agreement/closest-word.ts';
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import { checkSources } from './check-sources.ts';
import { resolveHandovers } from './resolve/handovers.ts';
import { kindsKnown, resolveFileSource } from './resolve/file-source.ts';
import type { Source } from './source.ts';
import { fileSourceSchema } from './schema/file-source.ts';
import type { FileSourceSpec } from './schema/file-source.ts';
import { handoversSchema } from './schema/handovers.ts';
import type { HandoversSpec } from './schema/handovers.ts';
import { keysAt } from './schema/keys-at.ts';
import { readYaml } from './yaml-file.ts';
import type { YamlFile } from './yaml-file.ts';

type Spec =
  { readonly is: 'file'; readonly spec: FileSourceSpec } | { readonly is: 'handovers'; readonly spec: HandoversSpec };
type Parsed = Spec & { readonly name: string; readonly yaml: YamlFile };

/** Reads the files of `data/sources`: exact mappings, and every problem of every file. A faulty file gives no source. */
export function readSources(files: readonly TextFile[]): { sources: readonly Source[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const parsed = files.flatMap((file) => parse(file, problems));
  const kinds = kindsKnown(
    parsed.flatMap((each) => (each.is === 'file' && each.spec.declares ? [each.spec.declares] : [])),
  );
  const ofFiles = parsed.flatMap((each) => (each.is === 'file' ? [each] : []));
  const fileSources = ofFiles.flatMap(
    ({ name, spec, yaml }) => resolveFileSource(name, spec, yaml, kinds, problems) ?? [],
  );
  const leadFields = fileSources.flatMap(({ gives }) => gives.filter(({ record }) => record === 'lead'));
  const ownMoments = leadFields.flatMap(({ columns }) =>
    columns.filter(({ custom, type }) => custom && type.is === 'moment').map(({ field }) => field),
  );
  const handovers = parsed.flatMap((each) =>
    each.is === 'handovers' ? (resolveHandovers(each.name, each.spec, each.yaml, ownMoments, problems) ?? []) : [],
  );
  const sources = [...fileSources, ...handovers];
  return { sources, problems: [...problems, ...checkSources(sources)] };
}

function parse(file: TextFile, problems: Problem[]): Parsed[] {
  const { yaml, problems: ofYaml } = readYaml(file);
  problems.push(...ofYaml);
  if (!yaml) return [];
  const name = basename(file.path).replace(/\.ya?ml$/, '');
  const isHandovers = typeof yaml.value === 'object' && yaml.value !== null && 'derives' in yaml.value;
  const result = isHandovers ? handoversSchema.safeParse(yaml.value) : fileSourceSchema.safeParse(yaml.value);
  if (!result.success) {
    problems.push(...result.error.issues.flatMap((issue) => problemsOf(issue, yaml, isHandovers)));
    return [];
  }
  const spec = { is: isHandovers ? 'handovers' : 'file', spec: result.data } as Spec;
  return [{ ...spec, name, yaml }];
}

/** An issue of the schema in the words of the person who wrote the file. */
function problemsOf(issue: z.core.$ZodIssue, yaml: YamlFile, isHandovers: boolean): Problem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const closest = closestWord(key, keysAt(path, isHandovers));
      const fix = closest ? `did you mean "${closest}"?` : `it takes: ${keysAt(path, isHandovers).join(', ')}`;
      return { level: 'fault', ...yaml.placeOfKey(path, key), says: `I don't know "${key}"`, fix };
    });
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((each) => each.code === 'unrecognized_keys' || each.path.length > 0);
    if (inner) return problemsOf({ ...inner, path: [...path, ...inner.path] }, yaml, isHandovers);
  }
  const last = String(path.at(-1) ?? 'the file');
  const missing = issue.code === 'invalid_type' && valueAt(yaml.value, path) === undefined;
  const says = missing
    ? `"${last}" is missing`
    : `"${last}" is not as expected: ${issue.message.replace(/^Invalid input: /, '')}`;
  return [{ level: 'fault', ...yaml.placeOf(path), says, fix: '' }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

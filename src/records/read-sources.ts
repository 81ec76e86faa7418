import { basename } from 'node:path/posix';
import type { z } from 'zod';
import { closestWord } from '../agreement/closest-word.ts';
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import { checkPulled } from './check-pulled.ts';
import { checkSources } from './check-sources.ts';
import type { Connection } from './connection.ts';
import { resolveConnection } from './resolve/connection.ts';
import { resolveHandovers } from './resolve/handovers.ts';
import { kindsKnown, resolveFileSource } from './resolve/file-source.ts';
import type { Source } from './source.ts';
import { fileSourceSchema } from './schema/file-source.ts';
import type { FileSourceSpec } from './schema/file-source.ts';
import { connectionSchemaOf } from './schema/connection.ts';
import type { ConnectionSpec } from './schema/connection.ts';
import { handoversSchema } from './schema/handovers.ts';
import type { HandoversSpec } from './schema/handovers.ts';
import { keysAt } from './schema/keys-at.ts';
import { readYaml } from './yaml-file.ts';
import type { YamlFile } from './yaml-file.ts';

type Spec =
  | { readonly is: 'file'; readonly spec: FileSourceSpec }
  | { readonly is: 'handovers'; readonly spec: HandoversSpec }
  | { readonly is: 'connection'; readonly spec: ConnectionSpec };
type Parsed = Spec & { readonly name: string; readonly yaml: YamlFile };

/** What the files of `data/sources` come to. */
export interface ReadSources {
  readonly sources: readonly Source[];
  readonly connections: readonly Connection[];
  readonly problems: readonly Problem[];
}

/** Reads the files of `data/sources`: exact mappings, and every problem of every file. A faulty file gives no source. */
export function readSources(files: readonly TextFile[]): ReadSources {
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
  const named = parsed.flatMap((each) => (each.is === 'connection' ? [each.name] : []));
  const connections = parsed.flatMap((each) =>
    each.is === 'connection' ? (resolveConnection(each.name, each.spec, each.yaml, problems) ?? []) : [],
  );
  const found = [...problems, ...checkSources(sources), ...checkPulled(fileSources, connections, named)];
  return { sources, connections, problems: found };
}

function parse(file: TextFile, problems: Problem[]): Parsed[] {
  const { yaml, problems: ofYaml } = readYaml(file);
  problems.push(...ofYaml);
  if (!yaml) return [];
  const name = basename(file.path).replace(/\.ya?ml$/, '');
  const is = shapeOf(yaml.value);
  const result = schemaOf(is, yaml.value).safeParse(yaml.value);
  if (!result.success) {
    problems.push(...result.error.issues.flatMap((issue) => problemsOf(issue, yaml, is)));
    return [];
  }
  return [{ is, spec: result.data, name, yaml } as Parsed];
}

/** What a file is, by the key that only its kind has. */
function shapeOf(value: unknown): Spec['is'] {
  if (typeof value !== 'object' || value === null) return 'file';
  if ('derives' in value) return 'handovers';
  return 'connects to' in value ? 'connection' : 'file';
}

function schemaOf(is: Spec['is'], value: unknown): z.ZodType {
  if (is === 'file') return fileSourceSchema;
  return is === 'handovers' ? handoversSchema : connectionSchemaOf(value);
}

/** An issue of the schema in the words of the person who wrote the file. */
function problemsOf(issue: z.core.$ZodIssue, yaml: YamlFile, is: Spec['is']): Problem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const closest = closestWord(key, keysAt(path, is, yaml.value));
      const fix = closest ? `did you mean "${closest}"?` : `it takes: ${keysAt(path, is, yaml.value).join(', ')}`;
      return { level: 'fault', ...yaml.placeOfKey(path, key), says: `I don't know "${key}"`, fix };
    });
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((each) => each.code === 'unrecognized_keys' || each.path.length > 0);
    if (inner) return problemsOf({ ...inner, path: [...path, ...inner.path] }, yaml, is);
  }
  if (issue.code === 'invalid_value' && typeof valueAt(yaml.value, path) === 'string') {
    const [said, known] = [String(valueAt(yaml.value, path)), issue.values.map(String)];
    const closest = closestWord(said, known);
    const fix = closest ? `did you mean "${closest}"?` : `expected ${known.join(', ')}`;
    return [{ level: 'fault', ...yaml.placeOf(path), says: `"${String(path.at(-1))}" can't be "${said}"`, fix }];
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

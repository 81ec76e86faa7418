import type { Field, RecordKind } from '../../values/catalogue.ts';
import type { FieldPath } from '../../values/tree.ts';
import { fieldNames, kindOf } from '../names.ts';
import { withArticle } from '../plural.ts';
import { andThen, readName, readWords, reading, type Asking, type Reading } from '../reading.ts';

/** Reads a field of the record, or of one that its links lead to: `score`, `its score`, `its lead's owner's team`. */
export function readPath(asking: Asking, from: number): Reading<FieldPath>[] {
  const afterIts = readWords(asking, from, ['its']);
  if (afterIts !== null) return readSteps(asking, asking.kind, afterIts);
  return readName(asking, from, fieldNames(asking.kind), fieldOf(asking.kind)).map((found) => ({
    ...found,
    value: pathTo(asking.kind, [], found.value),
  }));
}

/** Reads what follows `its`, or what follows `TERM's`: links, each with `'s`, and a field. */
export function readSteps(asking: Asking, start: RecordKind, from: number): Reading<FieldPath>[] {
  return walk(asking, start, [], start, from);
}

/** Links by name, from a record to the kind of record that they lead to. */
export interface LinkPath {
  readonly links: readonly string[];
  readonly to: RecordKind;
}

/** Reads what leads to another record: `its lead`, `its lead's owner`. */
export function readLinks(asking: Asking, from: number): Reading<LinkPath>[] {
  return readPath(asking, from).flatMap((found) => {
    const { links, field, type } = found.value;
    const to = type.is === 'link' ? kindOf(asking.names, type.to) : undefined;
    return to && readWords(asking, from, ['its']) !== null
      ? [{ ...found, value: { links: [...links, field], to } }]
      : [];
  });
}

/** `score`, `its lead's score`. */
export function sayPath(path: FieldPath): string {
  return path.links.length === 0 ? path.field : `its ${[...path.links, path.field].join("'s ")}`;
}

function walk(
  asking: Asking,
  start: RecordKind,
  links: readonly string[],
  kind: RecordKind,
  from: number,
): Reading<FieldPath>[] {
  const fields = readName(asking, from, fieldNames(kind), fieldOf(kind));
  return andThen(fields, (field, next) => {
    const target = field.type.is === 'link' ? kindOf(asking.names, field.type.to) : undefined;
    const further = target ? readWords(asking, next, ["'s"]) : null;
    const ends = reading(pathTo(start, links, field), next);
    return target && further !== null
      ? [ends, ...walk(asking, start, [...links, field.name], target, further)]
      : [ends];
  });
}

function pathTo(start: RecordKind, links: readonly string[], field: Field): FieldPath {
  return { from: start.name, links, field: field.name, type: field.type, figure: false };
}

function fieldOf(kind: RecordKind): string {
  return `a field of ${withArticle(kind.name)}`;
}

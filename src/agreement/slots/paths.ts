import type { RecordKind } from '../../values/catalogue.ts';
import type { FieldPath } from '../../values/tree.ts';
import { saysAlone } from '../keywords.ts';
import { fieldNames, kindOf, type FieldName } from '../names.ts';
import { withArticle } from '../plural.ts';
import { andThen, isWord, readName, readWords, reading, type Asking, type Reading } from '../reading.ts';
import type { Token } from '../tokens.ts';

/** Reads a field or figure of the record, or of one that its links lead to: `score`, `its score`, `its lead's owner's team`. */
export function readPath(asking: Asking, from: number): Reading<FieldPath>[] {
  const afterIts = readWords(asking, from, ['its']);
  if (afterIts !== null) return readSteps(asking, asking.kind, afterIts);
  const start = isWord(asking, from, 'the') ? from + 1 : from;
  if (isTaken(asking.tokens[start])) return [];
  return readField(asking, asking.kind, start).map((found) => ({
    ...found,
    value: pathTo(asking.kind, [], found.value),
  }));
}

/** Reads what follows `its`, or what follows `TERM's`: links, each with `'s`, and a field or figure. */
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
    const { links, field, type, figure } = found.value;
    const to = type.is === 'link' && !figure ? kindOf(asking.names, type.to) : undefined;
    return to && isWord(asking, from, 'its') ? [{ ...found, value: { links: [...links, field], to } }] : [];
  });
}

/** A name that begins with digits, or says something alone, is told from a number, a day or that by its quotes, or by `its`. */
function isTaken(token: Token | undefined): boolean {
  return token?.is === 'number' || token?.is === 'day' || (token?.is === 'word' && saysAlone(token.text));
}

function walk(
  asking: Asking,
  start: RecordKind,
  links: readonly string[],
  kind: RecordKind,
  from: number,
): Reading<FieldPath>[] {
  return andThen(readField(asking, kind, from), (field, next) => {
    const ends = reading(pathTo(start, links, field), next);
    const type = field.figure ? null : field.type();
    const target = type?.is === 'link' ? kindOf(asking.names, type.to) : undefined;
    const further = target ? readWords(asking, next, ["'s"]) : null;
    return target && further !== null
      ? [ends, ...walk(asking, start, [...links, field.name], target, further)]
      : [ends];
  });
}

function readField(asking: Asking, kind: RecordKind, from: number): Reading<FieldName>[] {
  return readName(asking, from, fieldNames(asking.names, kind), `a field of ${withArticle(kind.name)}`);
}

function pathTo(start: RecordKind, links: readonly string[], { name, type, figure }: FieldName): FieldPath {
  return { from: start.name, links, field: name, type: type(), figure };
}

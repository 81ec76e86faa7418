import type { RecordKind } from '../values/catalogue.ts';
import { letterDistance, squashed } from './closest-word.ts';
import { fieldNames, kindOf } from './names.ts';
import { withArticle } from './plural.ts';
import type { Asking, Hope } from './reading.ts';

/** What to say where a field was hoped for and the record has none of that name: whose it is instead, or which ones there are. */
export function fieldsNear(asking: Asking, hopes: readonly Hope[], stopped: number): string | null {
  const kind = kindHopedFor(asking, hopes, stopped);
  if (!kind || !startsAValue(asking, stopped)) return null;
  const through = kind.fields.flatMap(({ name, type }) => {
    const target = type.is === 'link' ? kindOf(asking.names, type.to) : undefined;
    const field = target && longestNamed(asking, target, stopped);
    return field === undefined ? [] : [`"${before(asking, stopped)}${name}'s ${field}"`];
  });
  if (through.length > 0) return `did you mean ${through.slice(0, 3).join(' or ')}?`;
  const named = fieldNames(asking.names, kind).map(({ is }) => is.name);
  return `${withArticle(kind.name)} has ${fewOf(named, asking, stopped)}`;
}

/** All names, or of many those that what is written is most like. */
function fewOf(names: readonly string[], { tokens }: Asking, at: number): string {
  if (names.length <= 10) return names.join(', ');
  const written = [1, 2, 3].map((words) => squashed(tokens.slice(at, at + words).map(({ text }) => text).join(''))); // prettier-ignore
  const distance = (name: string): number => Math.min(...written.map((one) => letterDistance(one, squashed(name))));
  const near = names.toSorted((one, other) => distance(one) - distance(other)).slice(0, 3);
  return `${near.join(', ')} and ${names.length - 3} others, which the guide lists`;
}

function kindHopedFor({ names }: Asking, hopes: readonly Hope[], stopped: number): RecordKind | undefined {
  const hoped = new Set(hopes.filter(({ from }) => from === stopped).map(({ what }) => what));
  return names.catalogue.kinds.find(({ name }) => hoped.has(`a field of ${withArticle(name)}`));
}

/** Only there a name is surely meant as a field: at the start of a sentence, and of what belongs to a record. */
function startsAValue({ tokens }: Asking, at: number): boolean {
  const last = tokens[at - 1];
  return last === undefined || last.is === "'s" || last.word === 'its';
}

/** What is still to be said before the link. */
const before = ({ tokens }: Asking, at: number): string => (tokens[at - 1]?.is === "'s" ? '' : 'its ');

function longestNamed({ tokens, names }: Asking, kind: RecordKind, at: number): string | undefined {
  const here = (name: string): boolean =>
    name.split(' ').every((word, index) => tokens[at + index]?.word === word.toLowerCase());
  return fieldNames(names, kind)
    .map(({ is }) => is.name)
    .filter(here)
    .toSorted((one, other) => other.length - one.length)[0];
}

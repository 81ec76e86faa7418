import { closestWord } from '../agreement/closest-word.ts';
import { isReservedTable } from '../store/reserved-tables.ts';
import type { Problem } from '../values/problem.ts';
import { catalogueOf } from './catalogue.ts';
import { toldFaults } from './check-told.ts';
import { openQuestions } from './open-questions.ts';
import type { FieldMapping, FileSource, Source } from './source.ts';

/** What is wrong between sources that are each right by themselves. */
export function checkSources(sources: readonly Source[]): Problem[] {
  const files = sources.filter((source): source is FileSource => source.is === 'file');
  return [
    ...disagreements(files),
    ...lostNames(files),
    ...reservedNames(files),
    ...secondDerivations(sources),
    ...toldFaults(sources),
    ...openQuestions(sources, 'warning'),
  ];
}

/** Two sources may fill one field, but must agree on what it is. */
function disagreements(files: readonly FileSource[]): Problem[] {
  const first = new Map<string, { type: string; source: string }>();
  const problems: Problem[] = [];
  for (const { name, gives } of files) {
    for (const { record, columns } of gives) {
      for (const { field, type, at } of columns) {
        const known = first.get(`${record} ${field}`);
        if (!known) first.set(`${record} ${field}`, { type: JSON.stringify(type), source: name });
        else if (known.type !== JSON.stringify(type)) {
          const says = `${record}'s "${field}" is of another type here than in ${known.source}.yml`;
          problems.push({ level: 'fault', ...at, says, fix: 'give both the same "is"' });
        }
      }
    }
  }
  return problems;
}

/** A link by name needs the other record's field, filled by some source. */
function lostNames(files: readonly FileSource[]): Problem[] {
  const { kinds } = catalogueOf(files);
  const named = files.flatMap(({ gives }) => gives.flatMap(({ columns }) => columns)).filter(({ by }) => by !== null);
  return named.flatMap((mapping: FieldMapping): Problem[] => {
    const { by, type, at } = mapping;
    const target = type.is === 'link' ? kinds.find((kind) => kind.name === type.to) : undefined;
    if (!target || by === null)
      return [{ level: 'fault', ...at, says: '"by" is said of what is no link', fix: 'leave it out' }];
    const filled = target.fields.filter((field) => field.mapped).map((field) => field.name);
    if (filled.includes(by)) return [];
    const closest = closestWord(by, filled);
    const fix = closest ? `did you mean "${closest}"?` : `it has ${filled.join(', ') || 'no fields'}`;
    return [{ level: 'fault', ...at, says: `no source gives ${target.name}'s "${by}"`, fix }];
  });
}

/** The store needs some names for itself. */
function reservedNames(files: readonly FileSource[]): Problem[] {
  const reserved = new Set(
    catalogueOf(files).kinds.flatMap(({ name, table }) => (isReservedTable(table) ? [name] : [])),
  );
  const gifts = files.flatMap(({ gives }) => gives).filter(({ record }) => reserved.has(record));
  return gifts.map(({ record, at }) => {
    const says = `no record can be called "${record}": the store needs that name for itself`;
    return { level: 'fault', ...at, says, fix: 'take another name' };
  });
}

function secondDerivations(sources: readonly Source[]): Problem[] {
  const derivations = sources.filter((source) => source.is === 'handovers');
  return derivations.slice(1).map(({ at }) => {
    return { level: 'fault', ...at, says: 'handovers are derived by two files', fix: 'keep one of them' };
  });
}

import type { Catalogue, Field, FieldType } from '../values/catalogue.ts';
import type { Problem } from '../values/problem.ts';
import { catalogueOf } from './catalogue.ts';
import { historyOf, linkTo } from './derive/told-by.ts';
import { mappedField } from './mapped-field.ts';
import type { FieldMapping, FileSource, Source, Told } from './source.ts';

/** What is wrong, and how to mend it. */
type Wrong = readonly [says: string, fix: string];

/** Fields that other records are to tell, and can't: there is no such history, nothing links to the record, or the types differ. */
export function toldFaults(sources: readonly Source[]): Problem[] {
  const files = sources.filter((source): source is FileSource => source.is === 'file');
  const gifts = files.flatMap(({ gives }) => gives);
  if (!gifts.some(({ columns }) => columns.some(({ told }) => told !== null))) return [];
  const catalogue = catalogueOf(sources);
  return gifts.flatMap(({ record, columns }) =>
    columns.flatMap((mapping): Problem[] => {
      const { told, at } = mapping;
      if (told === null) return [];
      const wrong =
        told.is === 'history'
          ? wrongHistory(catalogue, sources, record, mapping, told)
          : wrongLink(catalogue, record, mapping, told);
      return wrong ? [{ level: 'fault', ...at, says: wrong[0], fix: wrong[1] }] : [];
    }),
  );
}

function wrongHistory(
  catalogue: Catalogue,
  sources: readonly Source[],
  record: string,
  { field, type }: FieldMapping,
  told: Extract<Told, { is: 'history' }>,
): Wrong | null {
  if (type.is !== 'moment') return [`"${field}" is no day or instant, so no history tells it`, 'write: is: instant'];
  const kind = catalogue.kinds.find(({ name }) => name === record);
  const kept = record === 'lead' ? 'field change' : kind?.history?.kind;
  if (kept === undefined) {
    return [
      `no history of a ${record} is read, only those of leads and deals`,
      `let a column tell it (from: ...), or records that link to it (${told.which}: KIND's FIELD)`,
    ];
  }
  const history = historyOf(catalogue, sources, record, told.field);
  const fix = record === 'lead' ? `map ${kept}: lead, field, to and at` : `map ${kept} with its "at"`;
  if (!history)
    return [`no source gives the history of ${record}'s "${told.field}"`, `${fix}; and ${record}'s "${told.field}"`];
  return wrongPrecision(field, type, history.at, kept);
}

function wrongLink(
  { kinds }: Catalogue,
  record: string,
  { field, type }: FieldMapping,
  told: Extract<Told, { is: 'related' }>,
): Wrong | null {
  const others = kinds.find(({ name }) => name === told.kind);
  const theirs = others && mappedField(others, told.field);
  if (!others || !theirs) return [`no source gives ${told.kind}'s "${told.field}"`, 'map it, or name another field'];
  if (!linkTo(others, record)) {
    return [
      `no field of ${told.kind}, or more than one, links to ${record}`,
      `map one link of ${told.kind} to ${record}`,
    ];
  }
  if (type.is === 'moment' && theirs.type.is === 'moment') return wrongPrecision(field, type, theirs, told.kind);
  if (JSON.stringify(type) === JSON.stringify(theirs.type) && type.is !== 'money') return null;
  const says =
    type.is === 'money'
      ? 'an amount keeps the currency of its own row'
      : `${told.kind}'s "${told.field}" is of another type`;
  return [`"${field}" can't be told by ${told.kind}: ${says}`, 'give both the same "is"'];
}

function wrongPrecision(field: string, type: FieldType, theirs: Field, kind: string): Wrong | null {
  const isInstant = type.is === 'moment' && type.precision === 'instant';
  const isDay = theirs.type.is === 'moment' && theirs.type.precision === 'day';
  if (!isInstant || !isDay) return null;
  return [`"${field}" is an instant, and ${kind}'s "${theirs.name}" is known to the day only`, 'write: is: day'];
}

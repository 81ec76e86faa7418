import type { Catalogue, Field, RecordKind } from '../../values/catalogue.ts';
import { isGiven } from '../derive/derivation.ts';
import type { FileSource, Gift, Source } from '../source.ts';
import { fieldsWatched, historyOf } from './watched-fields.ts';

/** A source whose records are watched from export to export. */
export interface Watch {
  readonly source: FileSource;
  readonly kind: RecordKind;
  /** The fields that are watched, as the catalogue has them. */
  readonly fields: readonly Field[];
}

/** What is watched: records with ids, of kinds whose history no file gives. Fields that hold names, or are looked up by names, are not. */
export function watchesOf(sources: readonly Source[], catalogue: Catalogue): readonly Watch[] {
  const files = sources.filter((source): source is FileSource => source.is === 'file' && source.observed !== true);
  return [...historyOf].flatMap(([name, history]) => {
    const kind = catalogue.kinds.find((each) => each.name === name);
    if (!kind || isGiven(files, history, [])) return [];
    return files.flatMap((source) => {
      const gifts = source.gives.filter((gift) => gift.record === name && gift.key !== null && !gift.keyHidden);
      const fields = kind.fields.filter((field) => isWatched(field, gifts));
      return fields.some((field) => field.name === fieldsWatched(name)[0]) ? [{ source, kind, fields }] : [];
    });
  });
}

function isWatched({ name, type }: Field, gifts: readonly Gift[]): boolean {
  if (!gifts.some((gift) => fieldsWatched(gift.record).includes(name))) return false;
  // A row of the history knows closing days, not instants.
  if (type.is === 'moment' && type.precision !== 'day') return false;
  const mappings = gifts.flatMap(({ columns }) => columns.filter(({ field }) => field === name));
  return mappings.length > 0 && mappings.every(({ hidden, by }) => !hidden && by === null);
}

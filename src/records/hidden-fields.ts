import type { Source } from './source.ts';

/** The fields of which a source hides the texts, for they name persons: as `lead's owner name`. */
export function hiddenFields(sources: readonly Source[]): ReadonlySet<string> {
  const gifts = sources.flatMap((source) => (source.is === 'file' ? source.gives : []));
  return new Set(
    gifts.flatMap(({ record, columns }) =>
      columns.filter(({ hidden }) => hidden).map(({ field }) => `${record}'s ${field}`),
    ),
  );
}

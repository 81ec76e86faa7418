import type { FileSourceSpec } from '../schema/file-source.ts';
import type { FileSource } from '../source.ts';
import type { Resolving } from './resolving.ts';

/** Which records a row says were merged into its own. It is of the records that have the row's key. */
export function mergedFromOf({ yaml, fault, cell }: Resolving, spec: FileSourceSpec): FileSource['mergedFrom'] {
  const of = cell(spec['merged from'], ['merged from']);
  const splitAt = spec['split at'];
  if (!of) {
    if (splitAt !== undefined)
      fault(yaml.placeOf(['split at']), '"split at" needs "merged from"', 'name the column that is split');
    return null;
  }
  if (splitAt === undefined)
    fault(of.at, '"merged from" does not say what stands between the keys', 'add split at: ";"');
  const isOfRow = (gift: FileSourceSpec['gives'][number]): boolean =>
    gift.key === undefined && gift['for each column'] === undefined && gift['for each piece of'] === undefined;
  if (!spec.gives.some(isOfRow))
    fault(
      of.at,
      '"merged from" is of records with the row\'s key, and none has it',
      'leave out the "key" of one of them',
    );
  return { of, splitAt: splitAt ?? ';' };
}

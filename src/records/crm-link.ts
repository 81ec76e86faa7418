import type { Catalogue } from '../values/catalogue.ts';
import type { Source } from './source.ts';

/** Stands in an address for the record's key. */
const keyMark = '{key}';

/** What is wrong with an address of records in the CRM, and how to mend it; null: nothing. */
export function linkFault(
  written: string,
  { hasKey, keyHidden }: { readonly hasKey: boolean; readonly keyHidden: boolean },
): readonly [says: string, fix: string] | null {
  if (!hasKey) return ['"link" needs a "key"', 'add the column that holds the id of the CRM'];
  if (keyHidden) return ['the key is hidden, so that no address can hold it', 'leave "link" out'];
  const example = 'write it like https://crm.example/deals/{key}';
  if (!written.includes(keyMark)) return [`"${written}" has no ${keyMark} in it`, example];
  const address = URL.parse(written.replaceAll(keyMark, '1'));
  if (address?.protocol !== 'https:' || !address.hostname) return [`"${written}" is no https address`, example];
  return null;
}

/** The address of a record in the CRM; the key can't lead out of its place in it. */
export const linkTo = (link: string, key: string): string => link.replaceAll(keyMark, encodeURIComponent(key));

/** Which kinds of records have a page in the CRM, and where: the first source that says so. */
export function linksOf(sources: readonly Source[], { kinds }: Catalogue): ReadonlyMap<string, string> {
  const gifts = sources.flatMap((source) => (source.is === 'file' ? source.gives : []));
  return new Map(
    kinds.flatMap(({ name }) => {
      const link = gifts.find(({ record, link: said }) => record === name && said !== null)?.link;
      return link ? [[name, link] as const] : [];
    }),
  );
}

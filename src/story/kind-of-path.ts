import type { Catalogue } from '../values/catalogue.ts';
import type { FieldPath } from '../values/tree.ts';

/** The kind whose field or figure a path names in the end: that of the record which its links lead to. */
export function kindOfPath({ from, links }: Pick<FieldPath, 'from' | 'links'>, { kinds }: Catalogue): string {
  return links.reduce((of, link) => {
    const type = kinds.find(({ name }) => name === of)?.fields.find(({ name }) => name === link)?.type;
    return type?.is === 'link' ? type.to : of;
  }, from);
}

import type { TableSample } from '../files/sample-of.ts';

/** What the source of a table is called: `OpportunityHistory.csv` is `opportunity-history`. */
export function sourceName({ name, sheet }: Pick<TableSample, 'name' | 'sheet'>): string {
  const said = `${name.replace(/\.[^.]*$/, '')}${sheet === null ? '' : ` ${sheet}`}`;
  const slug = said
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'table' : slug;
}

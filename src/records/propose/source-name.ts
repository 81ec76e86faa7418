import type { TableSample } from '../files/sample-of.ts';

/** What the source of a table is called: `OpportunityHistory.csv` is `opportunity-history`. */
export function sourceName({ name, sheet }: Pick<TableSample, 'name' | 'sheet'>): string {
  const plain = readsOf(name).replaceAll('*', '');
  const said = `${plain.replace(/\.[^.]*$/, '')}${sheet === null ? '' : ` ${sheet}`}`;
  const slug = said
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'table' : slug;
}

/** A date, an hour or a number of the export at the end of a name: `Deals_2026_03_01.csv`, `deals-13492048-27.csv`, `All Leads 3-1-2026 9-15-00 AM.xlsx`. */
const ofThisExport = /(?<=\p{L})[\s_-]+\d[\d\s_.,T-]{3,}(?:\s?[AP]M)?(?: ?\(\d+\))?(?=\.\w+$)/u;

/** How a source names a file that is called otherwise with each export: `deals-*.csv`. */
export function readsOf(name: string): string {
  return name.replace(ofThisExport, (found) => `${/^[\s_-]+/.exec(found)?.[0] ?? ''}*`);
}

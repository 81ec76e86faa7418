/** The company's edition holds no record of the CRM: what was written is searched for their keys before it takes its place. */
import type { Kysely } from 'kysely';
import type { AnyTables } from '../store/bulk.ts';
import type { Database } from '../store/database.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Catalogue, RecordKind } from '../values/catalogue.ts';
import type { TextFile } from '../values/text-file.ts';

/** What of a site gives a record away, and in which of its files. */
export interface GivenAway {
  readonly path: string;
  /** `the key of an opportunity`, or `a link into the CRM`. */
  readonly what: string;
  readonly says: string;
}

export interface Guarded {
  readonly db: Kysely<Database>;
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
  readonly links: ReadonlyMap<string, string>;
}

/** People and deals are watched whatever is counted. */
const always = ['lead', 'contact', 'opportunity', 'handover'];

/** So many words are looked up at once. */
const atOnce = 500;

/** Shorter words, and numbers that could be an amount or an instant, are no keys that anybody would know again. */
const isLikeAKey = (word: string): boolean => word.length >= (/^\d+$/.test(word) ? 11 : 8) && /\d/.test(word);

/** The words of a text that could be keys: whole, and the parts between hyphens. */
export function likeKeys(text: string): Set<string> {
  const whole = text.match(/[A-Za-z0-9_][A-Za-z0-9_-]{7,}/g) ?? [];
  return new Set(whole.flatMap((word) => [word, ...word.split('-')]).filter(isLikeAKey));
}

/** Every file that holds the key of a watched record, or a link into the CRM; one fault for each file and kind. */
export async function givenAway(files: AsyncIterable<TextFile>, guarded: Guarded): Promise<GivenAway[]> {
  const { links } = guarded;
  const starts = [...links.values()].map((link) => link.slice(0, link.indexOf('{key}')));
  const found: GivenAway[] = [];
  const filesOf = new Map<string, string>();
  for await (const { path, text } of files) {
    const start = starts.find((one) => text.includes(one));
    if (start !== undefined) found.push({ path, what: 'a link into the CRM', says: start });
    for (const word of likeKeys(text)) if (!filesOf.has(word)) filesOf.set(word, path);
  }
  for (const kind of watched(guarded)) {
    const keys = await keysAmong(guarded.db as unknown as Kysely<AnyTables>, kind, [...filesOf.keys()]);
    const first = new Map(keys.map((key) => [filesOf.get(key) ?? '', key]));
    for (const [path, key] of first) found.push({ path, what: `the key of a record (${kind.name})`, says: key });
  }
  return found;
}

/** The kinds whose records only managers may see: people, deals, what the CRM is linked for, and what is at risk. */
function watched({ agreement, catalogue, links }: Guarded): RecordKind[] {
  const atRisk = agreement.metrics.filter((metric) => metric.atRisk !== null).map(({ wordings }) => wordings[0].kind);
  const names = new Set([...always, ...links.keys(), ...atRisk]);
  return catalogue.kinds.filter(({ name }) => names.has(name));
}

async function keysAmong(db: Kysely<AnyTables>, { table }: RecordKind, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < words.length; from += atOnce) {
    const some = words.slice(from, from + atOnce);
    const rows = await db.selectFrom(table).select('key').where('key', 'in', some).execute();
    found.push(...rows.map(({ key }) => String(key)));
  }
  return found;
}

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { linksOf } from '../../src/records/crm-link.ts';
import { givenAway } from '../../src/publish/keys-guard.ts';
import { openStore } from '../../src/store/open.ts';
import type { TextFile } from '../../src/values/text-file.ts';
import { Refusal } from './endings.ts';
import type { Company } from './read-company.ts';
import type { Task } from './task.ts';

/** What is written as text; pictures and fonts hold no keys. */
const isText = /\.(?:html|json|csv|svg|xml|txt|ics|md)$/;

/** So many places tell where to look. */
const mostLines = 12;

/**
 * Searches a written site of the company's edition for records of the CRM.
 * @throws Refusal where it holds one.
 */
export async function holdNoKeys(task: Task, { agreement, catalogue, sources }: Company, site: string): Promise<void> {
  if (task.edition !== 'company') return;
  const db = openStore(task.database, { readonly: true });
  try {
    const links = linksOf(sources, catalogue);
    const found = await givenAway(textsOf(site), { db, agreement, catalogue, links });
    if (found.length === 0) return;
    const lines = found.slice(0, mostLines).map(({ path, what, says }) => `${path}: ${what}, ${says}`);
    const more = found.length - lines.length;
    if (more > 0) lines.push(`and ${more} more`);
    throw new Refusal(
      `Not built: the company's edition would hold what only the managers' may.\n${lines.join('\n')}\nBreak down by a name instead of an id, or build with --edition managers.`,
    );
  } finally {
    await db.destroy();
  }
}

async function* textsOf(site: string): AsyncIterable<TextFile> {
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isText.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    yield { path: relative(site, path), text: await readFile(path, 'utf8') };
  }
}

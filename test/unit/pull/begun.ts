/** What tests of pulls begin with. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { crmSources, folderOf, memoryCrm, type Folder } from './memory-crm.ts';

const folders: Folder[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.end();
});

/** Notes a folder that ends with the test. */
export function ends(folder: Folder): void {
  folders.push(folder);
}

/** A pull's folder, with the CRM that it pulls from; it ends with the test. */
export async function begun(
  crm = memoryCrm(),
  now?: () => number,
  sources: Readonly<Record<string, string>> = crmSources,
): Promise<Folder> {
  const folder = await folderOf({ openTable: async () => crm.session() }, now, sources);
  ends(folder);
  return folder;
}

/** A record of the CRM: its number, its status, when it was changed. */
export const lead = (number: number, status: string, changed: number) => ({
  Id: `L${number}`,
  Status: status,
  changed,
});

/** A CRM with five leads and a contact. */
export function crmWithLeads() {
  const crm = memoryCrm();
  crm.rows = {
    Lead: [1, 2, 3, 4, 5].map((number) => lead(number, 'New, "hot"', 1_699_000_000 + number)),
    Contact: [lead(9, 'Open', 1_699_000_100)],
  };
  return crm;
}

/** What the manifest says, as any program reads it. */
export const manifestOf = async ({ exports }: Folder) =>
  JSON.parse(await readFile(join(exports, 'manifest.json'), 'utf8'));

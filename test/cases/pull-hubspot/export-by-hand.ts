import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modifiedOf, type Portal, type PortalObject, type PortalRecord } from '../../servers/hubspot/portal.ts';
import { inBerlin } from './berlin.ts';

/** Writes what somebody exports who takes all columns of all objects: labels, the words that people see, and times of Berlin. */
export async function exportByHand(portal: Portal, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const written = [...portal.objects.values()].map(async (object) => {
    await writeFile(join(folder, `${object.type}.csv`), textOf(portal, object));
    return `${object.type}.csv`;
  });
  return Promise.all(written);
}

const others = { Contact: 'contacts', Company: 'companies' };

function textOf(portal: Portal, object: PortalObject): string {
  const { properties, records, type } = object;
  const header = [
    ...properties.map(({ label }) => label),
    ...Object.keys(others).map((one) => `Associated ${one} IDs`),
  ];
  const live = [...records.values()].filter(({ archivedAt }) => archivedAt === null);
  const rows = live.map((record) => [
    ...properties.map(({ name }) => cellOf(object, record, name)),
    ...Object.values(others).map((to) =>
      (portal.associations.get(`${type} ${record.id} ${to}`) ?? []).map(({ toObjectId }) => toObjectId).join(';'),
    ),
  ]);
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return [header, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function cellOf({ pipelines, properties, type }: PortalObject, record: PortalRecord, name: string): string {
  const kept = record.properties.get(name) ?? '';
  const pipeline = pipelines.find(({ id }) => id === record.properties.get('pipeline'));
  if (name === 'pipeline') return pipeline?.label ?? '';
  if (name === 'dealstage') return `${pipeline?.stages.find(({ id }) => id === kept)?.label} (${pipeline?.label})`;
  const isInstant = properties.some((property) => property.name === name && property.type === 'datetime');
  // Of an export the last change is as exact as of the API, so that rows of one time can be told apart.
  if (name === modifiedOf(type)) return kept;
  return isInstant && kept !== '' ? inBerlin(kept) : kept;
}

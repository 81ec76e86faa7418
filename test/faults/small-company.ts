import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, startCommand } from './start-command.ts';

/** A company that is read in about a second, most of which the start takes: so a fault can be tried hundreds of times. */
export interface SmallCompany {
  readonly data: string;
  /** Two weeks' exports: other records of the same kinds, and a file whose columns have changed. */
  readonly exports: { readonly before: string; readonly after: string };
}

const leads = 400;

/** Few are enough: what an ingest reads of the agreement is checked elsewhere. Three of them are named by the vocabulary. */
const metrics = [
  'inquiries',
  'bookings',
  'response-time',
  'win-rate',
  'win-rate-by-worth',
  'usual-time-ready-to-close',
];

/**
 * Makes the company of the sample's own sources, with three differences. It keeps no history of deals, so that changes are observed from export to
 * export, which are dated by their names; its tasks forget; and a column has another name in the second week.
 */
export async function makeSmallCompany(folder: string): Promise<SmallCompany> {
  const [sample, data] = [join(root, 'data', 'sample'), join(folder, 'data')];
  const kept = [
    'company',
    'calendars',
    'currencies',
    'teams',
    'vocabulary',
    ...metrics.map((name) => `metrics/${name}`),
  ];
  await mkdir(join(data, 'agreement', 'metrics'), { recursive: true });
  await cp(join(sample, 'sources'), join(data, 'sources'), { recursive: true });
  for (const name of kept) await cp(join(sample, 'agreement', `${name}.yml`), join(data, 'agreement', `${name}.yml`));
  await rm(join(data, 'sources', 'opportunity-history.yml'));
  const dated = 'reads: Opportunity-*.csv\ndated by name: Opportunity-YYYY-MM-DD.csv\n';
  await replaceIn(join(data, 'sources', 'opportunities.yml'), 'reads: Opportunity.csv\n', dated);
  await replaceIn(join(data, 'sources', 'tasks.yml'), 'key: Id\n', 'key: Id\nforgets: yes\n');
  const [before, after] = [await exportsOf('2026-11-08', folder), await exportsOf('2026-11-15', folder)];
  await replaceIn(join(after, 'Lead.csv'), '"Phone"', '"Telephone"');
  await cp(join(before, 'Opportunity-2026-11-08.csv'), join(after, 'Opportunity-2026-11-08.csv'));
  return { data, exports: { before, after } };
}

async function exportsOf(day: string, folder: string): Promise<string> {
  const out = join(folder, `exports of ${day}`);
  const words = ['sample', '--leads', String(leads), '--as-of', `${day}T22:40:00Z`, '--out', out];
  const { status, err } = await startCommand(words).ended;
  if (status !== 0) throw new Error(`the small company could not be made: ${err}`);
  await rename(join(out, 'Opportunity.csv'), join(out, `Opportunity-${day}.csv`));
  await rm(join(out, 'OpportunityHistory.csv'));
  const path = join(out, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { files: { file: string }[] };
  const files = manifest.files.filter(({ file }) => !file.startsWith('Opportunity'));
  await writeFile(path, `${JSON.stringify({ files }, null, 2)}\n`);
  return out;
}

async function replaceIn(path: string, text: string, by: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  if (!before.includes(text)) throw new Error(`${path} no longer says ${text}`);
  await writeFile(path, before.replace(text, by));
}

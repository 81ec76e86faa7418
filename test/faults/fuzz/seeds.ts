import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { TextFile } from '../../../src/values/text-file.ts';
import { rowOf, workbookOf } from '../../unit/records/files/packed.ts';
import { textLines } from './naive-rows.ts';
import { packed } from './packing.ts';

/** The files of a folder of exports, by their name. */
export type Files = ReadonlyMap<string, Buffer>;

/** A small company whose exports are sound: what damage begins with. */
export interface Seed {
  readonly name: string;
  readonly sources: readonly TextFile[];
  readonly files: Files;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sample = join(root, 'data/sample');
const asOf = '2026-11-09T05:40:00Z';
const rowsKept = 36;

/** Each table of the sample company, by the source that reads it. */
const tables = {
  leads: 'Lead',
  contacts: 'Contact',
  opportunities: 'Opportunity',
  'lead-history': 'LeadHistory',
  'opportunity-history': 'OpportunityHistory',
  'campaign-members': 'CampaignMember',
  tasks: 'Task',
  users: 'User',
  spend: 'spend',
} as const;

type TableSource = keyof typeof tables;

/** All seeds; the workbooks among them are made first. */
export async function allSeeds(): Promise<readonly Seed[]> {
  const names = Object.keys(tables) as TableSource[];
  return [
    ...names.map(tableSeed),
    ...['dirty-exports', 'hubspot-export', 'pipedrive-export', 'zoho-export', 'dynamics-export', 'salesforce-report'].map(caseSeed), // prettier-ignore
    exportsOfTwoNights(),
    zipSeed(),
    gzipSeed(),
    utf16Seed(),
    latinSeed(),
    await workbookSeed(),
  ];
}

function tableText(source: TableSource): string {
  const text = readFileSync(join(sample, 'exports', `${tables[source]}.csv`), 'utf8');
  return `${text.split('\n').slice(0, rowsKept + 1).join('\n')}\n`; // prettier-ignore
}

function sourceOf(name: TableSource, more = ''): TextFile {
  const text = readFileSync(join(sample, 'sources', `${name}.yml`), 'utf8');
  return { path: `sources/${name}.yml`, text: `${text}${more}` };
}

function manifestOf(...files: readonly object[]): Buffer {
  return Buffer.from(JSON.stringify({ files }));
}

function tableSeed(name: TableSource): Seed {
  const file = `${tables[name]}.csv`;
  const bytes = Buffer.from(tableText(name));
  const manifest = manifestOf({ file, asOf, ...sizesOf(name, bytes.length) });
  return seedOf(name, [sourceOf(name)], [file, bytes], ['manifest.json', manifest]);
}

/** What the manifest says of a file's size. What was cut off is found out by it at once, so that most files come without. */
function sizesOf(name: TableSource, bytes: number): object {
  if (name === 'leads') return { rows: textLines(tableText(name), ',') - 1 };
  return name === 'users' ? { bytes } : {};
}

function seedOf(name: string, sources: readonly TextFile[], ...files: readonly (readonly [string, Buffer])[]): Seed {
  return { name, sources, files: new Map(files) };
}

/** A golden case: its own sources, and its exports wherever it keeps them. */
function caseSeed(name: string): Seed {
  const folder = join(root, 'test/cases', name);
  const sources = join(folder, 'data/sources');
  const exports =
    [join(folder, 'data/exports'), join(folder, 'exports')].find((each) => filesIn(each).length > 0) ?? '';
  return seedOf(
    name,
    filesIn(sources).map((file) => ({ path: `sources/${file}`, text: readFileSync(join(sources, file), 'utf8') })),
    ...filesIn(exports).map((file) => [file, readFileSync(join(exports, file))] as const),
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** An export of everything, then one of changes: versions, deleted rows, and a folder of the night. */
function exportsOfTwoNights(): Seed {
  const text = tableText('leads');
  const [header = '', ...rows] = text.split('\n');
  const changed = rows.slice(5, 12).map((row, at) => (at % 3 === 0 ? row.replace('"false"', '"true"') : row));
  const older = Buffer.from(text.replaceAll('T05:40', 'T04:40'));
  const newer = Buffer.from(`${[header, ...changed].join('\n')}\n`);
  const manifest = manifestOf(
    { file: 'monday/Lead.csv', asOf: '2026-11-08T05:40:00Z' },
    { file: 'tuesday/Lead.csv', asOf, holds: 'changes' },
  );
  return seedOf('two nights', [sourceOf('leads')], ['monday/Lead.csv', older], ['tuesday/Lead.csv', newer], ['manifest.json', manifest]); // prettier-ignore
}

const stated = `as of: ${asOf}\n`;

function zipSeed(): Seed {
  const zip = packed(
    new Map([
      ['Lead.csv', Buffer.from(tableText('leads'))],
      ['in a folder/Opportunity.csv', Buffer.from(tableText('opportunities'))],
    ]),
  );
  return seedOf('zip', [sourceOf('leads', stated), sourceOf('opportunities', stated)], ['WE_00D.ZIP', zip]);
}

function gzipSeed(): Seed {
  return seedOf('gzip', [sourceOf('leads', stated)], ['Lead.csv.gz', gzipSync(tableText('leads'))]);
}

/** As spreadsheets save "Unicode text". */
function utf16Seed(): Seed {
  const tabs = tableText('users').replaceAll('","', '"\t"').replaceAll('\n', '\r\n');
  const bytes = Buffer.from(`\uFEFF${tabs}`, 'utf16le');
  return seedOf('utf-16 with tabs', [sourceOf('users', stated)], ['User.csv', bytes]);
}

function latinSeed(): Seed {
  const bytes = Buffer.from(tableText('contacts').replaceAll(/[^\0-\xff]/g, '?'), 'latin1');
  return seedOf('windows-1252', [sourceOf('contacts', `${stated}encoding: windows-1252\n`)], ['Contact.csv', bytes]);
}

/** A workbook with a list of shared texts, dates as numbers, and a sheet that is not seen. */
async function workbookSeed(): Promise<Seed> {
  const shared = ['<t>Website</t>', '<t>Referral</t>', '<r><t>Trade </t></r><r><t>fair</t></r>'];
  const rows = Array.from({ length: 24 }, (_, at) => {
    const line = at + 2;
    const cells = `<c r="A${line}" t="inlineStr"><is><t>L-${at}</t></is></c><c r="B${line}" t="s"><v>${at % 3}</v></c>`;
    return `<row r="${line}">${cells}<c r="C${line}" s="1"><v>${46_300 + at}</v></c><c r="D${line}"><v>${at * 10.5}</v></c></row>`;
  });
  const sheets = { Leads: `${rowOf(1, 'Id', 'Source', 'Retry', 'Score')}${rows.join('')}`, lists: rowOf(1, 'x') };
  const book = await workbookOf({ sheets, hidden: ['lists'], shared, formats: ['yyyy-mm-dd'] });
  const text = `reads: Leads.xlsx\nkey: Id\n${stated}gives:\n  - record: lead\n    columns: { source: Source, retry on: Retry, score: Score }\n`;
  return seedOf('workbook', [{ path: 'sources/book.yml', text }], ['Leads.xlsx', book]);
}

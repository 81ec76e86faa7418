/**
 * Exports as they would have been on an earlier day: all that was written since is taken back, by what the histories say. So the sample can tell what it
 * would have published a week ago: `node scripts/sample/taken-back.ts data/sample/exports 2026-11-02T05:40:00Z DIR`.
 */
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { exportFiles, type ExportFile } from './columns.ts';
import { exportedAt } from './exported-at.ts';

type Row = Record<string, string>;
type Files = Record<ExportFile, Row[]>;

/** As the files write instants, so that they compare as texts. */
const textOf = (seconds: number) => new Date(seconds * 1000).toISOString();

const closedStages = ['Closed Won', 'Closed Lost'];
/** Salesforce writes the names of its API into the history, and the words that people see into the deals. */
const forecasts: Readonly<Record<string, string>> = { BestCase: 'Best Case', Forecast: 'Commit' };

const conversion = ['ConvertedDate', 'ConvertedAccountId', 'ConvertedContactId', 'ConvertedOpportunityId'];
const answer = ['Rejection_Reason__c', 'Would_Be_Good_When__c', 'Retry_On__c'];
const blank = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '']));

/** A lead before these changes of it, oldest first: each field is what the first of them found. */
function leadBefore(lead: Row, changes: readonly Row[]): Row {
  const found = (field: string) => changes.find((one) => one['Field'] === field && one['DataType'] !== 'Text');
  const [status, owner] = [found('Status'), found('Owner')];
  const converted = changes.some((one) => one['Field'] === 'leadConverted');
  return {
    ...lead,
    ...(status ? { Status: status['OldValue'] ?? '', ...blank(answer) } : {}),
    ...(owner ? { OwnerId: owner['OldValue'] ?? '' } : {}),
    ...(converted ? { IsConverted: 'false', ...blank(conversion) } : {}),
  };
}

/** A deal as the newest row of its history that stays says it. */
function dealBefore(deal: Row, last: Row): Row {
  const stage = last['StageName'] ?? '';
  const closed = closedStages.includes(stage);
  const forecast = last['ForecastCategory'] ?? '';
  return {
    ...deal,
    StageName: stage,
    Amount: last['Amount'] ?? '',
    Probability: last['Probability'] ?? '',
    CloseDate: last['CloseDate'] ?? '',
    ForecastCategoryName: forecasts[forecast] ?? forecast,
    IsClosed: String(closed),
    IsWon: String(stage === 'Closed Won'),
    ...(stage === 'Closed Lost' ? {} : { Lost_Reason__c: '' }),
  };
}

/** Rows with no day of their own stay: what finance writes for a month, it writes when the month begins. */
const stays = (row: Row, until: string) => (row['CreatedDate'] ?? '') < until;

/** No row was changed later than it was read. */
function untouchedSince(row: Row, until: string): Row {
  const capped = ['LastModifiedDate', 'SystemModstamp', 'LastActivityDate']
    .filter((name) => (row[name] ?? '') > until)
    .map((name) => [name, until.slice(0, row[name]?.length)]);
  return { ...row, ...Object.fromEntries(capped) };
}

function takenBack(files: Files, asOf: number): Files {
  const until = (file: ExportFile) => textOf(exportedAt(file, asOf));
  const later = (file: ExportFile, link: string) =>
    Map.groupBy(
      files[file].filter((row) => !stays(row, until(file))),
      (row) => row[link] ?? '',
    );
  const earlier = Map.groupBy(
    files.OpportunityHistory.filter((row) => stays(row, until('OpportunityHistory'))),
    (row) => row['OpportunityId'] ?? '',
  );
  const [ofLeads, ofDeals] = [later('LeadHistory', 'LeadId'), later('OpportunityHistory', 'OpportunityId')];
  const before: Partial<Record<ExportFile, (row: Row) => Row>> = {
    Lead: (row) => leadBefore(row, ofLeads.get(row['Id'] ?? '') ?? []),
    Opportunity(row) {
      const last = earlier.get(row['Id'] ?? '')?.at(-1);
      return ofDeals.has(row['Id'] ?? '') && last ? dealBefore(row, last) : row;
    },
    // How a meeting went that was still to come, nobody knew.
    Event: (row) => ((row['EndDateTime'] ?? '') > until('Event') ? { ...row, Outcome__c: '' } : row),
    Account: (row) => ({
      ...row,
      ...blank(
        ['Customer_Since__c', 'Onboarded_On__c'].filter((name) => (row[name] ?? '') >= until('Account').slice(0, 10)),
      ),
    }),
  };
  const of = (file: ExportFile) =>
    files[file]
      .filter((row) => stays(row, until(file)))
      .map((row) => untouchedSince(before[file]?.(row) ?? row, until(file)));
  return Object.fromEntries(exportFiles.map((file) => [file, of(file)])) as Files;
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

const [, , from, at, to] = process.argv;
const asOf = Math.floor(Date.parse(at ?? '') / 1000);
if (!from || !to || Number.isNaN(asOf)) {
  console.error(
    'Expected the folder of the exports, an earlier instant and another folder: data/sample/exports 2026-11-02T05:40:00Z DIR',
  );
  process.exit(2);
}
const headers = new Map<ExportFile, readonly string[]>();
const read = (file: ExportFile): Row[] => {
  const rows: string[][] = parse(readFileSync(join(from, `${file}.csv`)), { relax_column_count: true });
  const [header = [], ...all] = rows;
  headers.set(file, header);
  return all.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
};
const files = takenBack(Object.fromEntries(exportFiles.map((file) => [file, read(file)])) as Files, asOf);
mkdirSync(to, { recursive: true });
for (const file of exportFiles) {
  const header = headers.get(file) ?? [];
  const lines = [header, ...files[file].map((row) => header.map((name) => row[name] ?? ''))];
  writeFileSync(join(to, `${file}.csv`), lines.map((line) => `${line.map(quoted).join(',')}\n`).join(''));
}
const manifest = exportFiles.map((file) => ({
  file: `${file}.csv`,
  asOf: textOf(exportedAt(file, asOf)).replace('.000Z', 'Z'),
  rows: files[file].length,
}));
writeFileSync(join(to, 'manifest.json'), `${JSON.stringify({ files: manifest }, null, 2)}\n`);

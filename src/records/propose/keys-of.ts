import type { TableSample } from '../files/sample-of.ts';
import { isReportTail } from './report-tail.ts';
import { canBeNamed } from './columns-of.ts';
import type { Column } from './columns-of.ts';
import { calledBy, columnFor } from './gifts-of.ts';
import type { ProposedKey } from './proposal.ts';
import { rowsLeftOut } from './shapes.ts';

/** Up to this share of rows that end early they are broken ones, which an ingest rejects and goes on. */
const strayRows = 0.01;

/** How the file is read: its sheet, and whether it is a report. */
export function fileKeys(sample: TableSample): readonly ProposedKey[] {
  const { sheet, headerLine, separator, rows, header, form } = sample;
  const keys: ProposedKey[] = [];
  const add = (key: string, value: string, why: string): number => keys.push({ key, value, confidence: 'sure', why });
  if (sheet !== null) add('sheet', sheet, 'the workbook has several');
  const ends = isReportTail(rows, header.length);
  if (headerLine > 1 || ends)
    add(
      'is a report',
      'yes',
      headerLine > 1 ? `the header stands in line ${headerLine}` : 'lines below the table are no rows',
    );
  if (separator !== null && !/^[,;\t]$/.test(separator)) add('separator', separator, 'what stands between values');
  if (sample.encoding.startsWith('utf-16')) add('encoding', sample.encoding, 'every second byte is empty');
  const short = rows.filter((row) => row.length > 1 && row.length < header.length).length;
  if (form === 'text' && short > rows.length * strayRows && headerLine === 1 && !ends)
    add('short rows', 'yes', `${short} of ${rows.length} rows end early: what they lack at their end is empty`);
  return keys;
}

/** Columns that tell a row's record from others, when it changed, and whether it still is. */
export function rowKeys(columns: readonly Column[], crm: string | null, record: string): readonly ProposedKey[] {
  const keys: ProposedKey[] = [];
  const find = (role: string): Column | null => columnFor(columns, crm, record, role);
  const why = calledBy(crm);
  const confidence = crm === null ? 'likely' : 'sure';
  const key = find('key');
  // A CRM's own key may stand there twice: a row that changed while it was exported.
  if (key && (crm === null ? tellsApart(key) : isFilled(key)))
    keys.push({ key: 'key', value: key.name, confidence, why });
  if (columns.some((each) => canBeNamed(each) && mixesLengths(each)))
    keys.push({ key: 'ids', value: 'Salesforce', confidence: 'sure', why: 'ids of 15 and of 18 characters meet here' });
  const modified = find('modified');
  if (modified && hasTimes(modified)) keys.push({ key: 'modified', value: modified.name, confidence, why });
  const deleted = find('deleted');
  if (deleted) keys.push({ key: 'deleted when', value: { [deleted.name]: 'yes' }, confidence, why });
  const merged = find('merged into');
  if (merged && key) keys.push({ key: 'merged into', value: merged.name, confidence, why });
  const others = find('merged from');
  if (others && key) {
    keys.push({ key: 'merged from', value: others.name, confidence, why });
    keys.push({ key: 'split at', value: ';', confidence, why: `what stands between the keys in ${others.name}` });
  }
  const person = find('person');
  if (person && person.profile.looks !== 'empty')
    keys.push({
      key: 'person',
      value: person.name,
      confidence,
      why: 'only a keyed hash of it is kept, to know a person again',
    });
  const out =
    crm === null
      ? undefined
      : rowsLeftOut[crm]?.find(
          (rule) => rule.record === record && rule.columns.every((name) => columns.some((each) => each.name === name)),
        );
  if (out) keys.push({ key: 'leave out when', value: out.says, confidence: 'sure', why: out.why });
  return keys;
}

function isFilled({ values, profile }: Column): boolean {
  const filled = values.filter((value) => value.trim() !== '').length;
  return profile.looks !== 'damaged id' && filled > 0 && filled >= values.length * 0.98;
}

/** Whether no two rows have the same value, and none has none. */
export function tellsApart(column: Column): boolean {
  return (
    column.values.every((value) => value.trim() !== '') &&
    isFilled(column) &&
    new Set(column.values).size === column.values.length
  );
}

function mixesLengths({ profile, values }: Column): boolean {
  if (profile.looks !== 'Salesforce id') return false;
  const lengths = new Set(values.map((value) => value.trim().length));
  return lengths.has(15) && lengths.has(18);
}

function hasTimes({ profile }: Column): boolean {
  return profile.looks === 'instant';
}

import { calendarTables } from './calendar-tables.ts';

/** Tables that hold the account of rows, and what a run came to. */
const ownTables = [
  'file_account',
  'file_records',
  'left_out_rows',
  'rejected_row',
  'link_account',
  'kind_file',
  'file_header',
  'health_finding',
  'health_case',
  'pull_account',
  'pull_said',
  'value',
  'restated',
  'stretch',
  'reading',
  'period_target',
  'distribution',
  'record_index',
  'computed',
  'metric_result',
  'known_run',
];

/** Tables that are there only while exports are read, or records derived. */
const ofIngest = [
  'merged_row',
  'merged_name',
  'deleted_row',
  'retired_row',
  'row_version',
  'recordless_row',
  'touch',
  'stage_before',
  'conversion',
  'shared_lead',
];

/** Begin the names of tables that are there only while something is measured. */
const passing = ['measured_', 'running_'];

/** Whether the store needs a table's name for itself: no kind of a company's records may have it. */
export function isReservedTable(table: string): boolean {
  const reserved: readonly string[] = [...calendarTables, ...ownTables, ...ofIngest];
  return reserved.includes(table) || passing.some((start) => table.startsWith(start));
}

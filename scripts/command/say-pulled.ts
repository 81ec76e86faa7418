import type { PullAccount } from '../../src/records/manifest.ts';
import type { Tried } from '../../src/pull/try-connection.ts';

const number = (value: number): string => value.toLocaleString('en-GB');

/** What became of each connection, a line each. */
export function sayPulled(accounts: readonly PullAccount[]): string {
  return accounts.map(sayAccountOfPull).join('\n');
}

function sayAccountOfPull({ connection, outcome, rows, bytes, ...calls }: PullAccount): string {
  const came = [
    ...(rows === undefined ? [] : [`${number(rows)} rows`]),
    ...(bytes === undefined ? [] : [`${number(bytes)} bytes`]),
  ];
  const outcomes = { complete: 'complete', partial: 'in part', failed: 'failed' };
  return `${connection}: ${outcomes[outcome]}, ${came.join(', ')}${sayCalls(calls)}`;
}

type Calls = Pick<PullAccount, 'calls' | 'callsUsedToday' | 'callsAllowedADay'>;

function sayCalls({ calls, callsUsedToday: used, callsAllowedADay: allowed }: Calls): string {
  if (calls === undefined) return '';
  const ofAll = allowed === undefined ? '' : ` of ${number(allowed)} a day`;
  const today = used === undefined ? ofAll : `; all that use it: ${number(used)} today${ofAll}`;
  return `; ${number(calls)} ${calls === 1 ? 'call' : 'calls'} of the API${today}`;
}

/** What a connection shows without pulling: objects with their records and mapped fields, files, calls. */
export function sayTried({ connection, to, tables, files, usage, callsAllowed, fault }: Tried): string {
  const tablesSaid = tables.map(
    ({ file, object, records, fields }) =>
      `  ${object} into ${file}: ${records === null ? 'records not counted' : `${number(records)} records`}; fields: ${fields.join(', ')}`,
  );
  const filesSaid = files.map(
    ({ name, bytes }) => `  ${name}: ${bytes === null ? 'length not told' : `${number(bytes)} bytes`}`,
  );
  const calls =
    usage === null
      ? []
      : [
          `  calls of the API: ${number(usage.calls)} now` +
            (usage.usedToday === null ? '' : `, ${number(usage.usedToday)} of everyone today`) +
            (usage.allowedADay === null ? '' : ` of ${number(usage.allowedADay)}`) +
            (callsAllowed === null ? '' : `; pulls may make ${number(callsAllowed)} a day`),
        ];
  const head = `${connection} (${to}): ${fault === null ? 'all is there' : 'see the problems'}`;
  return [head, ...tablesSaid, ...filesSaid, ...calls].join('\n');
}

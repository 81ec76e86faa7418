import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('snake_case headers and added columns `_fivetran_active`, `_fivetran_start`, `_fivetran_end`: an old row is left out where the source says so', () => {
    expect(odd.fates('sf_account_data.csv')).toEqual({ gaveRecords: 1, leftOut: 3, deleted: 6 });
  });

  test('validity rows ending 9999-12-31 23:59:59: what still holds has no end', () => {
    expect(odd.raw(`select count(*) from sf_opportunity_history_data where _fivetran_end like '9999%'`)).toEqual([[8]]);
    expect(odd.kept('select sum(until is null), sum(until is not null) from stage_change')).toEqual([[8, 2]]);
  });

  test('Owner, account and stage values are base64 hashes; amounts stay readable: links that find nothing are counted, stages are translated', () => {
    expect(odd.link('opportunity', 'account')).toEqual([10, 10]);
    expect(odd.link('opportunity', 'owner')).toEqual([10, 10]);
    expect(odd.kept('select stage, count(*), sum(amount) from opportunity group by 1')).toEqual([
      ['Closed Lost', 4, 200_001_00],
      ['Closed Won', 5, 24_120_000_00],
      ['Open', 1, 210_000_00],
    ]);
  });

  test('true/false in lower case in some files, TRUE/FALSE in others; timestamps without zone, some with milliseconds', async () => {
    expect(odd.kept('select sum(won), sum(lost) from opportunity')).toEqual([[5, 4]]);
    expect(odd.kept(`select count(completed) from activity where kind = 'other'`)).toEqual([[10]]);
    const zoneless = await odd.mappedAs({ task: [['time zone: UTC\n', '']] });
    expect(zoneless.faults.join('\n')).toMatch(/time zone/);
  });

  test('Every date in task and event rows is the same moment (2019-11-11 17:23:34): counted there, all of it', () => {
    expect(odd.kept(`select datetime(completed, 'unixepoch'), count(*) from activity group by 1`)).toEqual([
      ['2019-11-11 17:23:34', 20],
    ]);
  });

  test('Deleted rows (is_deleted true) are present: with them left out as deleted, no deal remains', async () => {
    expect(odd.kept('select sum(deleted) from opportunity')).toEqual([[10]]);
    const without = await odd.mappedAs({
      opportunity: [['time zone: UTC\n', 'time zone: UTC\ndeleted when: { is_deleted: yes }\n']],
    });
    expect(without.faults).toEqual([]);
    expect(without.fates('sf_opportunity_data.csv')).toEqual({ deleted: 10 });
  });
}

import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('Columns carry a `property_` prefix; `_fivetran_synced` and `_fivetran_deleted` are added: deleted rows are told, and not counted', () => {
    expect(odd.fates('deal_pipeline_stage_data.csv')).toEqual({ gaveRecords: 69, deleted: 2 });
    expect(odd.kept('select count(created) from lead')).toEqual([[19]]);
  });

  test('Timestamps `YYYY-MM-DD HH:MM:SS` with hour not zero-padded in places, with 3 or 6 decimals in others, no zone', async () => {
    expect(odd.raw(`select date_entered from deal_stage_data where deal_id = '3954699413'`)).toEqual([
      ['2021-01-07 6:49:18'],
    ]);
    const entered = `select datetime(created, 'unixepoch') from opportunity where key = '3954699413'`;
    expect(odd.kept(entered)).toEqual([['2021-01-07 06:49:18']]);
    expect(odd.raw('select property_hs_timestamp from engagement_call_data')).toEqual([['2014-08-27 20:50:44.778000']]);
    expect(odd.kept(`select datetime(completed, 'unixepoch') from activity where kind = 'call'`)).toEqual([
      ['2014-08-27 20:50:44'],
    ]);
    const zoneless = await odd.mappedAs({ 'deal-stages': [['time zone: UTC\n', '']] });
    expect(zoneless.faults.join('\n')).toMatch(/time zone/);
  });

  test('Bad source values kept: a meeting at 1970-01-19 (seconds read as milliseconds): left without a moment, and counted so', () => {
    const wrong = odd.raw(`select count(*) from engagement_meeting_data where end_time like '1970-01-%'`)[0]![0];
    expect(wrong).toBeGreaterThan(0);
    expect(odd.kept(`select sum(completed is null), count(*) from activity where kind = 'meeting'`)).toEqual([
      [wrong, 100],
    ]);
    const undated = `select value from value where metric = 'meetings-set' and period = 'undated' and dimension = ''`;
    expect(odd.kept(undated)).toEqual([[wrong]]);
  });

  test('an engagement dated 2014: kept as it stands, beside the day on which it was entered', () => {
    const years = `select strftime('%Y', completed, 'unixepoch'), strftime('%Y', logged, 'unixepoch') from activity where kind = 'email'`;
    expect(odd.kept(years)).toEqual([['2014', '2022']]);
  });

  test('a ticket closed before it was created: kept, and its time below zero is not hidden', () => {
    expect(odd.kept('select key, (ended - opened) / 86400 from ticket where ended < opened')).toEqual([
      ['307034542', -98],
    ]);
  });

  test('a ticket closed in 2025: after the export was written nothing has happened yet, so that it is left open', () => {
    expect(odd.raw(`select property_closed_date from ticket_data where id = '350123456'`)).toEqual([
      ['2025-07-25 08:15:00'],
    ]);
    expect(odd.kept(`select ended from ticket where key = '350123456'`)).toEqual([[null]]);
  });

  test('Stage and pipeline labels are hashes; probability and closed_won flags are readable: texts as they stand, numbers and flags as such', () => {
    expect(odd.kept('select sum(wins), sum(closes), max(chance), min(chance) from pipeline_stage')).toEqual(
      odd.raw(
        `select sum(closed_won = 'TRUE'), sum(is_closed = 'TRUE'), 1, 0 from deal_pipeline_stage_data where _fivetran_deleted = 'FALSE'`,
      ),
    );
    expect(odd.kept(`select count(*) from pipeline_stage where key like '%=='`)).toEqual([[69]]);
  });

  test('Tables do not fully join: each seed was sampled on its own: a link that finds nothing is counted', () => {
    expect(odd.link('deal contact', 'opportunity')).toEqual([11, 11]);
    expect(odd.link('ticket', 'owner')).toEqual([6, 1]);
  });

  test('Tables do not fully join: a deal that only its log knows is made of its first row there', () => {
    expect(odd.fates('deal_stage_data.csv')).toEqual({ gaveRecords: 14 });
    expect(odd.link('stage change', 'opportunity')).toEqual([14, 0]);
  });

  test('Tables do not fully join: what would be added to a record that no table has is rejected, with the reason', async () => {
    expect(odd.kept(`select contact from activity where kind = 'call'`)).toEqual([['501']]);
    expect(odd.link('activity', 'contact')).toEqual([1, 1]);
    const unknown = await odd.mappedAs({
      'engagement-contacts': [
        ['engagement_contact_data.csv', 'engagement_deal_data.csv'],
        ['contact: contact_id', 'opportunity: deal_id'],
        ['      lead: contact_id\n', ''],
      ],
    });
    expect(unknown.faults.join('\n')).toMatch(/engagement_deal_data\.csv:2/);
  });

  test('contact.property_hs_merged_object_ids is a `;` list: three rows are merged into the one that stays, which keeps the earliest moment', () => {
    expect(odd.fates('contact_data.csv')).toEqual({ gaveRecords: 19, merged: 3 });
    const names = `'46897301', '76226001', '76340251', '78971951'`;
    expect(odd.kept(`select key, datetime(created, 'unixepoch') from lead where key in (${names})`)).toEqual(
      odd.raw(`select '78971951', min(property_createdate) from contact_data where id in (${names})`),
    );
  });

  test('merged_deal lists deals folded into others: each is one row that was merged', () => {
    expect(odd.fates('merged_deal_data.csv')).toEqual({ merged: 14 });
  });

  test('No expected figures come with it: ours come from plain SQL', () => {
    expect(odd.kept(`select count(*) from value where metric = 'deals-entered' and value is null`)).toEqual([[0]]);
  });
}

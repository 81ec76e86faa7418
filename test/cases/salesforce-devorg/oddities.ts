import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('US dates `MM/DD/YY`, times `MM/DD/YY HH:MM AM/PM`, no zone, two-digit year: asked about where they are not declared', async () => {
    expect(
      odd.kept(
        `select datetime(min(at), 'unixepoch') from stage_change where opportunity = (select opportunity from stage_change order by place limit 1)`,
      ),
    ).toEqual([['2026-02-24 04:55:00']]);
    const undeclared = await odd.mappedAs({ opportunity: [['dates: MM/DD/YY\n', '']] });
    expect(undeclared.faults.join('\n')).toMatch(/opportunity\.yml|Opportunity\.csv/);
    const zoneless = await odd.mappedAs({ 'opportunity-history': [['time zone: America/Los_Angeles\n', '']] });
    expect(zoneless.faults.join('\n')).toMatch(/time zone/);
  });

  test('Booleans TRUE / FALSE in capitals; UTF-8, no BOM, LF: read without a word in the source', () => {
    expect(odd.kept('select sum(won), sum(lost), count(*) from opportunity')).toEqual([[12, 8, 36]]);
    expect(odd.fates('Opportunity.csv')).toEqual({ gaveRecords: 36 });
  });

  test('Status "Closed - Converted" on 8 leads but IsConverted TRUE on only 5: both are kept, and the day tells which were', () => {
    expect(
      odd.kept(`select count(*), count(converted), count(opportunity) from lead where status = 'Closed - Converted'`),
    ).toEqual([[8, 5, 5]]);
    expect(odd.raw(`select count(*) from Lead where IsConverted = 'TRUE'`)).toEqual([[5]]);
  });

  test('OpportunityHistory.CloseDate of early rows is years before the record existed: a plan may lie anywhere, and is kept', () => {
    expect(odd.kept('select min(close_date), max(close_date) from stage_change')).toEqual([
      ['2021-01-27', '2026-03-31'],
    ]);
    expect(odd.kept(`select min(date(at, 'unixepoch', '-8 hours')) from stage_change`)).toEqual([['2026-02-23']]);
  });

  test('A key column OpportunityHistoryKey concatenates two Ids and a date without separators: not needed, the row has an Id', () => {
    expect(odd.kept('select count(distinct key), min(length(key)), max(length(key)) from stage_change')).toEqual([
      [48, 18, 18],
    ]);
    expect(odd.link('stage change', 'opportunity')).toEqual([48, 0]);
  });
}

import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('Three date forms: each is declared where it stands, and asked about where it is not', async () => {
    expect(odd.kept('select min(created), max(created) from lead')).toEqual([['2021-01-01', '2022-09-29']]);
    expect(odd.kept('select min(created), max(decided) from opportunity')).toEqual([['2021-01-11', '2022-10-13']]);
    const undeclared = await odd.mappedAs({ opportunities: [['dates: [M/D/YYYY H:mm, M/D/YYYY]', 'dates: M/D/YYYY']] });
    expect(undeclared.faults.join('\n')).toMatch(
      /"1\/18\/2021 0:00" \(line 2: M\/D\/YYYY H:mm\) and "9\/30\/2022" \(line 1047: M\/D\/YYYY\); declare both/,
    );
  });

  test('Lead stages: Disqualified 29673, New 10466, Working 1520, Qualified 1061; exactly the 1061 Qualified leads have ConvertedOpportunityId and all link', () => {
    expect(odd.kept('select status, count(*), count(opportunity) from lead group by 1 order by 2 desc')).toEqual([
      ['Disqualified', 29673, 0],
      ['New', 10466, 0],
      ['Working', 1520, 0],
      ['Qualified', 1061, 1061],
      ['Decision Maker', 168, 0],
      ['Gatekeeper', 96, 0],
      ['Scheduled', 49, 0],
    ]);
    expect(odd.link('lead', 'opportunity')).toEqual([1061, 0]);
  });

  test('Opportunity acceptance (IsAccepted TRUE 697 / FALSE 364) stands for sales-accepted, not for closed won: no deal is won', () => {
    expect(odd.kept('select sum(accepted), sum(not accepted), count(won) from opportunity')).toEqual([[697, 364, 0]]);
    expect(odd.kept('select count(accepted), count(rejected) from handover')).toEqual([[697, 364]]);
  });

  test('Quota counts converted leads by opportunity creation quarter; amounts are text like "$200,000 " with a trailing blank; 2021 Q1 has no quota', () => {
    expect(odd.kept('select quarter, leads, amount from quota order by 1 limit 2')).toEqual([
      ['2021-Q1', null, null],
      ['2021-Q2', 50, 200_000_00],
    ]);
    expect(odd.fates('Quotas.csv')).toEqual({ gaveRecords: 8 });
  });

  test('A TimeZone column (PST, MST, CST, EST, 810 blank) per lead: kept as a word, and not recorded where it is blank', () => {
    expect(
      odd.kept('select zone, count(*) from lead group by 1 order by 1 is not null, 1').map(([zone]) => zone),
    ).toEqual([null, 'CST', 'EST', 'MST', 'PST']);
    expect(odd.kept('select sum(zone is null) from lead')).toEqual([[810]]);
  });

  // The file has none today; of leads, one number is missing.
  test('OpportunityId has gaps: a number that is not there is no row that got lost', () => {
    expect(odd.kept('select max(cast(key as integer)), count(*) from opportunity')).toEqual([[1061, 1061]]);
    expect(odd.kept('select max(cast(key as integer)), count(*) from lead')).toEqual([[43034, 43033]]);
    expect(odd.fates('Leads.csv')).toEqual({ gaveRecords: 43033 });
  });
}

import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('UTF-8 with byte-order mark, LF line ends: the first header is read without the mark', () => {
    expect(odd.fates('Lead.csv')).toEqual({ gaveRecords: 60 });
    expect(odd.kept(`select count(*) from lead where key like '00Q%'`)).toEqual([[60]]);
  });

  test('Timestamps `2024-01-22T16:14:25.000+0000` (UTC, offset without colon): need no time zone in the source', () => {
    expect(odd.kept(`select distinct datetime(created, 'unixepoch') from opportunity`)).toEqual([
      ['2024-01-22 16:14:25'],
    ]);
  });

  test('Booleans are `1` or empty (never 0, never true/false): an empty cell is a no', () => {
    expect(odd.kept('select won, count(*) from opportunity group by 1')).toEqual([
      [0, 38],
      [1, 12],
    ]);
  });

  test('Compound address column holds JSON inside a quoted CSV cell: no row is torn, and what is not mapped is not kept', () => {
    expect(odd.fates('Contact.csv')).toEqual({ gaveRecords: 102 });
    expect(odd.raw(`select count(*) from Contact where MailingAddress like '{%}'`)[0]![0]).toBeGreaterThan(0);
    expect(odd.kept(`select count(*) from pragma_table_info('contact') where name like '%address%'`)).toEqual([[0]]);
  });

  test('18-character Ids; custom fields `...__c`; `External_id__c` on most objects: keys as they stand, own fields by a name of ours', () => {
    expect(odd.kept('select distinct length(key) from opportunity')).toEqual([[18]]);
    expect(odd.kept('select count(product) from opportunity')).toEqual(
      odd.raw(`select sum(Product__c <> '') from Opportunity`),
    );
  });

  test('Because CreatedDate is the load moment, time-based metrics only make sense on other days: a case that ended before it began is kept', () => {
    expect(odd.kept('select count(distinct created) from opportunity')).toEqual([[1]]);
    expect(odd.kept('select sum(ended < opened) from "case"')).toEqual([[14]]);
  });

  test('Lead.Company holds an account Id in some rows instead of a name: not mapped, so that it misleads nobody', () => {
    expect(odd.raw(`select count(*) from Lead where Company glob '001*'`)[0]![0]).toBeGreaterThan(0);
    expect(odd.kept('select count(account) from lead')).toEqual([[0]]);
  });

  test('CampaignId on opportunities is always empty; HasResponded always empty: mapped and empty, so that wins by campaign come to nothing', () => {
    expect(odd.kept('select count(campaign) from opportunity')).toEqual([[0]]);
    expect(odd.kept('select count(responded) from campaign_member')).toEqual([[0]]);
    expect(odd.kept(`select sum(records) from value where metric = 'campaign-wins'`)).toEqual([[0]]);
  });
}

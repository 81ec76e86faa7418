import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('Column headers are HubSpot labels, but ids are prefixed UUIDs: both are read as they stand', () => {
    expect(odd.kept(`select count(*) from opportunity where key glob 'DEAL-*-*-*-*-*'`)).toEqual([[500]]);
    expect(odd.kept(`select count(*) from activity where length(key) > 36`)).toEqual([[2000]]);
  });

  test('Objects are linked by contact e-mail and company domain, not by id: the links hold, and no e-mail is kept', () => {
    expect(odd.link('activity', 'contact')).toEqual([2000, 0]);
    expect(odd.link('deal contact', 'contact')).toEqual([500, 0]);
    expect(odd.link('opportunity', 'account')[0]).toBe(500);
    expect(odd.kept(`select count(*) from contact where key like '%@%'`)).toEqual([[0]]);
  });

  test('Dates are day only, so response time can only be counted in days: each moment is a day', () => {
    expect(odd.kept(`select distinct typeof(created), length(created) from lead`)).toEqual([['text', 10]]);
    expect(odd.kept(`select distinct typeof(completed) from activity where completed is not null`)).toEqual([['text']]);
  });

  test('Every deal has a Close Date, also open ones: it is a plan until the deal is won or lost', () => {
    expect(odd.kept('select count(closed), sum(won), sum(lost) from opportunity')).toEqual([[500, 71, 69]]);
    expect(odd.kept('select record_type, count(*) from opportunity group by 1')).toEqual([
      ['Renewals Pipeline', 248],
      ['Sales Pipeline', 252],
    ]);
    const closed = `select sum(records) from value where metric in ('win-rate', 'lost-deals') and period = 'all' and dimension = ''`;
    const decided = `"Deal Type" = 'New Business' and "Deal Stage"`;
    expect(odd.kept(closed)).toEqual(
      odd.raw(
        `select sum(${decided} in ('Closed Won', 'Closed Lost')) + sum(${decided} = 'Closed Lost') from hubspot_deals`,
      ),
    );
  });

  test('Lifecycle stages: all eight HubSpot defaults, Lead Status empty on 629 of 950: kept as they stand, told as not recorded', () => {
    expect(odd.kept('select count(distinct lifecycle), sum(status is null) from lead')).toEqual([[8, 629]]);
    expect(
      odd.kept(
        `select lifecycle, count(*) from lead where lifecycle like '%Qualified Lead' group by 1 order by 2 desc`,
      ),
    ).toEqual([
      ['Marketing Qualified Lead', 131],
      ['Sales Qualified Lead', 101],
    ]);
  });

  test('Activities attach to contacts only; Task rows may be due after the export: a plan is no deed', () => {
    expect(odd.kept('select count(contact), count(account), count(opportunity) from activity')).toEqual([[2000, 0, 0]]);
    expect(odd.kept(`select max(planned_for), max(completed) from activity`)).toEqual([['2025-06-01', '2025-05-02']]);
  });
}

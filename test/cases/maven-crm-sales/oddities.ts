import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('Stages: Won 4238, Lost 2473, Engaging 1589, Prospecting 500; Prospecting has no dates, Engaging has no close date, open deals have no value: counted as undated and as not known, never as nothing', () => {
    expect(
      odd.kept('select stage, count(*), count(created), count(closed), count(amount) from opportunity group by 1'),
    ).toEqual([
      ['Closed Lost', 2473, 2473, 2473, 0],
      ['Closed Won', 4238, 4238, 4238, 4238],
      ['Engaging', 1589, 1589, 0, 0],
      ['Prospecting', 500, 0, 0, 0],
    ]);
    const started = `select value from value where metric = 'deals-started' and dimension = '' and period = 'undated'`;
    expect(odd.kept(started)).toEqual([[500]]);
    const withAmount = `select value from value where metric = 'deals-with-amount' and dimension = '' and period = 'all'`;
    expect(odd.kept(withAmount)).toEqual([[0]]);
  });

  test('Lost deals carry close_value 0. 1425 deals have no account: a loss has no amount, an empty name is no link that failed', () => {
    expect(odd.raw(`select count(*) from sales_pipeline where deal_stage = 'Lost' and close_value = '0'`)).toEqual([
      [2473],
    ]);
    expect(odd.kept('select sum(account is null) from opportunity')).toEqual([[1425]]);
    expect(odd.link('opportunity', 'account')).toEqual([7375, 0]);
  });

  test('Product "GTXPro" in the pipeline is "GTX Pro" in products.csv; sector "technolgy" is misspelt: translated where the source says so, else told', async () => {
    expect(odd.link('opportunity', 'product')).toEqual([8800, 0]);
    expect(
      odd.kept(`select count(*) from opportunity o join product p on p.key = o.product where p.name = 'GTX Pro'`),
    ).toEqual([[1480]]);
    expect(odd.kept(`select count(*) from account where industry = 'technolgy'`)).toEqual([[12]]);
  });

  test('Foreign keys are names, not ids: found by name, and a salesperson by a number in place of the name', () => {
    expect(odd.link('opportunity', 'owner')).toEqual([8800, 0]);
    expect(odd.kept(`select count(*) from user where key glob '*[A-Z]*'`)).toEqual([[0]]);
  });
}

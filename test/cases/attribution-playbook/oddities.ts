import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('33 session rows have 6 fields instead of 7: read where the source allows it, each named where it does not', async () => {
    expect(odd.fates('sessions.csv')).toEqual({ gaveRecords: 90 });
    const strict = await odd.mappedAs({
      sessions: [['short rows: yes # the last cell of a session without a campaign is not even begun\n', '']],
    });
    expect(strict.faults.join('\n')).toMatch(/33 of 90 rows/);
  });

  test('Sessions without utm values stand for direct traffic: the source is kept, the channel is left empty', () => {
    expect(odd.kept(`select source, count(*) from campaign_member where channel is null group by 1`)).toEqual([
      ['direct', 33],
    ]);
  });

  test('spend exists only for paid media: what brought money and cost none has no return, not an endless one', () => {
    expect(odd.kept(`select source, count(*) from spend group by 1`)).toEqual([
      ['adwords', 17],
      ['facebook_ads', 25],
    ]);
    const returns = `select member, value is null from value where metric = 'campaign-effectiveness' and period = 'all' and member in ('direct', 'adwords')`;
    expect(odd.kept(`${returns} order by 1`)).toEqual([
      ['adwords', 0],
      ['direct', 1],
    ]);
  });

  test('`YYYY-MM-DD HH:MM:SS`, no zone: a zone must be declared', async () => {
    const zoneless = await odd.mappedAs({ sessions: [['time zone: UTC\n', '']] });
    expect(zoneless.faults.join('\n')).toMatch(/time zone/);
  });
}

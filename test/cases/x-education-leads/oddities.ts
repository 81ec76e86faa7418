import { expect, test } from 'vitest';
import type { Odd } from '../real/odd.ts';

export function oddities(odd: Odd): void {
  test('No dates at all: what can be counted is counted once', () => {
    expect(odd.kept('select distinct period from value where records > 0')).toEqual([['all']]);
  });

  test('Converted 3561 of 9240 (38.54 %)', () => {
    const share = `select numerator, denominator, round(value * 100, 2) from value where metric = 'leads-to-opportunities' and dimension = ''`;
    expect(odd.kept(share)).toEqual([[3561, 9240, 38.54]]);
  });

  test('The text "Select" stands for "no answer" in Specialization (1942), How did you hear (5043), Lead Profile (4146), City (2249): an empty field, not an answer', () => {
    const selected = ['Specialization', 'How did you hear about X Education', 'Lead Profile', 'City'].map(
      (column) => odd.raw(`select count(*) from Leads where "${column}" = 'Select'`)[0]![0],
    );
    expect(selected).toEqual([1942, 5043, 4146, 2249]);
    const empty =
      'select sum(specialization is null), sum(heard is null), sum(profile is null), sum(city is null) from lead';
    expect(odd.kept(empty)).toEqual([[1942 + 1438, 5043 + 2207, 4146 + 2709, 2249 + 1420]]);
  });

  test('Lead Source differs only by case in places (Google 2868, google 5) and has 36 blanks and a value "testone": joined where the source says so; the rest is told as it stands', async () => {
    const sources = `select source, count(*) from lead where source like 'google' or source = 'testone' or source is null group by 1`;
    expect(odd.kept(sources)).toEqual([
      [null, 36],
      ['Google', 2873],
      ['testone', 1],
    ]);
    const without = await odd.mappedAs({
      leads: [['key: Prospect ID\n', 'key: Prospect ID\nleave out when: { Lead Source: testone }\n']],
    });
    expect(without.fates('Leads.csv')).toEqual({ gaveRecords: 9239, leftOut: 1 });
  });

  // The longest header of this file has 45 letters.
  test('Scores with prefixes such as "02.Medium"; headers over 60 characters; CRLF: texts as they stand, and the last cell has no line end in it', () => {
    expect(odd.kept('select distinct activity_index from lead where activity_index is not null order by 1')).toEqual([
      ['01.High'],
      ['02.Medium'],
      ['03.Low'],
    ]);
    expect(odd.kept('select count(matters) from lead')).toEqual([[9240 - 2709]]);
  });

  test('37 named columns plus one unnamed empty column at the end: no row is too long', () => {
    expect(odd.fates('Leads.csv')).toEqual({ gaveRecords: 9240 });
  });
}

import { describe, expect, test } from 'vitest';
import { metricIn, problemsIn } from '../agreed.ts';

describe('into which groups records part', () => {
  const broken = (...lines: string[]) => metricIn(['count of: opportunity', 'by: created', 'break down by:', ...lines]);

  test('by a field, or by one that a link leads to', () => {
    expect(broken('  source: source', "  campaign: its campaign's name").breakdowns).toMatchObject([
      { dimension: 'source', cut: { cut: 'value', path: { links: [], field: 'source' } }, credit: null },
      { dimension: 'campaign', cut: { cut: 'value', path: { links: ['campaign'], field: 'name' } }, credit: null },
    ]);
  });

  test('by bands, whose words say which end they hold', () => {
    const { breakdowns } = broken(
      '  chance: { value: probability, bands: [below 20, from 20 to below 50, at least 50] }',
      '  size:',
      '    value: amount',
      '    bands:',
      '      - at most 10,000 EUR',
      '      - above 10,000 EUR up to 50,000 EUR',
      '      - above 50,000 EUR',
    );
    expect(breakdowns[0]?.cut).toMatchObject({
      cut: 'bands',
      bands: [
        { name: 'below 20', from: null, to: { at: 20, inside: false } },
        { name: 'from 20 to below 50', from: { at: 20, inside: true }, to: { at: 50, inside: false } },
        { name: 'at least 50', from: { at: 50, inside: true }, to: null },
      ],
    });
    expect(breakdowns[1]?.cut).toMatchObject({
      bands: [
        { name: 'at most 10,000 EUR', from: null, to: { at: 1_000_000, inside: true } },
        { from: { at: 1_000_000, inside: false }, to: { at: 5_000_000, inside: true } },
        { from: { at: 5_000_000, inside: false }, to: null },
      ],
    });
  });

  test('by a sentence, with groups that are named for its term, or say the sentence', () => {
    const { breakdowns } = broken(
      '  inbound: is an inbound deal',
      '  other: is not an inbound deal',
      '  won: won is yes',
    );
    expect(breakdowns).toMatchObject([
      { dimension: 'inbound', cut: { cut: 'test', holds: 'inbound deal', others: 'not an inbound deal' } },
      { dimension: 'other', cut: { cut: 'test', holds: 'not an inbound deal', others: 'inbound deal' } },
      { dimension: 'won', cut: { cut: 'test', holds: 'won is yes', others: 'otherwise' } },
    ]);
  });

  test('by a sentence about a value that has no name', () => {
    expect(broken('  quick: days from created to closed is at most 30').breakdowns).toMatchObject([
      { dimension: 'quick', cut: { cut: 'test', test: { phrase: 'is at most' } } },
    ]);
  });

  test('a list names fields, and terms of the records', () => {
    const { breakdowns } = metricIn(['count of: opportunity', 'by: created', 'break down by: [source, inbound deal]']);
    expect(breakdowns).toMatchObject([
      { dimension: 'source', cut: { cut: 'value' } },
      { dimension: 'inbound deal', cut: { cut: 'test', test: { phrase: 'is a' } } },
    ]);
  });
});

describe('what records cannot be parted by', () => {
  test.each<readonly [lines: string[], problems: string[]]>([
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  size: amount'],
      ['7:9  "amount" has too many values to break down by; give it "value:" and "bands:"'],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  when: created'],
      ['7:9  "created" has too many values to break down by'],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  owner: owner'],
      ['7:10  "owner" would show people; break it down by a field of theirs, such as a team or a region'],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  campaign: campaign'],
      [`7:13  "campaign" is a record, not a value; name a field of it: "its campaign's name"`],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  inbound: is an inbund deal'],
      [`7:18  "is an inbund deal": I don't know "inbund deal"; did you mean "inbound deal"?`],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  touched: has a touch within 1 day of createdd'],
      [`7:40  "has a touch within 1 day of createdd": I don't know "createdd"; did you mean "created"?`],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  'source, by even credit': type",
        '  source: { value: source, credit: recorded, touches: leads, touch: source, beside: even }',
      ],
      ['8:11  it is broken down by "source, by even credit" already; leave it away'],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by: [source, source]'],
      ['6:25  it is broken down by "source" already; leave it away'],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by: [sorce]'],
      [`6:17  "sorce": I don't know "sorce"; did you mean "source"?`],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  size: { value: amount, bands: [below 20] }'],
      ['7:34  "below 20" has no ends that fit an amount of money; write it like "below 20,000 EUR"'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        '  size: { value: amount, bands: [below 10,000 EUR] }',
      ],
      [
        '7:43  the comma in "10,000" starts the next item of this list; write each item on a line of its own, or in quotes',
      ],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        '  chance: { value: probability, bands: [below 20, from 10 to below 200] }',
      ],
      ['7:51  "from 10 to below 200" overlaps "below 20"; what lies in both can be in one only'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        '  chance: { value: probability, bands: [from 200 to below 20, up to 5] }',
      ],
      [
        '7:41  "from 200 to below 20" ends before it starts; write the smaller end first',
        '7:63  "up to 5" is no band; write it like "below 20", "from 20 to below 200" or "at least 200"',
      ],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  source: { value: source, bands: [below 20] }'],
      ['7:20  "source" is a text, which has no bands; bands are for numbers'],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  chance: { value: probability, band: [below 20] }'],
      [`7:33  I don't know "band:"; did you mean "bands:"?`],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  chance: { bands: [below 20] }'],
      ['7:11  groups need "value:", or "credit:" for touches; name the field whose values are the groups'],
    ],

    [['count of: lead', 'by: created', 'break down by: []'], ['6:16  "break down by:" has nothing in it']],
    [
      ['count of: lead', 'by: created', 'break down by:', '  score: { value: score, bands: [] }'],
      ['7:33  "bands:" has nothing in it'],
    ],
    [
      ['count of: lead', 'by: created', 'break down by:', '  source: [source]'],
      ['7:11  groups are made by a field, a sentence, or "value:" with "bands:" or "credit:"'],
    ],
  ])('%j', (lines, problems) => {
    expect(problemsIn('metric', lines)).toEqual(problems);
  });
});

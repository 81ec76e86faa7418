import { describe, expect, test } from 'vitest';
import { metricIn, problemsIn } from '../agreed.ts';

describe('who gets the credit', () => {
  const credited = (said: string) =>
    metricIn([
      "sum of: opportunity's amount",
      'by: closed',
      'break down by:',
      `  campaign: { value: its campaign's name, ${said}, touches: campaign touches on or before created, touch: its campaign's name }`,
    ]).breakdowns;

  test('one of the models, over touches that each name a group, with others beside it', () => {
    expect(credited('credit: even, beside: [recorded, first touch]')).toMatchObject([
      {
        dimension: 'campaign',
        cut: { cut: 'value', path: { from: 'opportunity', links: ['campaign'] } },
        credit: {
          agreed: { model: 'even' },
          touches: { kind: 'campaign touch', term: null, when: { order: 'on or before' } },
          path: { from: 'campaign touch', links: ['campaign'], field: 'name' },
          beside: [{ model: 'recorded' }, { model: 'first touch' }],
        },
      },
    ]);
  });

  test('without a field of the record: then only touches name groups', () => {
    const lines = ['count of: opportunity', 'by: closed', 'break down by:'];
    const touched =
      "  campaign: { credit: even, touches: campaign touches, touch: its campaign's name, beside: last touch }";
    expect(metricIn([...lines, touched]).breakdowns).toMatchObject([
      {
        cut: { cut: 'touch', path: { from: 'campaign touch', links: ['campaign'], field: 'name' } },
        credit: { agreed: { model: 'even' }, beside: [{ model: 'last touch' }] },
      },
    ]);
  });

  test('weights by position add up to the whole', () => {
    expect(credited('credit: { first: 40%, last: 35.5%, between: 24.5% }, beside: last touch')).toMatchObject([
      {
        credit: {
          agreed: { model: 'by position', first: 40, last: 35.5, between: 24.5 },
          beside: [{ model: 'last touch' }],
        },
      },
    ]);
  });
});

describe('credit that cannot be given', () => {
  test.each<readonly [lines: string[], problems: string[]]>([
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { credit: even, touches: campaign touches, touch: its campaign's name, beside: [recorded] }",
      ],
      ['7:93  "recorded" needs "value:"; name the field that says it without touches'],
    ],
    [
      ['count of: opportunity', 'by: created', 'break down by:', '  campaign: { touches: campaign touches }'],
      ['7:13  groups need "value:", or "credit:" for touches; name the field whose values are the groups'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        '  who: { credit: even, touches: leads, touch: owner }',
      ],
      ['7:47  "owner" would show people; break it down by a field of theirs, such as a team or a region'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: evenly, touches: campaign touches, touch: its campaign's name }",
      ],
      [`7:51  I don't know "evenly"; expected recorded, first touch, last touch or even`],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: even }",
      ],
      [
        `7:51  "credit:" needs "touch:"; write it like "touch: its campaign's name"`,
        '7:51  "credit:" needs "touches:"; write it like "touches: campaign touches on or before created"',
      ],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, touches: campaign touches }",
      ],
      ['7:52  "touches:" goes with "credit:" only; say who gets the credit'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: { first: 40%, last: 40%, between: 10% }, touches: campaign touches, touch: its campaign's name }",
      ],
      ['7:51  the shares add up to 90%; credit adds up to 100%'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: { first: 40, last: 50%, between: 10% }, touches: campaign touches, touch: its campaign's name }",
      ],
      ['7:60  "40" is no share of the credit; write it like "40%"'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: { first: 40%, last: 60% }, touches: campaign touches, touch: its campaign's name }",
      ],
      ['7:51  "between:" is missing'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: even, touches: campaign touches, touch: its campaign's name, beside: [recorded, even] }",
      ],
      ['7:131  "even" is shown already; leave it away'],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: even, touches: campaign members, touch: its campaign's name }",
      ],
      [
        '7:66  "campaign members": an opportunity has no campaign members; it has leads, stage changes, activities, opportunities, deal contacts, campaign touches',
      ],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: even, touches: campaign touches, touch: its campaign's cost }",
      ],
      [`7:91  "its campaign's cost" is money, and what is recorded is a text; both name the same groups`],
    ],
    [
      [
        'count of: opportunity',
        'by: created',
        'break down by:',
        "  chance: { value: probability, bands: [below 5], credit: even, touches: campaign touches, touch: its campaign's name }",
      ],
      ['7:40  "bands:" does not go with "credit:"; make two breakdowns of it'],
    ],
    [
      [
        "median of: opportunity's amount",
        'by: created',
        'break down by:',
        "  campaign: { value: its campaign's name, credit: even, touches: campaign touches, touch: its campaign's name }",
      ],
      ['7:51  credit can be given for counts, sums and shares only; leave "credit:" away'],
    ],

    [
      ['count of: lead', 'by: created', 'break down by:', "  campaign: { value: its campaign's name, credit: [even] }"],
      ['7:51  credit is a model such as "even", or weights for "first:", "last:" and "between:"'],
    ],
  ])('%j', (lines, problems) => {
    expect(problemsIn('metric', lines)).toEqual(problems);
  });
});

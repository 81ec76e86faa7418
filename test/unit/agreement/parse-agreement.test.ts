import { describe, expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import type { Agreement, Metric } from '../../../src/values/agreement.ts';
import { catalogue, sampleWith } from './fixtures.ts';

/** The sample's agreement with changes, which must hold no fault. */
function agreed(changes: Readonly<Record<string, string | null>> = {}): Agreement {
  const { agreement, problems } = parseAgreement(sampleWith(changes), catalogue);
  expect(problems.map(sayProblem)).toEqual([]);
  if (!agreement) throw new Error('There is no agreement');
  return agreement;
}

function metricOf(agreement: Agreement, slug: string): Metric {
  const metric = agreement.metrics.find((known) => known.slug === slug);
  if (!metric) throw new Error(`There is no metric "${slug}"`);
  return metric;
}

/** Every problem of the sample with changes, a line each. */
function problemsOf(changes: Readonly<Record<string, string | null>>): string[] {
  return parseAgreement(sampleWith(changes), catalogue).problems.map(sayProblem);
}

describe('the sample company', () => {
  test('has no problem, and every promise is sealed by both teams', () => {
    const { metrics, terms } = agreed();
    expect(metrics).toHaveLength(10);
    expect(terms).toHaveLength(9);
    const unsealed = metrics.filter((metric) => metric.promise && !metric.signatures.every((one) => one.holds));
    expect(unsealed.map((metric) => metric.slug)).toEqual([]);
  });

  test('its headline metrics stand in order', () => {
    const headline = agreed().metrics.filter((metric) => metric.headline !== null);
    headline.sort((one, other) => (one.headline ?? 0) - (other.headline ?? 0));
    expect(headline.map((metric) => metric.slug)).toEqual([
      'qualified-leads-delivered',
      'followed-up-in-time',
      'feedback-given',
      'pipeline-from-inbound',
      'closed-from-inbound',
      'campaign-effectiveness',
    ]);
  });

  test('the promise that was tightened has two wordings, without hole or overlap', () => {
    const { wordings } = metricOf(agreed(), 'followed-up-in-time');
    expect(wordings).toMatchObject([
      {
        from: '2026-01-01',
        until: null,
        measure: { measure: 'share' },
        term: 'qualified lead',
        kind: 'handover',
        target: { way: 'at least', level: { value: 0.9, grain: null }, said: 'at least 90%' },
        broken: { way: 'at least', level: { value: 0.8 }, said: 'below 80%' },
      },
      { from: null, until: '2025-12-31', target: { level: { value: 0.8 } }, broken: { level: { value: 0.7 } } },
    ]);
    const [today, earlier] = wordings;
    expect(earlier?.exceptWhen).toEqual(today.exceptWhen);
    expect(earlier?.keptWhen).toMatchObject([
      {
        is: 'any',
        of: [
          { phrase: 'has', said: 'has a touch within 2 business days of assigned', at: { line: 45, column: 13 } },
          { phrase: 'has' },
        ],
      },
    ]);
  });

  test('a ratio is of two sums, in no unit, by what both are broken down by', () => {
    expect(metricOf(agreed(), 'campaign-effectiveness')).toMatchObject({
      by: { from: 'opportunity', field: 'closed' },
      unit: { unit: 'times' },
      finest: 'quarter',
      breakdowns: [{ dimension: 'campaign', cut: { path: { links: ['campaign'], field: 'name' } } }],
      wordings: [
        {
          measure: { measure: 'ratio', of: 'campaign-wins', per: 'campaign-spend' },
          target: { level: { value: 3, grain: null } },
        },
      ],
    });
  });

  test('a target in money is kept in minor units, for the stretch of time that it is said for', () => {
    expect(metricOf(agreed(), 'pipeline-from-inbound').wordings[0].target).toEqual({
      way: 'at least',
      level: { level: 'one', value: 18_000_000, grain: 'month', spread: false },
      said: 'at least 180,000 EUR a month',
    });
  });
});

describe('a seventh and an eighth metric, by YAML alone', () => {
  test('the median amount of deals won, by the day they closed', () => {
    const metric = metricOf(
      agreed({
        'metrics/deal-size.yml': `
title: Size of a deal
asks: Do we win the deals that we want?
answered by: sales
median of: new business's amount
by: closed
finest: quarter
target: at least 20,000 EUR
break down by: [source]
`,
      }),
      'deal-size',
    );
    expect(metric).toMatchObject({
      by: { from: 'opportunity', links: [], field: 'closed' },
      finest: 'quarter',
      unit: { unit: 'money', currency: 'EUR' },
      answeredBy: ['sales'],
      promise: null,
      calendar: 'office',
      breakdowns: [
        { dimension: 'source', cut: { cut: 'value', path: { from: 'opportunity', links: [], field: 'source' } } },
      ],
      wordings: [
        {
          from: null,
          until: null,
          measure: { measure: 'median', of: { from: 'opportunity', links: [], field: 'amount' } },
          term: 'new business',
          kind: 'opportunity',
          keptWhen: [],
          exceptWhen: [],
          target: { way: 'at least', level: { value: 2_000_000, grain: null } },
        },
      ],
      words: { says: 'Size of a deal: {value} in {period}', measured: 'Median amount of new businesses', move: null },
    });
  });

  test('the share of leads that two campaigns or more reached, by the day they were created', () => {
    const metric = metricOf(
      agreed({
        'metrics/reached-twice.yml': `
title: Leads reached twice
asks: Do our campaigns build on each other?
answered by: marketing
share of: leads
by: created
kept when:
  - has at least 2 campaign members
`,
      }),
      'reached-twice',
    );
    expect(metric).toMatchObject({
      by: { from: 'lead', field: 'created' },
      finest: 'month',
      unit: { unit: 'share' },
      wordings: [
        {
          measure: { measure: 'share' },
          term: null,
          kind: 'lead',
          keptWhen: [
            {
              phrase: 'has',
              slots: {
                counted: {
                  how: { count: 'at least', number: 2 },
                  records: { kind: 'campaign member', term: null, when: null, where: [] },
                },
              },
            },
          ],
        },
      ],
      words: {
        says: "Leads reached twice: {value} of {period}'s leads",
        measured: 'Share of leads that are as agreed',
      },
    });
  });

  test('a conversion has a time to come that far in', () => {
    const metric = metricOf(
      agreed({
        'metrics/became-deals.yml': `
title: Leads that became deals
asks: How many leads become deals?
answered by: sales
conversion of: inbound lead
within: 90 days
by: created
kept when: [converted has happened]
`,
      }),
      'became-deals',
    );
    expect(metric.wordings[0].measure).toEqual({
      measure: 'conversion',
      within: { amount: 90, unit: 'days' },
      countedIn: null,
    });
  });
});

describe('history', () => {
  const promise = (history: string) => ({
    'slas/quick.yml': `
title: Quick
asks: Are we quick?
promised by: sales
promised to: marketing
share of: qualified lead
by: qualified
kept when: [accepted within 1 business day of assigned]
target: at least 90%
history:
${history}
`,
  });

  test('an older wording holds what differed from the one that came after it', () => {
    const history = `
  - until: 2024-12-31
    kept when: [accepted within 3 business days of assigned]
  - until: 2025-12-31
    target: at least 70%`;
    const { wordings } = metricOf(agreed(promise(history)), 'quick');
    expect(wordings.map(({ from, until, target }) => [from, until, target?.said])).toEqual([
      ['2026-01-01', null, 'at least 90%'],
      ['2025-01-01', '2025-12-31', 'at least 70%'],
      [null, '2024-12-31', 'at least 70%'],
    ]);
    expect(wordings[2]?.keptWhen).toMatchObject([{ said: 'accepted within 3 business days of assigned' }]);
    expect(wordings[1]?.keptWhen).toEqual(wordings[0].keptWhen);
  });

  test.each([
    [
      '  - { until: 2024-12-31 }\n  - { from: 2025-02-01, until: 2025-12-31 }',
      'agreement/slas/quick.yml:12:13  no wording holds from 2025-01-01 until 2025-01-31; start it on 2025-01-01, or leave "from:" away',
    ],
    [
      '  - { until: 2024-12-31 }\n  - { from: 2024-06-01, until: 2025-12-31 }',
      'agreement/slas/quick.yml:12:13  this wording overlaps the one before it, which holds until 2024-12-31; start it on 2025-01-01, or leave "from:" away',
    ],
    [
      '  - { until: 2024-12-31 }\n  - { until: 2024-12-31 }',
      'agreement/slas/quick.yml:12:14  two wordings end on 2024-12-31; one day has one wording',
    ],
    [
      '  - { until: 2024-12-31, share of: lead }',
      'agreement/slas/quick.yml:11:36  today it counts handovers, here leads; make this a metric of its own',
    ],
  ])('%s', (history, says) => {
    expect(problemsOf(promise(history))).toEqual([says]);
  });
});

describe('what is missing', () => {
  const without = (kind: string, field: string) => ({
    kinds: catalogue.kinds.map((known) => ({
      ...known,
      fields: known.fields.map((one) => ({
        ...one,
        mapped: known.name !== kind || (field !== '*' && one.name !== field),
      })),
    })),
  });
  const missing = (kind: string, field: string) => {
    const { agreement, problems } = parseAgreement(sampleWith({}), without(kind, field));
    expect(problems).toEqual([]);
    return Object.fromEntries(
      (agreement?.metrics ?? []).filter((one) => one.missing.length > 0).map((one) => [one.slug, one.missing]),
    );
  };

  test('a field that no source fills is told by every metric that reads it, through its terms', () => {
    expect(missing('lead', 'score')).toEqual(
      Object.fromEntries(
        [
          'feedback-given',
          'followed-up-in-time',
          'handed-over-in-time',
          'leads-accepted',
          'qualified-leads-delivered',
        ].map((slug) => [slug, ["lead's score"]]),
      ),
    );
  });

  test('records that no source gives are told as a whole', () => {
    expect(missing('spend', '*')).toEqual({
      'campaign-spend': ['spend rows'],
      'campaign-effectiveness': ['spend rows'],
    });
  });

  test('a field that only a breakdown reads does not stop the metric', () => {
    expect(missing('lead', 'region')).toEqual({});
  });
});

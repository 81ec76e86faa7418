import { describe, expect, test } from 'vitest';
import { agreed, metricOf } from './agreed.ts';

describe('a small company', () => {
  test('has no problem, and every promise is sealed by both teams', () => {
    const { metrics, terms } = agreed();
    expect(metrics).toHaveLength(20);
    expect(terms).toHaveLength(13);
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
          { phrase: 'has', said: 'has a touch within 2 business days of assigned', at: { line: 47, column: 13 } },
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
          measure: { measure: 'ratio', of: 'campaign-wins', per: 'campaign-spend', perIs: 'value' },
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

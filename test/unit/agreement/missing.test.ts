import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/values/catalogue.ts';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { newIn } from './agreed.ts';
import { catalogue, companyWith } from './fixtures.ts';
import { richFiles } from './rich-agreement.ts';

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
    const { agreement, problems } = parseAgreement(companyWith({}), without(kind, field));
    expect(newIn(problems)).toEqual([]);
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
          'leads-won',
          'partners-follow-up',
          'qualified-leads-delivered',
          'qualified-leads-needed',
          'response-time',
        ].map((slug) => [slug, ["lead's score"]]),
      ),
    );
  });

  const toTheDay = (kind: string, field: string): Catalogue => ({
    kinds: catalogue.kinds.map((known) => ({
      ...known,
      fields: known.fields.map((one) =>
        known.name === kind && one.name === field && one.type.is === 'moment'
          ? { ...one, type: { ...one.type, precision: 'day', hour: 'unknown' } }
          : one,
      ),
    })),
  });

  test('the hour of a moment of which the exports tell the day only is missing where hours are counted, through figures too', () => {
    const hours = (kind: string, field: string) => {
      const { agreement, problems } = parseAgreement(companyWith({}), toTheDay(kind, field));
      expect(newIn(problems)).toEqual([]);
      return Object.fromEntries(
        (agreement?.metrics ?? []).filter((one) => one.missing.length > 0).map((one) => [one.slug, one.missing]),
      );
    };
    expect(hours('handover', 'qualified')).toEqual({
      'handed-over-in-time': ["the hour of handover's qualified"],
    });
    expect(hours('activity', 'completed')).toEqual({ 'response-time': ["the hour of activity's completed"] });
    expect(hours('lead', 'created')).toEqual({});
  });

  test('records that no source gives are told as a whole', () => {
    expect(missing('spend', '*')).toEqual({
      'campaign-spend': ['spend rows'],
      'campaign-effectiveness': ['spend rows'],
    });
  });

  test('a breakdown that no source fills is left out with a warning, and does not stop the metric', () => {
    const { agreement, problems } = parseAgreement(companyWith({}), without('lead', 'region'));
    expect(newIn(problems)).toEqual([
      'agreement/slas/qualified-leads-delivered.yml:15:11  warning: "region" is not shown: no source fills lead\'s region; map it in data/sources, or leave it away',
    ]);
    const metric = agreement?.metrics.find(({ slug }) => slug === 'qualified-leads-delivered');
    expect(metric?.missing).toEqual([]);
    expect(metric?.breakdowns.map(({ dimension }) => dimension)).toEqual(['source']);
    expect(metric?.signatures.every(({ holds }) => holds)).toBe(true);
  });

  const richly = (kind: string, field: string) => {
    const { agreement, problems } = parseAgreement(companyWith(richFiles), without(kind, field));
    const metrics = Object.fromEntries((agreement?.metrics ?? []).map((metric) => [metric.slug, metric]));
    return { metrics, warnings: newIn(problems).filter((line) => !line.includes('slas/f')) };
  };

  test.each([
    ['activity', 'completed', 'waiting', ["activity's completed"]],
    ['opportunity', 'amount', 'chance', ["opportunity's amount"]],
    ['opportunity', 'created', 'open-deals', ["opportunity's created"]],
    ['lead', 'score', 'partner-follow-up', ["lead's score"]],
  ])(
    "%s's %s is missing in %s, through figures, weights, what stands at a time, and conditions for some",
    (kind, field, slug, names) => {
      expect(richly(kind, field).metrics[slug]?.missing).toEqual(names);
    },
  );

  test('groups by bands, by a sentence, by credit are left out each by what it reads; and a pause with its groups', () => {
    const bands = richly('opportunity', 'probability');
    expect(bands.metrics['open-deals']?.breakdowns.map(({ dimension }) => dimension)).toEqual(['inbound']);
    expect(bands.warnings).toEqual([
      'agreement/metrics/open-deals.yml:10:9  warning: "size" is not shown: no source fills opportunity\'s probability; map it in data/sources, or leave it away',
    ]);
    const touches = richly('campaign touch', '*');
    expect(touches.metrics['won-by-campaign']).toMatchObject({ missing: [], breakdowns: [] });
    const names = richly('partner', 'name');
    expect(names.metrics['partner-follow-up']).toMatchObject({ missing: [], breakdowns: [], promise: { pause: null } });
  });
});

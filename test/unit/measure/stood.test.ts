import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { catalogue } from './asked.ts';
import { compileAgreement } from '../../../src/measure/compile.ts';
import { measure } from '../../../src/measure/measure.ts';
import type { Metric } from '../../../src/values/agreement.ts';

/** Monday, 9 November, 06:40 in Berlin. */
const asOf = '2026-11-09T05:40:00Z';

const open = c.term('open deal', 'opportunity', {
  where: [c.test('is none of', { value: c.field('opportunity', 'stage'), list: [c.text('Won'), c.text('Lost')] })],
});
const metric: Metric = c.metric('open', [c.wording('opportunity', { term: 'open deal' })], {
  asOf: 'period end',
  adds: { periods: false, members: true },
  breakdowns: [c.breakdown('stage', c.path('opportunity', 'stage'))],
});

const deal = (key: string, stage: string, created: string | null): c.Row => ({
  key,
  stage,
  created: created && c.instant(created),
});
const change = (opportunity: string, to: string, at: string): c.Row => ({ opportunity, to, at: c.instant(at) });
const rows = {
  opportunity: [
    deal('won', 'Won', '2026-06-02T08:00:00Z'),
    deal('reopened', 'Proposal', '2026-06-03T08:00:00Z'),
    deal('without history', 'Discovery', '2026-08-03T08:00:00Z'),
    deal('history starts late', 'Lost', '2026-06-10T08:00:00Z'),
    deal('since ever', 'Discovery', null),
  ],
  stage_change: [
    change('won', 'Discovery', '2026-06-02T08:00:00Z'),
    change('won', 'Won', '2026-08-31T21:59:59Z'), // the last second of August in Berlin
    change('reopened', 'Discovery', '2026-06-03T08:00:00Z'),
    change('reopened', 'Lost', '2026-07-15T08:00:00Z'),
    change('reopened', 'Proposal', '2026-09-30T22:00:00Z'), // the first of October
    // Two rows of one instant: the one that stands later in its file holds.
    change('reopened', 'Discovery', '2026-10-20T08:00:00Z'),
    change('reopened', 'Proposal', '2026-10-20T08:00:00Z'),
    change('history starts late', 'Proposal', '2026-09-10T08:00:00Z'),
    change('history starts late', 'Lost', '2026-11-02T08:00:00Z'),
  ],
};
const agreement = c.agreementOf({ metrics: [metric], terms: [open] });

describe('what stands at many ends is looked for among the records whose history says that they could stand then', () => {
  test('and is what stood then', async () => {
    const db = await c.storeWith(rows, asOf);
    const { values } = await measure({ db, agreement, catalogue });
    await db.destroy();
    // June: won, reopened, since ever; today's Lost counts for the one whose history starts later.
    expect(c.series(values, 'month')).toEqual([
      '2026-06 3',
      '2026-07 2',
      '2026-08 2',
      '2026-09 3',
      '2026-10 4',
      '2026-11 3',
    ]);
    expect(c.series(values, 'month', 'stage').filter((one) => one.startsWith('2026-10'))).toEqual([
      '2026-10 Discovery 2',
      '2026-10 Proposal 2',
    ]);
  });

  test('all ends ask one table, which metrics that ask the same share', () => {
    const other: Metric = { ...metric, slug: 'other', breakdowns: [] };
    const first = new Map([['opportunity', '2026-06-02']]);
    const { metrics, demand } = compileAgreement(
      { agreement: c.agreementOf({ metrics: [metric, other], terms: [open] }), catalogue },
      { asOf: new Map([['opportunity', c.instant(asOf)]]), first },
    );
    const tables = [...metrics.values()].flatMap(({ ends }) => ends.map(({ stood }) => stood?.name));
    expect(new Set(tables)).toEqual(new Set(['measured_stood_0']));
    // Six months, and the three stretches that the running periods are compared with.
    expect([...demand.stood.values()].map(({ ends }) => ends.size)).toEqual([9]);
  });

  test('not where nothing is asked that the history tells, nor for a few ends', () => {
    const any: Metric = { ...metric, wordings: [c.wording('opportunity')] };
    const once: Metric = { ...metric, asOf: { day: '2026-10-31' } };
    for (const one of [any, once]) {
      const { demand } = compileAgreement(
        { agreement: c.agreementOf({ metrics: [one], terms: [open] }), catalogue },
        { asOf: new Map(), first: new Map([['opportunity', '2026-06-02']]) },
      );
      expect(demand.stood.size).toBe(0);
    }
  });
});

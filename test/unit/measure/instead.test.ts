import { expect, test } from 'vitest';
import * as c from './company.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Condition, Test } from '../../../src/values/tree.ts';

/** Monday, 9 November, 06:40 in Berlin. */
const asOf = '2026-11-09T05:40:00Z';

const acceptedWithin = (hours: number): Condition =>
  c.test('is within', {
    moment: c.moment('handover', 'accepted'),
    window: c.within(hours, 'hours', 'after', c.moment('handover', 'qualified')),
  });
const sourceIs = (source: string): Test =>
  c.test('is', { value: c.field('handover', 'lead.source'), other: c.literal(c.text(source)) });

const demo = { when: sourceIs('Demo'), keptWhen: [acceptedWithin(1)] };
const download = { when: sourceIs('Download'), keptWhen: [acceptedWithin(72)] };

const metric = (more: Partial<Metric['wordings'][0]>): Metric =>
  c.metric(
    'accepted',
    [
      c.wording('handover', {
        measure: { measure: 'share', countedIn: null },
        keptWhen: [acceptedWithin(24)],
        ...more,
      }),
    ],
    { by: c.path('handover', 'qualified'), breakdowns: [c.breakdown('source', c.path('handover', 'lead.source'))] },
  );

const lead = ['Demo', 'Download', 'Fair'].map((source) => ({ key: source, source }));
const handover = (source: string, qualified: string, hours: number | null): c.Row => ({
  lead: source,
  qualified: c.instant(qualified),
  accepted: hours === null ? null : c.instant(qualified) + hours * 3600,
});

const outcome = async (of: Metric, handovers: readonly c.Row[]) => {
  const values = await c.valuesOf(c.agreementOf({ metrics: [of] }), { lead, handover: handovers }, asOf);
  return values
    .filter(({ grain, dimension }) => grain === 'year' && dimension !== '')
    .map(({ member, numerator, denominator, waiting }) => [member, numerator, denominator, waiting]);
};

test('a deadline may differ by the first test that holds', async () => {
  const rows = [
    ...[1, 2].map((hours) => handover('Demo', '2026-10-05T08:00:00Z', hours)),
    ...[70, 73].map((hours) => handover('Download', '2026-10-05T08:00:00Z', hours)),
    ...[24, 25].map((hours) => handover('Fair', '2026-10-05T08:00:00Z', hours)),
  ];
  const each = [
    ['Demo', 1, 2, 0],
    ['Download', 1, 2, 0],
    ['Fair', 1, 2, 0],
  ];
  expect(await outcome(metric({ instead: [demo, download] }), rows)).toEqual(each);
  // The first that holds is meant: the second entry for demos says nothing.
  expect(await outcome(metric({ instead: [demo, download, { when: sourceIs('Demo'), keptWhen: [] }] }), rows)).toEqual(
    each,
  );
});

test('each waits for its own deadline', async () => {
  const rows = ['Demo', 'Download', 'Fair'].map((source) => handover(source, '2026-11-07T05:40:00Z', null)); // 48 hours ago
  expect(await outcome(metric({ instead: [demo, download] }), rows)).toEqual([
    ['Demo', 0, 1, 0],
    ['Download', 0, 0, 1],
    ['Fair', 0, 1, 0],
  ]);
});

test('who is asked a test that waits, waits', async () => {
  const abandoned = c.test('is within', {
    moment: c.moment('handover', 'rejected'),
    window: c.within(72, 'hours', 'after', c.moment('handover', 'qualified')),
  });
  const rows = [handover('Demo', '2026-11-07T05:40:00Z', 1), handover('Fair', '2026-11-07T05:40:00Z', 1)];
  expect(await outcome(metric({ instead: [demo, { when: abandoned, keptWhen: [] }] }), rows)).toEqual([
    ['Demo', 1, 1, 0], // it was not asked: the test before it holds
    ['Fair', 0, 0, 1],
  ]);
});

test('a count counts what holds by them', async () => {
  const count = metric({ measure: { measure: 'count' }, instead: [demo] });
  const rows = [handover('Demo', '2026-10-05T08:00:00Z', 2), handover('Fair', '2026-10-05T08:00:00Z', 2)];
  const values = await c.valuesOf(c.agreementOf({ metrics: [count] }), { lead, handover: rows }, asOf);
  expect(c.series(values, 'year', 'source')).toEqual(['FY2026 Fair 1']);
});

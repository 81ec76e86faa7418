import { expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { countsAsEver, withAlikeTogether } from '../../../src/measure/wordings-alike.ts';

const handover = (more: Parameters<typeof c.wording>[1]) => c.wording('handover', more);
const today = handover({ from: '2026-07-01', term: 'good' });
const before = handover({ from: '2026-01-01', until: '2026-06-30', term: 'good' });
const once = handover({ until: '2025-12-31', term: 'fair' });

test('wordings that count the same, one after the other, are one', () => {
  const together = withAlikeTogether(c.metric('m', [today, before, once])).wordings;
  expect(together.map(({ from, until, term }) => ({ from, until, term }))).toEqual([
    { from: '2026-01-01', until: null, term: 'good' },
    { from: null, until: '2025-12-31', term: 'fair' },
  ]);
});

test('a metric counts as ever where only what was agreed to reach has changed', () => {
  expect(countsAsEver(c.metric('m', [today, { ...before, from: null }]))).toBe(true);
  expect(countsAsEver(c.metric('m', [today, once]))).toBe(false);
  expect(countsAsEver(c.metric('m', [handover({})]))).toBe(false);
});

test('its values restated are those that it has, the undated among them', async () => {
  const wordings = [c.wording('lead', { from: '2026-10-01' }), c.wording('lead', { until: '2026-09-30' })] as const;
  const metric = c.metric('leads', wordings, { by: c.path('lead', 'created') });
  const rows = {
    lead: [
      { key: 'a', created: c.instant('2026-09-30T08:00:00Z') },
      { key: 'b', created: c.instant('2026-10-01T08:00:00Z') },
      { key: 'c', created: null },
    ],
  };
  const db = await c.storeWith(rows, '2026-11-09T05:40:00Z');
  const agreement = c.agreementOf({ metrics: [metric] });
  const { values, restated } = await measure({ db, agreement, catalogue: c.catalogue });
  await db.destroy();
  expect(c.series(values, 'month')).toEqual(['2026-09 1', '2026-10 1', '2026-11 0']);
  expect(c.series(values, 'undated')).toEqual(['undated 1']);
  expect(c.series(restated, 'month')).toEqual(['2026-09 1', '2026-10 1', '2026-11 0']);
  expect(new Set(values.map(({ wording }) => wording))).toEqual(new Set(['the beginning', '2026-10-01', null]));
  expect(new Set(restated.map(({ wording }) => wording))).toEqual(new Set(['2026-10-01']));
});

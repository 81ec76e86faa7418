import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { recordsBehind } from '../../../src/measure/records-behind.ts';
import type { Condition, Order, Test } from '../../../src/values/tree.ts';

const asOf = '2026-11-09T05:40:00Z';

/** The keys of the records of a kind that hold a condition. */
async function holding(
  kind: string,
  condition: Condition,
  tables: Readonly<Record<string, readonly c.Row[]>>,
): Promise<string[]> {
  const metric = c.metric('m', [c.wording(kind, { term: 'such' })]);
  const agreement = c.agreementOf({ metrics: [metric], terms: [c.term('such', kind, { where: [condition] })] });
  const db = await c.storeWith(tables, asOf);
  await measure({ db, agreement, catalogue: c.catalogue });
  const behind = await recordsBehind({ db, agreement, catalogue: c.catalogue, metric: 'm', period: 'all' });
  await db.destroy();
  return behind.map(({ key }) => key);
}

const leads = (...rows: c.Row[]): { lead: c.Row[] } => ({ lead: rows });
const title = c.field('lead', 'job title');
const lead = (phrase: string, slots: Test['slots'], rows: c.Row[]): Promise<string[]> =>
  holding('lead', c.test(phrase, slots), leads(...rows));

describe('texts', () => {
  const titles = [
    { key: 'a', job_title: 'Head of Sales' },
    { key: 'b', job_title: 'Headhunter' },
    { key: 'c', job_title: 'Sales/HEAD, North' },
    { key: 'd', job_title: 'figurehead' },
    { key: 'e', job_title: null },
  ];
  test('a word in any case, whole, anywhere or at the start', async () => {
    expect(await lead('contains the word', { value: title, parts: ['head'] }, titles)).toEqual(['a', 'c']);
    expect(await lead('contains', { value: title, parts: ['HEAD', 'nothing'] }, titles)).toEqual(['a', 'b', 'c', 'd']);
    expect(await lead('starts with', { value: title, parts: ['head'] }, titles)).toEqual(['a', 'b']);
  });
  test('letters beyond a to z in any case too', async () => {
    const abroad = ['Führung', 'FÜHRUNG', 'Fuhrung', 'ДИРЕКТОР', 'Директор по продажам'].map((job) => ({
      key: job,
      job_title: job,
    }));
    expect(await lead('starts with', { value: title, parts: ['führ'] }, abroad)).toEqual(['FÜHRUNG', 'Führung']);
    expect(await lead('contains the word', { value: title, parts: ['Директор'] }, abroad)).toEqual([
      'ДИРЕКТОР',
      'Директор по продажам',
    ]);
  });
  test('signs that a pattern knows stand for themselves', async () => {
    const odd = [
      { key: 'a', job_title: '100% Sales_Head' },
      { key: 'b', job_title: '1000 SalesXHead' },
    ];
    expect(await lead('contains', { value: title, parts: ['100% sales_'] }, odd)).toEqual(['a']);
  });
});

describe('empty fields', () => {
  const rows = [
    { key: 'a', score: 70 },
    { key: 'b', score: 50 },
    { key: 'c', score: null },
  ];
  const score = c.field('lead', 'score');
  test('are nothing in a comparison, and not known', async () => {
    expect(await lead('is at least', { value: score, least: c.number(60) }, rows)).toEqual(['a']);
    expect(await lead('is not', { value: score, other: c.number(70) }, rows)).toEqual(['b', 'c']);
    expect(await lead('is empty', { value: score }, rows)).toEqual(['c']);
  });
});

describe('moments', () => {
  const retry = c.moment('lead', 'retry on');
  const created = c.moment('lead', 'created');
  const rows = [
    { key: 'a', created: c.instant('2026-10-04T22:30:00Z'), retry_on: '2026-10-05' }, // the fifth in Berlin
    { key: 'b', created: c.instant('2026-10-04T21:30:00Z'), retry_on: '2026-10-05' }, // still the fourth
    { key: 'c', created: c.instant('2026-10-05T22:30:00Z'), retry_on: '2026-10-05' }, // the sixth
    { key: 'd', created: c.instant('2026-10-05T12:00:00Z'), retry_on: null },
  ];
  const order = (said: Order): Promise<string[]> =>
    lead('is before or after', { moment: created, order: said, than: retry }, rows);
  test('are compared by local dates where a side is a day', async () => {
    expect(await order('before')).toEqual(['b']);
    expect(await order('on')).toEqual(['a']);
    expect(await order('after')).toEqual(['c']);
    expect(await order('on or after')).toEqual(['a', 'c']);
  });
  test('a fact has happened where it is known, a plan once its day has come', async () => {
    const plans = ['2026-11-08', '2026-11-09', '2026-11-10', null].map((day) => ({
      key: day ?? 'none',
      retry_on: day,
    }));
    expect(await lead('has happened', { moment: retry }, plans)).toEqual(['2026-11-08', '2026-11-09']);
    expect(await lead('has not happened', { moment: retry }, plans)).toEqual(['2026-11-10', 'none']);
    expect(await lead('has happened', { moment: created }, [{ key: 'a', created: 1 }, { key: 'b' }])).toEqual(['a']);
  });
  test('before and after are strict between instants', async () => {
    const pair = [
      { key: 'a', created: 1_790_000_000, converted: 1_790_000_000 },
      { key: 'b', created: 1_790_000_000, converted: 1_790_000_001 },
    ];
    const after = { moment: c.moment('lead', 'converted'), order: 'after', than: created } as const;
    expect(await lead('is before or after', after, pair)).toEqual(['b']);
  });
  test('a window of working days counts dates where a side is a day', async () => {
    const days = [
      { key: 'a', created: c.instant('2026-10-08T21:00:00Z'), retry_on: '2026-10-12' }, // Thursday evening: Friday, Monday
      { key: 'b', created: c.instant('2026-10-08T21:00:00Z'), retry_on: '2026-10-13' },
      { key: 'c', created: c.instant('2026-10-08T21:00:00Z'), retry_on: '2026-10-07' },
    ];
    const window = c.within(2, 'business days', 'after', created);
    expect(await lead('is within', { moment: retry, window }, days)).toEqual(['a']);
  });
  test('a window before a moment has both its ends in it', async () => {
    const pair = (completed: string): c.Row => ({
      key: completed,
      created: c.instant(completed),
      converted: c.instant('2026-10-26T10:00:00Z'),
    });
    // Five days before 26 October 11:00 in winter time is 21 October 11:00 in summer time, 09:00 UTC.
    const days = ['2026-10-21T08:59:59Z', '2026-10-21T09:00:00Z', '2026-10-26T10:00:00Z', '2026-10-26T10:00:01Z'].map(
      pair,
    );
    const window = c.within(5, 'days', 'before', c.moment('lead', 'converted'));
    expect(await lead('is within', { moment: created, window }, days)).toEqual([
      '2026-10-21T09:00:00Z',
      '2026-10-26T10:00:00Z',
    ]);
  });
});

describe('links have three states', () => {
  const handovers = [
    { key: 'no id', lead: null },
    { key: 'not found', lead: 'gone' },
    { key: 'found', lead: 'a' },
  ];
  const tables = { handover: handovers, lead: [{ key: 'a', source: null }] };
  test('none, an id that is not found, and found', async () => {
    expect(await holding('handover', c.test('is found', { links: ['lead'] }), tables)).toEqual(['found']);
    expect(await holding('handover', c.test('is not found', { links: ['lead'] }), tables)).toEqual([
      'no id',
      'not found',
    ]);
  });
  test('a term is never true of what is not found', async () => {
    const anyLead = c.term('any lead', 'lead', {
      where: [c.test('is none of', { value: c.field('lead', 'source'), list: [c.text('Event')] })],
    });
    const metric = c.metric('m', [c.wording('handover', { term: 'such' })]);
    const such = c.term('such', 'handover', { where: [c.test('is a', { links: ['lead'], term: 'any lead' })] });
    const values = await c.valuesOf(c.agreementOf({ metrics: [metric], terms: [such, anyLead] }), tables, asOf);
    expect(c.series(values, 'all')).toEqual(['all 1']);
  });
});

test('a term narrows another, and leaves out what its exceptions or those of the other name', async () => {
  const is = (phrase: string, value: string): Test =>
    c.test(phrase, { value: c.field('lead', 'source'), other: c.literal(c.text(value)) });
  const terms = [
    c.term('inbound', 'lead', {
      where: [c.test('is one of', { value: c.field('lead', 'source'), list: ['Web', 'Event', 'Fair'].map(c.text) })],
      exceptWhen: [is('is', 'Fair')],
    }),
    c.term('such', 'lead', { isA: 'inbound', where: [], exceptWhen: [is('is', 'Event'), is('is', 'Post')] }),
  ];
  const rows = ['Web', 'Event', 'Fair', 'Post', null].map((source) => ({ source }));
  const metric = c.metric('m', [c.wording('lead', { term: 'such' })]);
  const values = await c.valuesOf(c.agreementOf({ metrics: [metric], terms }), { lead: rows }, asOf);
  expect(c.series(values, 'all')).toEqual(['all 1']);
});

test('the number of related records is 0 where there are none', async () => {
  const few = { value: { value: 'number of', records: c.records('activity') }, bound: c.number(2) } as const;
  const tables = {
    lead: [{ key: 'a' }, { key: 'b' }, { key: 'c' }],
    activity: [{ lead: 'a' }, { lead: 'b' }, { lead: 'b' }],
  };
  expect(await holding('lead', c.test('is less than', few), tables)).toEqual(['a', 'c']);
});

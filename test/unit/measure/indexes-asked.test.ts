import { expect, test } from 'vitest';
import * as c from './company.ts';
import { compileAgreement } from '../../../src/measure/compile.ts';
import { askIndex, askLookedUp, askWhole, indexesAsked } from '../../../src/measure/indexes-asked.ts';
import { noDemand } from '../../../src/measure/statement.ts';

const touched = c.test('has', { counted: { how: { count: 'at least', number: 1 }, records: c.records('activity') } });

test('an agreement asks for what its relations and its running periods look up', () => {
  const metric = c.metric('m', [c.wording('lead', { keptWhen: [touched] })], { by: c.path('lead', 'created') });
  const asOf = new Map([['lead', c.instant('2026-11-09T05:40:00Z')]]);
  const sources = { agreement: c.agreementOf({ metrics: [metric] }), catalogue: c.catalogue };
  const { demand } = compileAgreement(sources, { asOf, first: new Map() });
  expect(indexesAsked(demand)).toEqual([
    { table: 'activity', columns: ['lead', 'completed'] },
    { table: 'lead', columns: ['created'] },
    { table: 'lead', columns: ['created', 'key'], isWhole: true },
  ]);
});

test('an index that another begins with is not asked for twice, and keys have theirs', () => {
  const demand = noDemand();
  askIndex(demand, 'lead', ['owner']);
  askIndex(demand, 'lead', ['owner', 'created']);
  askIndex(demand, 'lead', ['key', 'created']);
  askIndex(demand, 'lead', ['created', 'created']);
  expect(indexesAsked(demand)).toEqual([
    { table: 'lead', columns: ['created'] },
    { table: 'lead', columns: ['owner', 'created'] },
  ]);
});

test('those who read a table through share an index as long as it is narrow', () => {
  const demand = noDemand();
  const [field] = c.catalogue.kinds[0]?.fields ?? [];
  const [lead, campaign] = [
    { table: 'lead', fields: Array.from({ length: 12 }, () => field).filter((one) => one !== undefined) },
    { table: 'campaign', fields: [] },
  ];
  askWhole(demand, lead, 'created', ['created', 'key', 'source']);
  askWhole(demand, lead, 'created', ['key', 'region']);
  askWhole(demand, lead, 'created', ['score']);
  askWhole(demand, campaign, 'starts', ['key']);
  askIndex(demand, 'lead', ['created']);
  expect(indexesAsked(demand)).toEqual([
    { table: 'lead', columns: ['created'] },
    { table: 'lead', columns: ['created', 'key', 'source', 'region'], isWhole: true },
  ]);
});

test('what is asked of records that are looked up stands in the index, where it is little', () => {
  const demand = noDemand();
  const kind = c.catalogue.kinds.find(({ name }) => name === 'activity') ?? { table: '', fields: [] };
  askIndex(demand, 'activity', ['lead', 'completed']);
  askLookedUp(demand, kind, ['lead', 'completed'], ['completed', 'kind', 'lead']);
  askLookedUp(demand, kind, ['lead', 'completed'], ['direction', 'lead']);
  expect(indexesAsked(demand)).toEqual([{ table: 'activity', columns: ['lead', 'completed', 'kind', 'direction'] }]);
});

test('two choices of one order are looked up together', () => {
  const fields = ['from', 'to'].map((field) => ({ kind: 'stage change', field }));
  const order = {
    name: 'stage',
    inWords: '',
    fields,
    choices: ['Discovery', 'Proposal'],
    at: { file: 'vocabulary.yml', line: 1, column: 1 },
  };
  const [value, other] = [c.field('stage change', 'to'), c.field('stage change', 'from')];
  const metric = c.metric('m', [c.wording('stage change', { keptWhen: [c.test('comes before', { value, other })] })]);
  const sources = { agreement: c.agreementOf({ metrics: [metric], orders: [order] }), catalogue: c.catalogue };
  const { demand } = compileAgreement(sources, { asOf: new Map(), first: new Map() });
  expect(indexesAsked(demand)).toContainEqual({ table: 'stage_change', columns: ['to', 'from', 'at'] });
});

import { expect, test } from 'vitest';
import * as c from './company.ts';
import { compileAgreement } from '../../../src/measure/compile.ts';
import { askIndex, indexesAsked } from '../../../src/measure/indexes-asked.ts';
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

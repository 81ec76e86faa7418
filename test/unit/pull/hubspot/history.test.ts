import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, withDeals } from './deals.ts';
import { askFor, askPlace, faultOf, pullTable, startPulling, type Pulling } from './pulling.ts';

let pulling: Pulling;
beforeEach(async () => {
  pulling = await startPulling();
  withDeals(pulling.portal);
});
afterEach(() => pulling.end());

const headers = ['Record ID', 'Property', 'Value', 'Changed at', 'Source'];

/** A deal that was made in January, and won in February. */
function aDeal(): string {
  const { portal } = pulling;
  const id = portal.create('deals', { dealstage: 'demo' }, { at: at('2026-01-05T08:00:00Z') });
  portal.edit('deals', id, { dealstage: 'closedwon' }, at('2026-02-10T11:00:00Z'));
  return id;
}

test('the history of a property has a row for each value, the oldest first, as the mapping calls it', async () => {
  const id = aDeal();
  const session = await pulling.open();
  const ask = await askFor(session, 'deals', headers, { historyOf: ['Deal Stage'] });
  expect((await pullTable(session, ask)).rows.map((row) => Object.values(row))).toEqual([
    [id, 'Deal Stage', 'Demo (Sales Pipeline)', '2026-01-05T08:00:00Z', 'CRM_UI'],
    [id, 'Deal Stage', 'Closed won (Sales Pipeline)', '2026-02-10T11:00:00Z', 'CRM_UI'],
  ]);
  const internal = await askFor(session, 'deals', ['Property', 'Value'], { historyOf: ['dealstage'] });
  expect((await pullTable(session, internal)).rows[1]).toEqual({ Property: 'dealstage', Value: 'closedwon' });
});

test('history is read fifty records a call, and of changed records only', async () => {
  for (let count = 0; count < 120; count += 1) aDeal();
  const edited = aDeal();
  const session = await pulling.open();
  const ask = await askFor(session, 'deals', headers, { historyOf: ['dealstage', 'Amount'] });
  expect((await pullTable(session, ask)).rows).toHaveLength(242);
  expect(pulling.server.made.filter(({ path }) => path === '/crm/v3/objects/deals')).toHaveLength(3);
  pulling.portal.edit('deals', edited, { amount: '7' });
  const { rows } = await pullTable(session, { ...ask, since: pulling.portal.now / 1000 - 60 });
  expect(rows.map((row) => [row['Record ID'], row['Property'], row['Value']])).toEqual([
    [edited, 'dealstage', 'demo'],
    [edited, 'dealstage', 'closedwon'],
    [edited, 'Amount', '7'],
  ]);
  expect(pulling.server.callsTo('/batch/read')).toHaveLength(1);
});

test('a property that is not there, or a column that a history has not, is a fault of the mapping', async () => {
  const session = await pulling.open();
  const ask = await askFor(session, 'deals', headers, { historyOf: ['Stage of deal'] });
  expect(await faultOf(session.start(ask))).toMatchObject({
    of: 'input',
    says: 'deals in HubSpot have no property "Stage of deal", whose history is asked for',
    at: askPlace,
  });
  const other = await askFor(session, 'deals', ['Deal Name'], { historyOf: ['Deal Stage'] });
  expect(await faultOf(session.start(other))).toMatchObject({
    of: 'input',
    says: 'a history has no column "Deal Name"',
    fix: 'its columns are Record ID, Property, Value, Changed at, Source',
  });
});

test('a column of histories is none of records', async () => {
  const session = await pulling.open();
  const ask = await askFor(session, 'deals', ['Record ID', 'Value']);
  expect(await faultOf(session.start(ask))).toMatchObject({
    of: 'input',
    says: 'deals in HubSpot have no property "Value": only a history has such a column',
    at: askPlace,
  });
});

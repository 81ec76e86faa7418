import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, withDeals } from './deals.ts';
import { PullFault } from '../../../../src/pull/pull-fault.ts';
import { askFor, askPlace, faultOf, pullTable, start, startPulling, type Pulling } from './pulling.ts';

let pulling: Pulling;
beforeEach(async () => {
  pulling = await startPulling();
  withDeals(pulling.portal);
});
afterEach(() => pulling.end());

const created = { at: at('2026-01-05T08:00:00Z') };

describe('a whole table of HubSpot', () => {
  test('has the words that people see where a column is called by a label', async () => {
    const { portal, open } = pulling;
    portal.create(
      'deals',
      {
        dealname: 'North, "big"',
        pipeline: 'default',
        dealstage: 'closedwon',
        amount: '1000.50',
        createdate: '2026-01-05T08:00:00.000Z',
        closedate: '2026-02-10T11:00:00.250Z',
        start_day: '2026-03-01',
        hubspot_owner_id: '51',
        interests: 'machines;service',
        hs_v2_date_entered_demo: '2026-01-12T09:00:00.000Z',
      },
      created,
    );
    const session = await open();
    const headers = [
      'Record ID',
      'Deal Name',
      'Pipeline',
      'Deal Stage',
      'Amount',
      'Create Date',
      'Close Date',
      'Start day',
      'Deal owner',
      'Interests',
      'Date entered "Demo (Sales Pipeline)"',
      'Archived',
      'Created at',
    ];
    const { rows, until } = await pullTable(session, await askFor(session, 'deals', headers));
    expect(rows).toEqual([
      {
        'Record ID': '900100200001',
        'Deal Name': 'North, "big"',
        Pipeline: 'Sales Pipeline',
        'Deal Stage': 'Closed won (Sales Pipeline)',
        Amount: '1000.50',
        'Create Date': '2026-01-05T08:00:00Z',
        'Close Date': '2026-02-10T11:00:00.250Z',
        'Start day': '2026-03-01',
        'Deal owner': 'Ann Archer',
        Interests: 'Machines;Service, on site',
        'Date entered "Demo (Sales Pipeline)"': '2026-01-12T09:00:00Z',
        Archived: 'false',
        'Created at': '2026-01-05T08:00:00Z',
      },
    ]);
    expect(until).toBe(start / 1000);
  });

  test('has the values that HubSpot keeps where a column is called by an internal name', async () => {
    const { portal, open } = pulling;
    portal.create('deals', {
      dealstage: 'closedwon',
      pipeline: 'default',
      hubspot_owner_id: '51',
      interests: 'machines;service',
    });
    const session = await open();
    const headers = ['hs_object_id', 'dealstage', 'pipeline', 'hubspot_owner_id', 'interests'];
    expect((await pullTable(session, await askFor(session, 'Deal', headers))).rows).toEqual([
      {
        hs_object_id: '900100200001',
        dealstage: 'closedwon',
        pipeline: 'default',
        hubspot_owner_id: '51',
        interests: 'machines;service',
      },
    ]);
    expect(pulling.server.callsTo('/pipelines')).toEqual([]);
    expect(pulling.server.callsTo('/owners')).toEqual([]);
  });

  test('is listed a hundred a call, and told of by the thousand', async () => {
    for (let count = 0; count < 2350; count += 1) pulling.portal.create('deals', { dealname: `deal ${count}` });
    const session = await pulling.open();
    const { rows, pages } = await pullTable(session, await askFor(session, 'deals', ['Record ID', 'Deal Name']));
    expect(new Set(rows.map((row) => row['Record ID'])).size).toBe(2350);
    expect(pages.map((page) => [page.rows, page.total])).toEqual([
      [1000, 2350],
      [1000, 2350],
      [350, 2350],
    ]);
    // And one that finds no deleted ones.
    expect(pulling.server.made.filter(({ path }) => path === '/crm/v3/objects/deals')).toHaveLength(24 + 1);
  });

  test('goes on behind any page, in another session', async () => {
    for (let count = 0; count < 2100; count += 1) pulling.portal.create('deals', { dealname: `deal ${count}` });
    const session = await pulling.open();
    const ask = await askFor(session, 'deals', ['Record ID', 'Archived']);
    const { pages } = await pullTable(session, ask);
    const later = await pulling.open();
    expect((await pullTable(later, ask, pages[1]?.mark)).rows).toHaveLength(100);
    expect((await pullTable(later, ask, pages[2]?.mark)).rows).toEqual([]);
  });

  test('has deleted records as such', async () => {
    const { portal, open } = pulling;
    const kept = portal.create('deals', {});
    const gone = portal.create('deals', {});
    portal.archive('deals', gone);
    const session = await open();
    const { rows } = await pullTable(session, await askFor(session, 'deals', ['Record ID', 'Archived']));
    expect(rows).toEqual([
      { 'Record ID': kept, Archived: 'false' },
      { 'Record ID': gone, Archived: 'true' },
    ]);
  });

  test('is not pulled for a mapping that takes deleted records for others', async () => {
    const session = await pulling.open();
    const { columns, ...ask } = await askFor(session, 'deals', ['Record ID']);
    const fault = await faultOf(session.start({ ...ask, columns: columns.slice(0, 1) }));
    expect(fault).toBeInstanceOf(PullFault);
    expect(fault).toMatchObject({ of: 'input', fix: "add to it: deleted when: { Archived: 'true' }", at: askPlace });
  });

  test('has the ids of associated records, joined as in an export, all of a record with very many', async () => {
    const { portal, open } = pulling;
    const many = Array.from({ length: 1203 }, (_, index) => String(5000 + index));
    const one = portal.create('deals', {});
    const other = portal.create('deals', {});
    portal.associate('deals', one, 'companies', ['701', '702'], '702');
    portal.associate('deals', other, 'contacts', many);
    const session = await open();
    const headers = ['Associated Company IDs', 'Associated Company IDs (Primary)', 'Associated Contact IDs'];
    const { rows } = await pullTable(session, await askFor(session, 'deals', headers));
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['701;702', '702', ''],
      ['', '', many.join(';')],
    ]);
    // One for the companies; of the contacts three pages.
    expect(pulling.server.callsTo('/v4/associations')).toHaveLength(4);
  });

  test('asks for ids first where its properties do not fit into an address', async () => {
    const { portal, open } = pulling;
    const names = Array.from({ length: 400 }, (_, index) => `a_property_with_a_long_name_${index}`);
    portal.objects.get('deals')?.properties.push(...names.map((name) => ({ name, label: name, type: 'string' })));
    const kept = portal.create('deals', { [names[399]!]: 'last' });
    const gone = portal.create('deals', { [names[0]!]: 'first' });
    portal.archive('deals', gone);
    const session = await open();
    const { rows } = await pullTable(session, await askFor(session, 'deals', ['Record ID', ...names, 'Archived']));
    expect(rows.map((row) => [row['Record ID'], row[names[0]!], row[names[399]!], row['Archived']])).toEqual([
      [kept, '', 'last', 'false'],
      [gone, 'first', '', 'true'],
    ]);
    expect(pulling.server.callsTo('/batch/read')).toHaveLength(2);
  });

  test('of owners has those who left too, with their teams', async () => {
    const session = await pulling.open();
    const headers = ['Owner ID', 'Name', 'Main team', 'Active'];
    const { rows } = await pullTable(session, await askFor(session, 'owners', headers));
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['51', 'Ann Archer', 'North', 'true'],
      ['52', 'bo@example.com', '', 'false'],
    ]);
  });

  test('may be of an object of the company, by any of its names', async () => {
    const { portal, open } = pulling;
    portal.custom.push({ name: 'machine', objectTypeId: '2-345', labels: { singular: 'Machine', plural: 'Machines' } });
    portal.object('2-345', [{ name: 'model', label: 'Model', type: 'string' }]);
    portal.create('2-345', { model: 'M1' });
    const session = await open();
    for (const name of ['machine', 'Machines', '2-345']) {
      expect((await pullTable(session, await askFor(session, name, ['Model']))).rows).toEqual([{ Model: 'M1' }]);
    }
    expect(await session.see('no such')).toBeNull();
    expect(await session.see('quotes')).toBeNull();
    expect(await session.objects()).toContain('machine');
  });
});

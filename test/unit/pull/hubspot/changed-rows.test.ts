import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withDeals } from './deals.ts';
import { askFor, faultOf, pullTable, start, startPulling, type Pulling } from './pulling.ts';

let pulling: Pulling;
beforeEach(async () => {
  pulling = await startPulling();
  withDeals(pulling.portal);
});
afterEach(() => pulling.end());

const headers = ['Record ID', 'Deal Name', 'Archived'];
const hour = 3_600_000;

/** The ids of what changed in the last hour, as pulled in a new session. */
async function changed(since = start - hour): Promise<string[]> {
  const session = await pulling.open();
  const { rows } = await pullTable(session, await askFor(session, 'deals', headers, { since: since / 1000 }));
  return rows.map((row) => row['Record ID'] ?? '');
}

function createMany(count: number, when: (index: number) => number): string[] {
  return Array.from({ length: count }, (_, index) => pulling.portal.create('deals', {}, { at: when(index) }));
}

describe('changes of a table of HubSpot', () => {
  test('are what was made, edited, merged and deleted since', async () => {
    const { portal, open } = pulling;
    const [still, edited, gone, longGone, merged, kept] = createMany(6, () => start - 48 * hour);
    portal.archive('deals', longGone!, start - 24 * hour);
    portal.edit('deals', edited!, { dealname: 'edited' });
    portal.archive('deals', gone!);
    portal.merge('deals', merged!, kept!);
    const made = portal.create('deals', { dealname: 'made' });
    const session = await open();
    const asked = [...headers, 'Merged object IDs'];
    const { rows } = await pullTable(session, await askFor(session, 'deals', asked, { since: start / 1000 - 3600 }));
    expect(new Set(rows.map((row) => Object.values(row).join('|')))).toEqual(
      new Set([`${edited}|edited|false|`, `${kept}||false|${merged}`, `${made}|made|false|`, `${gone}||true|`]),
    );
    expect(rows.map((row) => row['Record ID'])).not.toContain(still);
  });

  test('have merged records as deleted ones where the mapping reads no merges', async () => {
    const { portal, open } = pulling;
    const [first, second, kept] = createMany(3, () => start - 48 * hour);
    portal.merge('deals', first!, kept!);
    portal.merge('deals', second!, kept!);
    const session = await open();
    const asked = ['Record ID', 'Updated at', 'hs_lastmodifieddate', 'Archived'];
    const { rows, pages } = await pullTable(
      session,
      await askFor(session, 'deals', asked, { since: start / 1000 - 60 }),
    );
    const at = '2026-11-23T05:40:00Z';
    expect(rows.map((row) => Object.values(row))).toEqual([
      [kept, at, at, 'false'],
      [first, at, at, 'true'],
      [second, at, at, 'true'],
    ]);
    expect(pages.map((page) => page.rows)).toEqual([3]);
  });

  test('are searched 200 a call, past the 10,000 results that a search has', async () => {
    const ids = createMany(10_450, (index) => start - hour + index * 10);
    const came = await changed();
    expect(came).toHaveLength(10_450);
    expect(new Set(came)).toEqual(new Set(ids));
    // One record of each page is met again on the next.
    expect(pulling.server.callsTo('/deals/search')).toHaveLength(53);
  });

  test('of one instant that are more than a page come by their ids, however many they are', async () => {
    const before = createMany(150, (index) => start - hour + index);
    const together = createMany(10_300, () => start - hour / 2);
    const after = createMany(250, (index) => start - hour / 4 + index);
    const came = await changed();
    expect(came).toHaveLength(10_700);
    expect(new Set(came)).toEqual(new Set([...before, ...together, ...after]));
  });

  test('are not lost when a search tells a newer instant than the one that it sorted by', async () => {
    const { portal } = pulling;
    const ids = createMany(650, (index) => start - hour + index);
    portal.freezeIndex('deals');
    // The search still has it at the end of its first page.
    portal.edit('deals', ids[199]!, { dealname: 'edited just now' });
    expect(new Set(await changed())).toEqual(new Set(ids));
  });

  test('go on behind any page, and begin anew where a property has another type by now', async () => {
    const { portal, open } = pulling;
    createMany(2500, (index) => start - hour + index * 10);
    const session = await open();
    const ask = await askFor(session, 'deals', [...headers, 'Amount'], { since: (start - hour) / 1000 });
    const { pages, rows } = await pullTable(session, ask);
    expect(pages.length).toBeGreaterThan(2);
    const later = await open();
    const rest = await pullTable(later, ask, pages[0]?.mark);
    expect(rest.rows).toEqual(rows.slice(pages[0]?.rows ?? 0));
    const properties = portal.objects.get('deals')!.properties;
    properties[properties.findIndex(({ name }) => name === 'amount')] = {
      name: 'amount',
      label: 'Amount',
      type: 'string',
    };
    const stale = await faultOf(pullTable(await open(), ask, pages[0]?.mark));
    expect(stale).toHaveProperty('message', 'properties have other types by now');
  });

  test('come by their ids first where a search can not name all properties', async () => {
    const { portal, open } = pulling;
    const names = Array.from({ length: 120 }, (_, index) => `a_property_with_a_long_name_${index}`);
    portal.objects.get('deals')?.properties.push(...names.map((name) => ({ name, label: name, type: 'string' })));
    const ids = Array.from({ length: 250 }, () => portal.create('deals', { [names[119]!]: 'last' }));
    const session = await open();
    const ask = await askFor(session, 'deals', [...headers, ...names], { since: (start - hour) / 1000 });
    const { rows } = await pullTable(session, ask);
    expect(rows.map((row) => row[names[119]!])).toEqual(ids.map(() => 'last'));
    expect(new Set(rows.map((row) => row['Record ID']))).toEqual(new Set(ids));
  });

  test('of contacts are found by the property that contacts have', async () => {
    const { portal, open } = pulling;
    portal.object('contacts', []);
    portal.create('contacts', {}, { at: start - 48 * hour });
    const edited = portal.create('contacts', {}, { at: start - 48 * hour });
    portal.edit('contacts', edited, {});
    const session = await open();
    const ask = await askFor(session, 'contacts', ['Record ID', 'Archived'], { since: start / 1000 - 60 });
    expect((await pullTable(session, ask)).rows).toEqual([{ 'Record ID': edited, Archived: 'false' }]);
  });
});

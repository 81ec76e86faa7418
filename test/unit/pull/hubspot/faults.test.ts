import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SentFault } from '../../../servers/files/sent-faults.ts';
import { Refuse, missingScopes, tooMany } from '../../../servers/hubspot/refuse.ts';
import type { HubSpotOptions } from '../../../servers/hubspot/hubspot-server.ts';
import { withDeals } from './deals.ts';
import { askFor, askPlace, faultOf, pullTable, startPulling, tokenPlace, type Pulling } from './pulling.ts';

let pulling: Pulling;
const begin = async (options: HubSpotOptions = {}): Promise<void> => {
  pulling = await startPulling(options);
  withDeals(pulling.portal);
  for (let count = 0; count < 250; count += 1) pulling.portal.create('deals', { dealname: `deal ${count}` });
};
afterEach(() => pulling.end());

/** Pulls the deals, with a fault in the midst of their pages. */
async function pulledWith(fault: SentFault | Refuse, times: number): Promise<number> {
  const session = await pulling.open();
  const ask = await askFor(session, 'deals', ['Record ID', 'Deal Name']);
  // The first page comes well.
  pulling.server.fails({ after: 1, times, with: fault });
  return (await pullTable(session, ask)).rows.length;
}

const html = '<!DOCTYPE html><html><body>We are down for maintenance.</body></html>';
const refusal = (status: number): Refuse => new Refuse(status, 'INTERNAL_ERROR', 'internal error');
const passing: readonly [string, SentFault | Refuse, string][] = [
  [
    'a connection that is cut within a body',
    { cutAfter: 100 },
    'HubSpot, the records of deals: the connection was cut',
  ],
  ['a page of HTML', { status: 200, body: html }, 'HubSpot sent a web page in place of the records of deals'],
  ['half of a JSON', { status: 200, body: '{"results": [{"id"' }, 'is no JSON, or breaks off'],
  ['a gateway without an answer', { status: 502, body: html }, 'HubSpot refuses the records of deals (502)'],
  ['an internal error', refusal(500), 'HubSpot refuses the records of deals (500, INTERNAL_ERROR): "internal error"'],
  ['a lock', refusal(423), '(423, INTERNAL_ERROR)'],
  ['too many calls within ten seconds', tooMany('TEN_SECONDLY_ROLLING'), 'HubSpot allows no more calls for the moment'],
];

describe.each(passing)('%s', (_, fault, says) => {
  beforeEach(() => begin());

  test('is tried again', async () => {
    expect(await pulledWith(fault, 2)).toBe(250);
    expect(pulling.waited.filter((seconds) => seconds > 0)).toHaveLength(2);
  });

  test('that does not pass is a fault of the machine', async () => {
    const said = await faultOf(pulledWith(fault, 9));
    expect(said).toMatchObject({ of: 'machine', fix: 'start the pull again: it goes on where it stopped' });
    expect(said).toHaveProperty('says', expect.stringContaining(says));
  });
});

describe('of too many calls', () => {
  test('it is waited as long as HubSpot asks, and never longer than its spans are', async () => {
    await begin();
    expect(await pulledWith(tooMany('TEN_SECONDLY_ROLLING', { 'retry-after': '7' }), 1)).toBe(250);
    expect(await pulledWith(tooMany('TEN_SECONDLY_ROLLING', { 'retry-after': '7000' }), 1)).toBe(250);
    expect(pulling.waited).toEqual([7.5, 60.5]);
  });

  test('those of the day end the pull, and it is said when the next day begins where the account is', async () => {
    await begin();
    const said = await faultOf(pulledWith(tooMany('DAILY'), 1));
    // 00:40 there; five hours behind UTC.
    expect(said).toMatchObject({
      of: 'machine',
      says: 'all calls that HubSpot allows your account a day are used up',
      fix: 'it counts anew at 2026-11-24T05:00:00Z: a pull after that goes on where this one stopped',
    });
    expect(pulling.waited).toEqual([]);
  });

  test('there are none: the pace of the account is kept, and that of searches', async () => {
    await begin({ perTenSeconds: 30, searchesASecond: 5 });
    for (let count = 0; count < 8000; count += 1) pulling.portal.create('deals', {});
    const session = await pulling.open();
    const ask = await askFor(session, 'deals', ['Record ID', 'Archived']);
    expect((await pullTable(session, ask)).rows).toHaveLength(8250);
    const changes = await pullTable(session, { ...ask, since: pulling.portal.now / 1000 - 3600 });
    expect(changes.rows).toHaveLength(8250);
    expect(pulling.server.made.filter(({ status }) => status === 429)).toEqual([]);
    expect(pulling.waited.length).toBeGreaterThan(10);
  });
});

describe('a token', () => {
  test('that is wrong is a fault of the connection, which does not repeat it', async () => {
    await begin({ token: 'pat-eu1-another' });
    const said = await faultOf(pulling.open());
    expect(said).toMatchObject({
      of: 'input',
      says: 'HubSpot does not accept the token in HUBSPOT_TOKEN: it is wrong, was replaced, or its app was deleted',
      at: tokenPlace,
    });
    expect(JSON.stringify(said)).not.toContain('pat-eu1');
  });

  test('that expires in the midst is one too', async () => {
    await begin();
    const expired = new Refuse(401, 'EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired');
    expect(await faultOf(pulledWith(expired, 1))).toMatchObject({
      of: 'input',
      says: 'HubSpot does not accept the token in HUBSPOT_TOKEN: it has expired',
    });
    expect(pulling.waited).toEqual([]);
  });

  test('that lacks a scope is told at the mapping, with the scope', async () => {
    await begin();
    expect(await faultOf(pulledWith(missingScopes('crm.objects.deals.read'), 1))).toMatchObject({
      of: 'input',
      says: 'the token in HUBSPOT_TOKEN may not read the records of deals: it lacks the scope crm.objects.deals.read',
      fix: "add it to the private app in HubSpot's settings; the token stays the same",
      at: askPlace,
    });
  });

  test('that lacks one for what only a column needs does not stop other tables', async () => {
    await begin({ lacks: { '/owners': 'crm.objects.owners.read', '/schemas': 'crm.schemas.custom.read' } });
    const session = await pulling.open();
    const owned = await askFor(session, 'deals', ['Record ID', 'Deal owner']);
    expect(await faultOf(session.start(owned))).toMatchObject({
      says: 'the token in HUBSPOT_TOKEN may not read the owners: it lacks the scope crm.objects.owners.read',
    });
    const plain = await askFor(session, 'deals', ['Record ID', 'hubspot_owner_id']);
    expect((await pullTable(session, plain)).rows).toHaveLength(250);
    expect(await session.objects()).toContain('deals');
  });

  test('stays out of what HubSpot says', async () => {
    await begin();
    const words = new Refuse(400, 'VALIDATION_ERROR', 'what does Bearer pat-eu1-secret\nwant?');
    expect(await faultOf(pulledWith(words, 1))).toMatchObject({
      of: 'machine',
      says: 'HubSpot refuses the records of deals (400, VALIDATION_ERROR): "what does Bearer [secret] want?"',
    });
  });
});

describe('what changed in HubSpot', () => {
  test('a property that vanished, or may not be seen any more, is a fault of the mapping', async () => {
    await begin();
    const session = await pulling.open();
    const ask = await askFor(session, 'deals', ['Record ID', 'Amount']);
    const properties = pulling.portal.objects.get('deals')!.properties;
    properties.splice(
      properties.findIndex(({ name }) => name === 'amount'),
      1,
    );
    expect(await faultOf((await pulling.open()).start(ask))).toMatchObject({
      of: 'input',
      says: 'deals in HubSpot have no property "amount" any more, which the column "Amount" is read from',
      at: askPlace,
    });
  });

  test('an object that is gone is one too', async () => {
    await begin();
    const session = await pulling.open();
    const ask = await askFor(session, 'deals', ['Record ID']);
    pulling.portal.objects.delete('deals');
    const later = await pulling.open();
    expect(await faultOf(later.start(ask))).toMatchObject({ of: 'input', says: 'HubSpot has no object "deals"' });
  });

  test('an answer of another shape is a fault that says where', async () => {
    await begin();
    expect(await faultOf(pulledWith({ status: 200, body: '{"results": [{"id": null}]}' }, 1))).toMatchObject({
      of: 'machine',
      says: 'HubSpot sent the records of deals in another shape than it describes (at "results.0.id")',
    });
  });

  test('a page that leads to itself does not go on for ever', async () => {
    await begin();
    const page = JSON.stringify({ results: [{ id: '1', properties: {} }], paging: { next: { after: '2' } } });
    expect(await faultOf(pulledWith({ status: 200, body: page }, 99))).toMatchObject({
      of: 'machine',
      says: 'HubSpot says that the page behind one of the records of deals is that page itself ("2")',
    });
  });

  test('a record that is listed twice is written once', async () => {
    await begin();
    // The second page leads back into the first.
    const page = { results: [{ id: '1', properties: {} }], paging: { next: { after: '900100200050' } } };
    const session = await pulling.open();
    const ask = await askFor(session, 'deals', ['Record ID']);
    pulling.server.fails({ after: 2, with: { status: 200, body: JSON.stringify(page) } });
    const { rows } = await pullTable(session, ask);
    expect(rows).toHaveLength(251);
    expect(new Set(rows.map((row) => row['Record ID'])).size).toBe(rows.length);
  });
});

describe('the calls of the day', () => {
  test('are told by the headers', async () => {
    await begin({ daily: 1000 });
    const session = await pulling.open();
    await session.see('deals');
    expect(session.usage()).toEqual({ calls: 2, usedToday: 2, allowedADay: 1000 });
  });

  test('are asked for where no header tells them', async () => {
    await begin({ tellsDaily: false });
    const session = await pulling.open();
    await session.see('deals');
    expect(session.usage()).toEqual({ calls: 3, usedToday: 817, allowedADay: 625_000 });
  });
});

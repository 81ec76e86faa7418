import { afterEach, describe, expect, it } from 'vitest';
import { refusing } from '../../../servers/salesforce/faults.ts';
import { tableOf } from '../../../servers/salesforce/objects.ts';
import { serveSalesforce, type SalesforceServer } from '../../../servers/salesforce/salesforce-server.ts';
import { asking, open, pulled } from './session-of.ts';

const exports = 'data/sample/exports';
const objects = ['Lead', 'LeadHistory', 'Group', 'OpportunityContactRole'];

let server: SalesforceServer | null = null;
afterEach(() => server?.close());

const read = Promise.all(objects.map(async (name) => [name, await tableOf(`${exports}/${name}.csv`)] as const));

async function serve(): Promise<SalesforceServer> {
  const tables = (await read).map(([name, table]) => [name, { ...table }] as const);
  const settled = {
    ...Object.fromEntries(tables),
    Status: { columns: ['Id', 'Label'], rows: [{ Id: '1', Label: 'a' }] },
  };
  server = await serveSalesforce({ tables: settled, clock: 1_795_412_345 });
  return server;
}

describe('an object of Salesforce', () => {
  it('tells its fields by both names, which of them are formulas, and how many records may be seen', async () => {
    const { address, tables } = await serve();
    if (tables['Lead']) tables['Lead'].formulas = ['Score__c'];
    const seen = await (await open(address)).see('Lead');
    expect(seen?.fields.filter(({ name }) => /^(?:LeadSource|Score__c|CreatedDate)$/.test(name))).toEqual([
      { name: 'LeadSource', label: 'Lead Source', type: 'string', isFormula: false },
      { name: 'CreatedDate', label: 'Created Date', type: 'datetime', isFormula: false },
      { name: 'Score__c', label: 'Score', type: 'double', isFormula: true },
    ]);
    const deleted = tables['Lead']?.rows.filter((row) => row['IsDeleted'] === 'true').length ?? 0;
    expect(await seen?.count()).toBe((tables['Lead']?.rows.length ?? 0) - deleted);
    expect(seen?.tellsDeletedDays).toBe(14);
  });

  it('that has no mark of deletion, or nothing that tells changes, never tells what was deleted', async () => {
    const session = await open((await serve()).address);
    expect((await session.see('Group'))?.tellsDeletedDays).toBeNull();
    expect((await session.see('OpportunityContactRole'))?.tellsDeletedDays).toBeNull();
    expect((await session.see('Status'))?.tellsDeletedDays).toBeNull();
    expect((await session.see('LeadHistory'))?.tellsDeletedDays).toBe(14);
  });

  it('that is too large to be counted is pulled nonetheless', async () => {
    const { address, fails } = await serve();
    fails({ on: /COUNT/, with: refusing(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.') });
    expect(await (await (await open(address)).see('Lead'))?.count()).toBeNull();
  });

  it('is told its changes by its best field, and is pulled whole where it has none', async () => {
    const { address, requests } = await serve();
    const session = await open(address);
    for (const object of ['LeadHistory', 'OpportunityContactRole', 'Group', 'Status'])
      await session.start(asking(object, ['Id'], Date.parse('2026-11-18T12:26:40Z') / 1000));
    const asked = requests.flatMap(({ body }) => / FROM (.*?)"/.exec(body)?.[1] ?? []);
    expect(asked).toEqual([
      'LeadHistory WHERE CreatedDate >= 2026-11-18T12:26:40Z',
      'OpportunityContactRole',
      'Group WHERE SystemModstamp >= 2026-11-18T12:26:40Z',
      'Status',
    ]);
  });

  it("is pulled as of the server's clock, whatever this machine's says", async () => {
    const { address } = await serve();
    const { until } = await (await open(address)).start(asking('Lead', ['Id']));
    expect(until).toBe(1_795_412_345);
  });

  it('is one of those that may be seen', async () => {
    const session = await open((await serve()).address);
    expect(await session.objects()).toEqual([...objects, 'Status']);
  });

  it('comes as its export has it, byte by byte', async () => {
    const { address, tables } = await serve();
    const { csv } = await pulled(await open(address), asking('Lead', tables['Lead']?.columns ?? []));
    const { readFile } = await import('node:fs/promises');
    const whole = await readFile(`${exports}/Lead.csv`, 'utf8');
    expect(csv).toBe(whole.slice(whole.indexOf('\n') + 1));
  });
});

describe('calls of Salesforce', () => {
  it('are counted, ours and those of everyone', async () => {
    const { address, requests } = await serve();
    const session = await open(address);
    for (const object of objects) {
      await session.see(object);
      await pulled(session, asking(object, ['Id']));
    }
    // The limits once; a description, a job, its state and its rows for each object.
    expect(session.usage()).toEqual({ calls: 1 + 4 * objects.length, usedToday: 17 + 17, allowedADay: 100_000 });
    expect(requests.filter(({ line }) => line.includes('/services/data/'))).toHaveLength(17);
    await session.close();
  });
});

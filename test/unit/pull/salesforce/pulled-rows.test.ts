import { afterEach, describe, expect, it } from 'vitest';
import { MarkIsStale } from '../../../../src/pull/connector.ts';
import { cutAfter, endAfter, expired, page, saying } from '../../../servers/salesforce/faults.ts';
import type { Row, SalesforceTable } from '../../../servers/salesforce/objects.ts';
import { serveSalesforce, type Options, type SalesforceServer } from '../../../servers/salesforce/salesforce-server.ts';
import { asking, open, pulled, quickWorld } from './session-of.ts';

const columns = ['Id', 'IsDeleted', 'LastName', 'Status', 'SystemModstamp'];

function lead(number: number, more: Row = {}): Row {
  const id = `00QHw00000000${number}MAA`;
  const at = `2026-11-0${number}T08:00:00.000Z`;
  return { Id: id, IsDeleted: 'false', LastName: `Lead ${number}`, Status: 'New', SystemModstamp: at, ...more };
}

const leads: SalesforceTable = {
  columns,
  rows: [
    lead(1),
    lead(2, { LastName: 'says "so",\nand goes on', Status: '' }),
    lead(3, { IsDeleted: 'true' }),
    lead(4),
    lead(5, { Status: 'Ünïcode' }),
  ],
};

const first = '"00QHw000000001MAA","New"\n';
const second = '"00QHw000000002MAA",""\n';
const third = '"00QHw000000003MAA","New"\n';
const fourth = '"00QHw000000004MAA","New"\n';
const fifth = '"00QHw000000005MAA","Ünïcode"\n';
const ask = asking('Lead', ['Id', 'Status']);

let server: SalesforceServer | null = null;
afterEach(() => server?.close());

async function serve(more: Partial<Options> = {}): Promise<SalesforceServer> {
  server = await serveSalesforce({ tables: { Lead: structuredClone(leads) }, ...more });
  return server;
}

describe('rows of Salesforce', () => {
  it('come as Salesforce writes them, without the header, with those that were deleted', async () => {
    const { address } = await serve();
    const { csv } = await pulled(await open(address), ask);
    expect(csv).toBe(first + second + third + fourth + fifth);
  });

  it('keep quotes and line ends within a value', async () => {
    const { address } = await serve();
    const { csv } = await pulled(await open(address), asking('Lead', ['LastName', 'Id']));
    expect(csv).toContain('\n"says ""so"",\nand goes on","00QHw000000002MAA"\n"Lead 3"');
  });

  it('come in the order of the ask, whatever order they are sent in, and twice where they are asked for twice', async () => {
    const { address, fails } = await serve();
    const other = () => '"STATUS","Id","Other"\n"New","1","a,""b"""\n"","2",""\n"","3",""\n"x,\ny","4",""\n"","5",""\n';
    fails({ on: /results/, with: saying(other) });
    const twice = { ...ask, columns: [...ask.columns, { header: 'again', field: 'id' }] };
    const { csv } = await pulled(await open(address), twice);
    expect(csv).toBe('"1","New","1"\n"2","","2"\n"3","","3"\n"4","x,\ny","4"\n"5","","5"\n');
  });

  it('are asked for from an instant on, by what tells changes', async () => {
    const { address, requests } = await serve();
    const since = Date.parse('2026-11-04T08:00:00Z') / 1000;
    const { csv } = await pulled(await open(address), asking('Lead', ['Id', 'Status'], since));
    expect(csv).toBe(fourth + fifth);
    expect(requests.find(({ line }) => line.startsWith('POST /services/data'))?.body).toContain(
      'SELECT Id, Status FROM Lead WHERE SystemModstamp >= 2026-11-04T08:00:00Z',
    );
  });

  it('come page by page, and a later session goes on behind any mark', async () => {
    const { address } = await serve({ rowsAPage: 2 });
    const { marks } = await pulled(await open(address), ask);
    expect(marks).toHaveLength(3);
    const later = await open(address);
    expect((await pulled(later, ask, marks[0])).csv).toBe(third + fourth + fifth);
    expect((await pulled(later, ask, marks[1])).csv).toBe(fifth);
    expect((await pulled(later, ask, marks[2])).csv).toBe('');
  });

  it.each([1, 14, 20, 40, 60, 80, 88])(
    'come once each where the connection is cut after %i bytes of a page',
    async (bytes) => {
      const { address, fails } = await serve({ rowsAPage: 3 });
      fails({ on: /results/, times: 2, with: cutAfter(bytes) });
      const world = quickWorld();
      expect((await pulled(await open(address, world), ask)).csv).toBe(first + second + third + fourth + fifth);
      expect(world.waited.length).toBeGreaterThan(0);
    },
  );

  it.each([1, 4, 5, 13, 14, 15, 39, 40, 41, 42, 45, 63])(
    'come once each where a body ends after %i bytes as if that were all',
    async (bytes) => {
      const { address, fails } = await serve();
      fails({ on: /results/, with: endAfter(bytes) });
      expect((await pulled(await open(address), ask)).csv).toBe(first + second + third + fourth + fifth);
    },
  );

  it('are never held in memory as a page', async () => {
    const { address, tables } = await serve();
    tables['Lead'] = { columns, rows: Array.from({ length: 20_000 }, () => lead(1)) };
    const session = await open(address);
    const whole = asking('Lead', columns);
    for await (const { csv, rows, total } of session.pages(whole, (await session.start(whole)).mark)) {
      const sizes: number[] = [];
      for await (const part of csv) sizes.push(part.length);
      expect([rows, total, sizes.reduce((sum, size) => sum + size, 0)]).toEqual([20_000, 20_000, 20_000 * 70]);
      expect(sizes.length).toBeGreaterThan(10);
    }
  });

  it('come also where only the first page has a header', async () => {
    const { address, fails } = await serve({ rowsAPage: 2 });
    fails({ on: /locator/, times: 2, with: saying((body) => body.slice(body.indexOf('\n') + 1)) });
    expect((await pulled(await open(address), ask)).csv).toBe(first + second + third + fourth + fifth);
  });

  it('that stand in two pages come twice: their key tells that they are one', async () => {
    const { address, tables } = await serve({ rowsAPage: 2 });
    tables['Lead'] = { columns, rows: [lead(1), lead(2), lead(2), lead(4)] };
    expect((await pulled(await open(address), asking('Lead', ['Id']))).csv.match(/02MAA/g)).toHaveLength(2);
  });

  it('go on where the session expires between two pages, and where a page of HTML comes', async () => {
    const { address, fails, requests } = await serve({ rowsAPage: 2 });
    fails({ on: /results/, after: 1, with: expired });
    fails({ on: /results/, after: 2, with: page });
    expect((await pulled(await open(address), ask)).csv).toBe(first + second + third + fourth + fifth);
    expect(requests.filter(({ line }) => line.includes('/oauth2/token'))).toHaveLength(2);
  });

  it('are begun anew where the job is gone, or another version of the API is spoken', async () => {
    const { address, forgetJobs } = await serve({ rowsAPage: 2 });
    const { marks } = await pulled(await open(address), ask);
    forgetJobs();
    await expect(pulled(await open(address), ask, marks[0])).rejects.toBeInstanceOf(MarkIsStale);
    const other = marks[0]?.replace('64.0', '63.0') ?? '';
    await expect(pulled(await open(address), ask, other)).rejects.toBeInstanceOf(MarkIsStale);
    await expect(pulled(await open(address), ask, 'anything')).rejects.toBeInstanceOf(MarkIsStale);
  });

  it('are asked for by a quick query where query jobs can not', async () => {
    const { address, tables, requests } = await serve({ rowsAPage: 2 });
    tables['Lead'] = { ...leads, isNotBulk: true };
    const session = await open(address);
    const { csv, marks } = await pulled(session, asking('Lead', ['Id', 'IsDeleted', 'LastName', 'SystemModstamp']));
    expect(csv.split('\n')[0]).toBe('"00QHw000000001MAA","false","Lead 1","2026-11-01T08:00:00.000Z"');
    expect(csv).toContain('"00QHw000000003MAA","true","Lead 3"');
    expect(csv).toContain('"says ""so"",\nand goes on"');
    expect(marks).toHaveLength(3);
    expect(requests.filter(({ line }) => line.includes('/results'))).toEqual([]);
    const few = asking('Lead', ['Id', 'LastName']);
    expect((await pulled(session, few, marks[1])).csv).toBe('"00QHw000000005MAA","Lead 5"\n');
  });
});

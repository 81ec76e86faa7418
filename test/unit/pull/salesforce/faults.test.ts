import { afterEach, describe, expect, it } from 'vitest';
import { PullFault } from '../../../../src/pull/pull-fault.ts';
import * as wrong from '../../../servers/salesforce/faults.ts';
import { serveSalesforce, type Options, type SalesforceServer } from '../../../servers/salesforce/salesforce-server.ts';
import { asking, mapped, open, pulled, quickWorld } from './session-of.ts';

const ask = asking('Lead', ['Id', 'Score__c']);
const row = {
  Id: '00QHw000000001MAA',
  IsDeleted: 'false',
  Score__c: '60.0',
  SystemModstamp: '2026-11-01T08:00:00.000Z',
};

let server: SalesforceServer | null = null;
afterEach(() => server?.close());

async function serve(more: Partial<Options> = {}): Promise<SalesforceServer> {
  const Lead = { columns: [...Object.keys(row), 'Address'], rows: [row], types: { Address: 'address' } };
  const TaskStatus = { columns: ['Id', 'MasterLabel'], rows: [] };
  server = await serveSalesforce({ tables: { Lead, TaskStatus }, ...more });
  return server;
}

async function faultOf(attempt: () => Promise<unknown>): Promise<PullFault> {
  const error: unknown = await attempt().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof PullFault) return error;
  throw new Error('expected a fault', { cause: error });
}

describe('signing in', () => {
  it('names the variable of a client id that is none', async () => {
    const { address } = await serve({ clientId: 'another' });
    const { of, says, at } = await faultOf(() => open(address));
    expect(of).toBe('input');
    expect(says).toContain(
      'invalid_client_id, "client identifier invalid"; the client id that SALESFORCE_CLIENT_ID holds',
    );
    expect(at).toEqual({ file: 'data/sources/salesforce.yml', line: 5, column: 14 });
  });

  it('names the variable of a client secret that is wrong, without the secret', async () => {
    const { address } = await serve({ clientSecret: 'another' });
    const fault = await faultOf(() => open(address));
    expect(fault.says).toContain('"invalid client credentials"; the client secret that SALESFORCE_CLIENT_SECRET holds');
    expect(fault.at?.line).toBe(6);
    expect(fault.message).not.toContain('a-secret');
  });

  it.each([
    [
      400,
      { error: 'unsupported_grant_type', error_description: 'grant type not supported' },
      'Enable Client Credentials Flow',
    ],
    [400, { error: 'invalid_grant', error_description: 'no client credentials user enabled' }, 'the user to "Run As"'],
    [
      400,
      { error: 'invalid_grant', error_description: 'request not supported on this domain' },
      'must be your My Domain',
    ],
  ])('with status %i and %o says what to switch on', async (status, told, fix) => {
    const { address, fails } = await serve();
    const body = JSON.stringify(told);
    fails({ on: /token/, with: (answer, to) => wrong.send({ ...answer, status, body }, to) });
    const fault = await faultOf(() => open(address));
    expect([fault.of, fault.fix]).toEqual(['input', expect.stringContaining(fix)]);
  });

  it('sends nothing to a sign-in page of all companies, or to pages for people', async () => {
    for (const address of ['https://login.salesforce.com', 'https://hollin.lightning.force.com'])
      expect((await faultOf(() => open(address))).fix).toContain('write your My Domain');
  });

  it('says that a page came in place of data, where nothing else ever did', async () => {
    const { address, fails } = await serve();
    fails({ on: /token/, with: wrong.page });
    const fault = await faultOf(() => open(address));
    expect([fault.of, fault.at?.line]).toEqual(['input', 2]);
    expect(fault.says).toContain('answered with a web page, or led to one, and not with data');
  });

  it('follows no redirect: what it leads to would be told the secrets', async () => {
    const { address, fails } = await serve();
    const elsewhere = { status: 302, headers: { location: `${address}/elsewhere` }, body: '' };
    fails({ on: /token/, with: (_answer, to) => wrong.send(elsewhere, to) });
    expect((await faultOf(() => open(address))).says).toContain('led to one');
    expect(server?.requests).toHaveLength(1);
  });

  it('says which variable is not set', async () => {
    const { address } = await serve();
    const fault = await faultOf(() => open(address, quickWorld({ SALESFORCE_CLIENT_SECRET: '' })));
    expect(fault.says).toBe('the environment variable SALESFORCE_CLIENT_SECRET is not set');
  });

  it('ends where a new session is refused at once', async () => {
    const { address, fails } = await serve();
    const message = 'This session is not valid for use with the REST API';
    fails({ on: /limits/, times: 9, with: wrong.refusing(401, 'INVALID_SESSION_ID', message) });
    const fault = await faultOf(() => open(address));
    expect(fault.says).toBe(`Salesforce lets us in, and refuses the session right after: "${message}"`);
  });

  it('says that a version of the API is not spoken', async () => {
    const { address } = await serve({ versions: ['58.0'] });
    const fault = await faultOf(() => open(address));
    expect([fault.says, fault.at?.line]).toEqual(['your Salesforce does not speak version 64.0 of the API', 3]);
  });

  it('is tried again where nobody answers, and ends as the machine that failed', async () => {
    const { address, close } = await serve();
    await close();
    const fault = await faultOf(() => open(address));
    expect([fault.of, fault.says]).toEqual(['machine', expect.stringContaining("can't be reached at 127.0.0.1")]);
  });

  it('happens once more where a token expires, wherever that is', async () => {
    const { address, expireTokens, requests } = await serve();
    const session = await open(address);
    for (const step of [
      () => session.see('Lead'),
      () => session.objects(),
      () => session.start(ask),
      () => pulled(session, ask),
    ]) {
      expireTokens();
      await step();
    }
    expect(requests.filter(({ line }) => line.endsWith('/token'))).toHaveLength(5);
  });
});

describe('a field', () => {
  it('that vanished, or may no longer be read, is named with its column before a job is begun', async () => {
    const { address, tables, requests } = await serve();
    if (tables['Lead']) tables['Lead'].hidden = ['Score__c'];
    const session = await open(address);
    const columns = [{ header: 'Score', field: 'Score__c' }];
    const { of, says, fix, at } = await faultOf(() => session.start({ ...ask, columns }));
    expect([of, at]).toEqual(['input', mapped]);
    expect(says).toBe(
      'Salesforce shows no field "Score__c" of Lead to the user who pulls, the column "Score": it was deleted or renamed, or its permission was taken away',
    );
    expect(fix).toBe("give the user's permission set read access to the field, or take the column out of the mapping");
    expect(requests.filter(({ line }) => line.includes('jobs'))).toEqual([]);
  });

  it('that vanishes between description and query is told the same way', async () => {
    const { address, tables } = await serve();
    const session = await open(address);
    await session.see('Lead');
    if (tables['Lead']) tables['Lead'].hidden = ['Score__c'];
    const fault = await faultOf(() => session.start(ask));
    expect([fault.of, fault.at]).toEqual(['input', mapped]);
    expect(fault.says).toContain('shows no field "Score__c" of Lead');
  });

  it('that vanishes while the job runs is told the same way', async () => {
    const { address, jobsEnd } = await serve();
    const session = await open(address);
    jobsEnd(
      'Failed',
      "InvalidBatch : Failed to process query: INVALID_FIELD: Id, Score__c FROM Lead ^ ERROR at Row:1:Column:12 No such column 'Score__c' on entity 'Lead'.",
    );
    const fault = await faultOf(() => pulled(session, ask));
    expect([fault.of, fault.at]).toEqual(['input', mapped]);
    expect(fault.says).toContain('shows no field "Score__c" of Lead');
  });

  it('with a name that is nearly right is corrected', async () => {
    const { address } = await serve();
    const session = await open(address);
    expect((await faultOf(() => session.start(asking('Lead', ['Scor__c'])))).fix).toContain('did you mean "Score__c"?');
  });

  it('of several parts is no column', async () => {
    const { address } = await serve();
    const session = await open(address);
    const fault = await faultOf(() => session.start(asking('Lead', ['Address'])));
    expect(fault.says).toContain('the field "Address" of Lead (address) consists of several parts');
  });

  it('is never more than a name in what is asked', async () => {
    const { address } = await serve();
    const session = await open(address);
    const fault = await faultOf(() => session.start(asking('Lead', ['Owner.Name FROM User'])));
    expect(fault.says).toBe(`"Owner.Name FROM User" can't be the name of a field of Lead`);
  });
});

describe('an object', () => {
  it('that is not there is none, and a fault where it is asked for', async () => {
    const { address } = await serve();
    const session = await open(address);
    expect(await session.see('Leed')).toBeNull();
    expect(await session.see('Lead/../x')).toBeNull();
    expect((await faultOf(() => session.start(asking('Leed', ['Id'])))).says).toContain('shows no object "Leed"');
  });

  it('keeps its history in another one', async () => {
    const { address } = await serve();
    const session = await open(address);
    const fault = await faultOf(() => session.start({ ...ask, historyOf: ['Status'] }));
    expect(fault.fix).toBe('take "history of" out, and write object: LeadHistory');
  });
});

describe('a busy server', () => {
  it('is waited for as long as it asks for', async () => {
    const { address, fails } = await serve();
    fails({ on: /POST .*jobs/, with: wrong.tooMany(40) });
    fails({ on: /results/, times: 2, with: wrong.unavailable });
    fails({ on: /limits/, with: wrong.hangUp });
    const world = quickWorld();
    await pulled(await open(address, world), ask);
    expect(world.waited).toEqual([0.5, 40.5, 0.5, 1]);
  });

  it('that stays busy ends the pull as the machine that failed', async () => {
    const { address, fails } = await serve();
    const session = await open(address);
    fails({ on: /jobs/, times: 99, with: wrong.unavailable });
    const fault = await faultOf(() => session.start(ask));
    expect([fault.of, fault.says]).toEqual([
      'machine',
      'Salesforce is busy or down: status 503, "Server is unavailable, try again later" (the query of Lead, tried 6 times)',
    ]);
  });

  it('ends the pull where the day is used up, without asking again', async () => {
    const { address, fails, requests } = await serve();
    const session = await open(address);
    fails({ on: /jobs/, times: 99, with: wrong.dayUsedUp });
    const fault = await faultOf(() => session.start(ask));
    expect([fault.of, fault.says]).toEqual([
      'machine',
      'the calls that Salesforce allows a day are used up: "TotalRequests Limit exceeded."',
    ]);
    expect(requests.filter(({ line }) => line.includes('jobs'))).toHaveLength(1);
  });

  it('ends the pull where no query job is left', async () => {
    const { address, requests } = await serve({ jobsLeft: 1 });
    const session = await open(address);
    await session.start(ask);
    expect((await faultOf(() => session.start(ask))).says).toContain(
      'the query jobs that Salesforce allows a day are used up',
    );
    expect(requests.filter(({ line }) => line.includes('jobs'))).toHaveLength(1);
  });
});

describe('a job', () => {
  it('is waited for longer and longer', async () => {
    const { address } = await serve({ polls: 5 });
    const world = quickWorld();
    await pulled(await open(address, world), ask);
    expect(world.waited).toEqual([2, 3, 4.5, 6.75, 10.125]);
  });

  it('that does not end is left to the next pull, which goes on with it', async () => {
    const { address } = await serve({ polls: 400 });
    const { mark } = await (await open(address)).start(ask);
    const fault = await faultOf(async () => pulled(await open(address), ask, mark));
    expect([fault.of, fault.says]).toEqual(['machine', 'the query of Lead has not ended after 120 minutes']);
  });

  it("that fails says why in Salesforce's own words, and is begun anew by the next pull", async () => {
    const { address, jobsEnd } = await serve();
    const session = await open(address);
    const { mark } = await session.start(ask);
    jobsEnd('Failed', 'Unable to retrieve batch result');
    const fault = await faultOf(() => pulled(session, ask, mark));
    expect([fault.of, fault.says]).toEqual([
      'machine',
      'the query of Lead failed in Salesforce: "Unable to retrieve batch result"',
    ]);
    await expect(open(address).then((later) => pulled(later, ask, mark))).rejects.toThrow('ended as Failed');
  });

  it('that somebody stopped is told so', async () => {
    const { address, jobsEnd } = await serve();
    const session = await open(address);
    jobsEnd('Aborted', '');
    expect((await faultOf(() => pulled(session, ask))).says).toBe('somebody stopped the query of Lead in Salesforce');
  });
});

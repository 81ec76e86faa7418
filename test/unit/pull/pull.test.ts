import { utimes, writeFile, mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PullFault, Passing } from '../../../src/pull/pull-fault.ts';
import { begun, crmWithLeads, ends, lead, manifestOf } from './begun.ts';
import type { memoryCrm } from './memory-crm.ts';
import { crmSources, failingDisk, folderOf, forgets, fullDisk, memoryPlace, type Folder } from './memory-crm.ts';

interface Entry {
  readonly rows: number;
  readonly upTo: string;
}

test('the first pull writes everything, the next one what changed since, with an overlap, and a third one nothing', async () => {
  const crm = crmWithLeads();
  crm.rows['Lead'] = Array.from({ length: 40 }, (_, number) => lead(number + 100, 'New', 1_699_000_000));
  crm.pageRows = 15;
  const folder = await begun(crm);
  expect((await folder.pull()).accounts).toMatchObject([{ outcome: 'complete', rows: 41, says: [] }]);
  expect(await folder.names()).toEqual([
    '2023-11-14T22-13-20Z/Contact.csv',
    '2023-11-14T22-13-20Z/Lead.csv',
    'manifest.json',
  ]);
  crm.rows['Lead']?.push(lead(6, 'New', crm.clock - 60), lead(7, 'Won', crm.clock + 10));
  crm.clock += 3600;
  await folder.pull();
  const { files } = await manifestOf(folder);
  expect(files).toHaveLength(3);
  expect(files.map(({ rows }: Entry) => rows)).toEqual([40, 2, 1]);
  expect(files[1]).toMatchObject({
    holds: 'changes',
    rows: 2,
    upTo: '2023-11-14T23:13:20Z',
    columns: ['Id', 'SystemModstamp', 'Status'],
  });
  crm.clock += 3600;
  expect((await folder.pull()).accounts).toMatchObject([{ outcome: 'complete', rows: 0 }]);
  const later = (await manifestOf(folder)).files;
  expect(later.map(({ rows, upTo }: Entry) => [rows, upTo])).toEqual([
    [40, '2023-11-14T22:13:20Z'],
    [2, '2023-11-15T00:13:20Z'],
    [1, '2023-11-15T00:13:20Z'],
  ]);
});

test('killed after any write, any number of times, a pull ends in the same files and manifest as undisturbed', async () => {
  const pulls = async (folder: Folder, crm: ReturnType<typeof memoryCrm>, kills: readonly number[]) => {
    const left = [...kills];
    for (const step of [0, 1]) {
      if (step > 0) crm.rows['Lead']?.push(lead(10 + step, `step ${step}, "x"\n`, 1_700_000_000 + step * 3600 - 5));
      if (step > 0) crm.rows['Contact']?.push(lead(20 + step, 'n', 1_700_000_000 + step * 3600 - 5));
      crm.clock = 1_700_000_000 + step * 3600;
      while (left.length > step) {
        await folder.pull({ disk: failingDisk(left.shift() ?? 0) }).catch(() => undefined);
      }
      expect((await folder.pull()).problems).toEqual([]);
    }
    return folder.seen();
  };
  const straight = crmWithLeads();
  const expected = await pulls(await begun(straight), straight, []);
  expect(expected.length).toBeGreaterThan(1);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(45), { maxLength: 4 }), async (kills) => {
      const crm = crmWithLeads();
      const folder = await begun(crm);
      expect(await pulls(folder, crm, kills)).toEqual(expected);
      expect((await folder.names()).filter((name) => name.startsWith('.'))).toEqual([]);
      await folder.end();
    }),
    { numRuns: 12 },
  );
}, 20_000);

describe('a fault of one table stops no other', () => {
  test('a permission that was taken away is told at the mapping, and the rest is pulled', async () => {
    const crm = crmWithLeads();
    crm.hidden = ['Lead.Status'];
    const { accounts, problems, fault } = await (await begun(crm)).pull();
    expect(fault).toBe('input');
    expect(accounts).toMatchObject([{ outcome: 'partial', rows: 1 }]);
    expect(problems).toMatchObject([
      {
        file: 'sources/leads.yml',
        line: 8,
        says: 'Lead of crm has no field "Status", or who signs in may not see it',
        fix: 'mend the name, or give the permission to read it',
      },
    ]);
  });

  test('an object that is misspelt is told with the one that was meant', async () => {
    const crm = crmWithLeads();
    const sources = { ...crmSources, leads: crmSources['leads']?.replace('object: Lead', 'object: Leda') ?? '' };
    const { problems } = await (await begun(crm, undefined, sources)).pull();
    expect(problems).toMatchObject([
      {
        line: 2,
        says: 'there is no object "Leda" at crm, or who signs in may not see it',
        fix: 'did you mean "Lead"?',
      },
    ]);
  });

  test('a server that fails for long is told, and the next pull goes on behind the last page', async () => {
    const crm = crmWithLeads();
    crm.beforePage = (object, page) => {
      if (object === 'Lead' && page === 2) throw new Passing('Lead: the server is not able to answer now (503)');
    };
    const folder = await begun(crm);
    const { fault, accounts } = await folder.pull();
    expect([fault, accounts[0]?.outcome]).toEqual(['machine', 'partial']);
    crm.beforePage = () => undefined;
    crm.calls = 0;
    const next = await folder.pull();
    expect(next.accounts).toMatchObject([{ outcome: 'complete' }]);
    expect(await folder.seen()).toMatchObject([{ name: 'Contact.csv' }, { name: 'Lead.csv', rows: 5 }]);
  });

  test('a server that forgot what it was asked is asked anew', async () => {
    const crm = crmWithLeads();
    let times = 0;
    crm.beforePage = (object, page) => {
      times += 1;
      if (object === 'Lead' && page === 1 && times < 4) forgets();
    };
    const folder = await begun(crm);
    expect((await folder.pull()).problems).toEqual([]);
    expect(await folder.seen()).toMatchObject([
      { name: 'Contact.csv', rows: 1 },
      { name: 'Lead.csv', rows: 5 },
    ]);
  });
});

test('no secret is in what is said or written, however it is spelt', async () => {
  const crm = crmWithLeads();
  const secret = 'crm_secret-is/secret+1';
  const spelt = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
  crm.beforePage = () => {
    throw new PullFault('machine', `the server said ${spelt.join(' ')}`, spelt.join());
  };
  const folder = await begun(crm);
  const told = JSON.stringify([await folder.pull(), await manifestOf(folder)]);
  expect(told).toContain('the server said [secret] [secret] [secret]');
  for (const each of spelt) expect(told).not.toContain(each);
});

test('a clock of ours that is wrong by days changes no watermark', async () => {
  const crm = crmWithLeads();
  let ours = crm.clock + 3 * 86_400;
  const folder = await begun(crm, () => ours);
  await folder.pull();
  crm.rows['Lead']?.push(lead(8, 'New', crm.clock + 5));
  crm.clock += 3600;
  ours = crm.clock - 5 * 86_400;
  await folder.pull();
  const { files } = await manifestOf(folder);
  expect(files.at(-1)).toMatchObject({ rows: 1, holds: 'everything', upTo: '2023-11-14T23:13:20Z' });
  expect(files.map(({ upTo }: { upTo: string }) => upTo)).toContain('2023-11-14T23:13:20Z');
});

test('a pull that has made the calls that it may make stops, says so and goes on at the next start', async () => {
  const crm = crmWithLeads();
  let ours = crm.clock;
  const sources = { ...crmSources, crm: `${crmSources['crm']}calls at most: '2'\n` };
  const folder = await begun(crm, () => ours, sources);
  const { fault, problems, accounts } = await folder.pull();
  expect(fault).toBe('machine');
  expect(accounts).toMatchObject([{ outcome: 'partial', calls: 2, callsAllowedADay: 1000 }]);
  expect(problems).toMatchObject([
    {
      says: 'pulls have made 2 calls within a day, and "calls at most" lets them make 2',
      fix: 'the next pull goes on where this one stopped',
    },
  ]);
  expect((await folder.pull()).accounts).toMatchObject([{ outcome: 'partial', calls: 0 }]);
  for (const days of [2, 4, 6]) {
    ours = crm.clock + days * 86_400;
    await folder.pull();
  }
  expect(await folder.seen()).toMatchObject([{ name: 'Contact.csv' }, { name: 'Lead.csv', rows: 5 }]);
});

test('a disk that is full leaves what was pulled before as it was', async () => {
  const crm = crmWithLeads();
  const folder = await begun(crm);
  await folder.pull();
  const before = await folder.seen();
  crm.rows['Lead']?.push(lead(8, 'New', crm.clock + 5));
  crm.clock += 3600;
  for (const writes of [0, 1, 2, 3, 4, 5, 6]) {
    const { fault, problems } = await folder.pull({ disk: fullDisk(writes) });
    expect(fault).toBe('machine');
    expect(problems[0]?.says).toBe('no room is left on the disk for exports/Lead.csv');
  }
  expect(await folder.seen()).toHaveLength(before.length);
  expect((await folder.pull()).problems).toEqual([]);
});

test('another pull into the same folder is refused, and the lock of one that is dead is taken over', async () => {
  const folder = await begun(crmWithLeads());
  const lock = join(folder.exports, '.pulling', 'lock');
  await mkdir(join(folder.exports, '.pulling'));
  await writeFile(lock, JSON.stringify({ process: process.ppid, host: hostname() }));
  await utimes(lock, 1_700_000_000, 1_700_000_000);
  const { problems, fault } = await folder.pull();
  expect(fault).toBe('machine');
  expect(problems).toMatchObject([{ says: 'another pull runs into the same folder' }]);
  await writeFile(lock, JSON.stringify({ process: 2 ** 22 - 1, host: hostname() }));
  await utimes(lock, 1_700_000_000, 1_700_000_000);
  expect((await folder.pull()).problems).toEqual([]);
});

describe('files of a place', () => {
  const sources = {
    share:
      'connects to: HTTPS\nat: https://files.example/costs\nfetches: [a.csv, deep/b.csv]\nsecrets: { token: TOKEN }\n',
  };
  const place = async (files: Readonly<Record<string, string>>, cut?: { at: number | null }): Promise<Folder> => {
    const folder = await folderOf({ openPlace: async () => memoryPlace(files, cut) }, undefined, sources);
    ends(folder);
    return folder;
  };

  test('are copied once, gone on with behind a cut, and entered with their hash', async () => {
    const folder = await place({ 'a.csv': 'id,x\n1,2\n', 'deep/b.csv': 'id\n7\n' }, { at: 4 });
    expect((await folder.pull()).accounts).toMatchObject([{ outcome: 'complete', bytes: 14 }]);
    expect(await folder.names()).toEqual(['manifest.json', 'share/a.csv', 'share/deep/b.csv']);
    expect(await folder.seen()).toMatchObject([
      { name: 'a.csv', text: 'id,x\n1,2\n', bytes: 9, version: '"9"', from: 'share', asOf: '2023-07-22T04:26:40Z' },
      { name: 'b.csv', bytes: 5 },
    ]);
    expect((await folder.pull()).accounts).toMatchObject([{ outcome: 'complete', bytes: 0 }]);
  });

  test('a page for people in place of a file is refused, and the others come', async () => {
    const folder = await place({ 'a.csv': '<!DOCTYPE html><title>Sign in</title>', 'deep/b.csv': 'id\n7\n' });
    const { fault, problems } = await folder.pull();
    expect(fault).toBe('input');
    expect(problems).toMatchObject([{ says: 'a.csv of share is a web page, and no file of its kind' }]);
    expect(await folder.names()).toEqual(['manifest.json', 'share/deep/b.csv']);
  });
});

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { S3Connection } from '../../../../src/records/connection.ts';
import { openS3 } from '../../../../src/pull/s3/open-s3.ts';
import { Passing } from '../../../../src/pull/pull-fault.ts';
import { S3Server } from '../../../servers/s3/s3-server.ts';
import { common, faultOf, secretName, secretsOf, still, taken, takenUntilFault } from '../places/place-tests.ts';

const keys = { accessKey: 'AKIAEXAMPLE', secretKey: 'wJalr/XUtnFEMI+K7MDENG' };
const named = { 'access key': secretName('S3_KEY'), 'secret key': secretName('S3_SECRET') };
const right = { S3_KEY: keys.accessKey, S3_SECRET: keys.secretKey };

let server: S3Server;
/** Seconds: longer than a busy machine takes. */
let silentAtMost = 10;
beforeEach(async () => {
  server = await S3Server.start({ keys, bucket: 'sales', region: 'eu-central-1', page: 3 });
});
afterEach(() => server.close());

function open(fetches: readonly string[], more: Partial<S3Connection> = {}, values: Record<string, string> = right) {
  const connection: S3Connection = {
    ...common,
    to: 'S3',
    address: new URL(server.address),
    bucket: 'sales',
    region: 'eu-central-1',
    folder: 'crm/exports',
    fetches,
    secrets: named,
    ...more,
  };
  return openS3(connection, still, secretsOf(values), { silentAtMost });
}

describe('objects of a bucket', () => {
  it('come byte for byte, and from each offset on, whatever their keys', async () => {
    const names = ['Lead.csv', "a b+c%2B'(1)!.bin", 'größe/ä*.bin', 'x&y=z;~@,.bin'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.uint8Array({ minLength: 1, maxLength: 5000 }),
        fc.nat(),
        async (name, bytes, cut) => {
          server.objects.clear();
          server.put(`crm/exports/${name}`, bytes);
          const session = await open([name]);
          const [file] = await session.list();
          expect(file).toMatchObject({ name, bytes: bytes.length, modified: 1795168800 });
          const from = cut % bytes.length;
          const came = await taken(session, file!, from);
          expect(came.from).toBe(from);
          expect(came.bytes.equals(Buffer.from(bytes).subarray(from))).toBe(true);
          expect(came.file.version).toBe(file!.version);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are listed page by page, by patterns in which * stands for no slash', async () => {
    for (let i = 0; i < 10; i += 1) server.put(`crm/exports/WE_${i}.ZIP`, `${i}`);
    for (const key of ['WE_x.txt', 'WE_1/a.ZIP', 'costs/2026.csv', 'costs/old/2020.csv', 'costs/', '.hidden.ZIP'])
      server.put(`crm/exports/${key}`, key);
    server.put('crm/exports-old/WE_11.ZIP', '');
    const session = await open(['WE_*.ZIP', '*/*.csv', 'costs/2026.csv']);
    const names = (await session.list()).map(({ name }) => name);
    expect(names).toEqual([...Array.from({ length: 10 }, (_, i) => `WE_${i}.ZIP`), 'costs/2026.csv']);
    // Four pages of those that begin with WE_, three of all that lie beneath, and the one by its name.
    expect(server.asked.filter((line) => line === 'list crm/exports/WE_')).toHaveLength(4);
    expect(server.asked.at(-1)).toBe('list crm/exports/costs/2026.csv');
    const bare = await open(['*/*/*.ZIP'], { folder: '' });
    expect((await bare.list()).map(({ name }) => name)).toContain('crm/exports-old/WE_11.ZIP');
  });

  it('go on behind a cut, and begin anew where they changed meanwhile', async () => {
    const whole = randomBytes(200_000);
    server.put('crm/exports/a.csv', whole);
    const session = await open(['a.csv']);
    const [file] = await session.list();
    server.fails({ with: { cutAfter: 90_000 } });
    const { bytes, fault } = await takenUntilFault(session, file!);
    expect([bytes.length, fault instanceof Passing]).toEqual([90_000, true]);
    const rest = await taken(session, file!, 90_000);
    expect(Buffer.concat([bytes, rest.bytes]).equals(whole)).toBe(true);
    expect(await taken(session, file!, 200_000)).toMatchObject({ from: 200_000, bytes: Buffer.alloc(0) });
    server.put('crm/exports/a.csv', 'new');
    for (const from of [90_000, 200_000]) {
      const anew = await taken(session, file!, from);
      expect([anew.from, anew.bytes.toString(), anew.file.bytes]).toEqual([0, 'new', 3]);
      expect(anew.file.version).not.toBe(file!.version);
    }
    server.fails({ with: { silentAfter: 2 } });
    silentAtMost = 0.2;
    const impatient = await open(['a.csv']);
    silentAtMost = 10;
    expect((await takenUntilFault(impatient, file!)).fault.says).toMatch(/silent for 0\.2 seconds/);
  });

  it('are refused where their keys lead out of the folder or are no names', async () => {
    for (const key of ['../evil.csv', '/etc/evil.csv', 'a/../../evil.csv', 'a\u0007/evil.csv', 'a//evil.csv']) {
      server.objects.clear();
      server.put(`crm/exports/${key}`, 'x');
      const fault = await faultOf((await open(['*/*.csv'])).list());
      expect(fault.of).toBe('input');
      expect(fault.says).toMatch(/^"[^\n]*evil\.csv" lies there, and is not fetched: /);
      expect(fault.says).not.toContain('\u0007');
    }
  });

  it('that are not there are told, and those that can not lie beside each other', async () => {
    server.put('crm/exports/costs', 'x');
    server.put('crm/exports/costs/2026.csv', 'x');
    expect((await faultOf((await open(['Lead.csv', 'cost'])).list())).says).toBe(
      '"Lead.csv", "cost" are not there, at "crm/exports" of the bucket "sales"',
    );
    expect((await faultOf((await open(['WE_*.ZIP'])).list())).says).toBe(
      'nothing is called "WE_*.ZIP" at "crm/exports" of the bucket "sales"',
    );
    expect((await faultOf((await open(['*', '*/*'])).list())).says).toBe(
      '"costs" is a file there, and "costs/2026.csv" lies in a folder of that name: a disk can\'t hold both',
    );
  });
});

describe('a store that refuses', () => {
  async function refused(code: string, times = 1) {
    server.put('crm/exports/a.csv', 'a');
    server.fails({ with: { code }, times });
    return faultOf((await open(['a.csv'])).list());
  }

  it('says which secret is wrong, and repeats none', async () => {
    server.put('crm/exports/a.csv', 'a');
    const noKey = await faultOf((await open(['a.csv'], {}, { ...right, S3_KEY: 'AKIAOTHER' })).list());
    expect([noKey.says, noKey.at]).toEqual([
      `${new URL(server.address).host} knows no access key such as S3_KEY holds`,
      named['access key'].at,
    ]);
    const noSecret = await faultOf((await open(['a.csv'], {}, { ...right, S3_SECRET: 'wrong' })).list());
    expect([noSecret.says, noSecret.at]).toEqual([
      'what S3_SECRET holds is not the secret key that belongs to the access key',
      named['secret key'].at,
    ]);
    const token = { ...named, 'session token': secretName('S3_TOKEN') };
    const old = await faultOf((await open(['a.csv'], { secrets: token }, { ...right, S3_TOKEN: 'old' })).list());
    expect([old.says, old.of]).toEqual(['what S3_TOKEN holds has expired or is not valid (InvalidToken)', 'input']);
    for (const fault of [noKey, noSecret, old])
      expect(fault.message).not.toMatch(/AKIA|told|wJalr|wrong\b|old\b.*Told/i);
  });

  it('names the region, the bucket, the permission', async () => {
    server.put('crm/exports/a.csv', 'a');
    const region = await faultOf((await open(['a.csv'], { region: 'us-east-1' })).list());
    expect(region.message).toBe(
      'the bucket "sales" does not lie in us-east-1; write region: eu-central-1, and the address of that region',
    );
    const bucket = await faultOf((await open(['a.csv'], { bucket: 'sold' })).list());
    expect(bucket.says).toMatch(/^there is no bucket "sold" at 127/);
    expect((await refused('AccessDenied')).message).toMatch(/may not read it; allow s3:ListBucket .* and s3:GetObject/);
  });

  it('names the clock', async () => {
    server.put('crm/exports/a.csv', 'a');
    server.ahead = 3600_000;
    const fault = await faultOf((await open(['a.csv'])).list());
    expect([fault.of, fault instanceof Passing]).toEqual(['machine', false]);
    expect(fault.says).toMatch(/^this machine's clock is too far from that of 127\.0\.0\.1:\d+: there it is 20/);
  });

  it('is waited for when it is busy', async () => {
    const slow = await refused('SlowDown');
    expect([slow instanceof Passing, slow.says]).toEqual([
      true,
      `the list of the bucket "sales": ${new URL(server.address).host} asks us to be slower (SlowDown)`,
    ]);
    server.fails({ with: { status: 503, headers: { 'retry-after': '7' } } });
    expect(await faultOf((await open(['a.csv'])).list())).toMatchObject({ after: 7 });
    expect(await refused('InternalError')).toBeInstanceOf(Passing);
  });

  it('has no page and no damaged list taken for a list', async () => {
    server.fails({ with: { status: 200, body: '<!DOCTYPE html><html><body>Welcome</body></html>' } });
    const page = await faultOf((await open(['a.csv'])).list());
    expect([page.of, page.says]).toEqual([
      'input',
      `${new URL(server.address).host} sends a web page in place of the bucket's list`,
    ]);
    server.fails({ with: { status: 200, body: '<ListBucketResult><Contents><Key>a' } });
    expect(await faultOf((await open(['a.csv'])).list())).toBeInstanceOf(Passing);
  });

  it('tells of an object what it is that keeps it: gone, archived, marked as packed', async () => {
    server.put('crm/exports/a.csv.gz', 'a', { 'content-encoding': 'gzip' });
    const session = await open(['a.csv.gz']);
    const [file] = await session.list();
    expect((await faultOf(session.open(file!, 0))).says).toMatch(/marked as packed \(Content-Encoding: gzip\)/);
    server.fails({ with: { code: 'InvalidObjectState' } });
    expect((await faultOf(session.open(file!, 0))).says).toBe('"a.csv.gz" lies in an archive, where it can\'t be read');
    server.objects.clear();
    expect((await faultOf(session.open(file!, 0))).says).toBe('"a.csv.gz" is no longer there');
  });
});

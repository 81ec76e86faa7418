import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpsConnection } from '../../../../src/records/connection.ts';
import { openHttps } from '../../../../src/pull/https/open-https.ts';
import { Passing } from '../../../../src/pull/pull-fault.ts';
import { FileServer, type FileServerOptions } from '../../../servers/files/file-server.ts';
import { common, faultOf, secretName, secretsOf, still, taken, takenUntilFault } from '../places/place-tests.ts';

const token = 'tok-7f3a9c';
const password = 'pass word';
/** Seconds: longer than a busy machine takes. */
let silentAtMost = 10;
const secrets = secretsOf({ COSTS_TOKEN: token, COSTS_USER: 'ops', COSTS_PASSWORD: password });
const byToken = { token: secretName('COSTS_TOKEN') };

async function withServer(options: FileServerOptions, use: (server: FileServer) => Promise<void>): Promise<void> {
  const server = await FileServer.start(options);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

function open(server: FileServer, fetches: readonly string[], more: Partial<HttpsConnection> = {}) {
  const connection = {
    ...common,
    to: 'HTTPS',
    address: new URL(`${server.address}/exports`),
    fetches,
    secrets: {},
    ...more,
  };
  return openHttps(connection as HttpsConnection, still, secrets, { silentAtMost });
}

describe('files of a web server', () => {
  let server: FileServer;
  beforeAll(async () => {
    server = await FileServer.start();
  });
  afterAll(() => server.close());

  it('come byte for byte, and from each offset on', async () => {
    const session = await open(server, ['costs/any 1+2%.bin']);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 5000 }), fc.nat(), async (bytes, cut) => {
        server.put('/exports/costs/any 1+2%.bin', bytes);
        const [file] = await session.list();
        expect(file).toMatchObject({ name: 'costs/any 1+2%.bin', bytes: bytes.length, modified: 1795168800 });
        const from = cut % bytes.length;
        const { bytes: rest, from: begun } = await taken(session, file!, from);
        expect(begun).toBe(from);
        expect(rest.equals(Buffer.from(bytes).subarray(from))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('of no byte, and of many, too', async () => {
    const many = randomBytes(3_000_000);
    server.put('/exports/none.csv', '');
    server.put('/exports/many.csv', many);
    const session = await open(server, ['none.csv', 'many.csv']);
    const [long, empty] = await session.list();
    expect((await taken(session, empty!)).bytes.length).toBe(0);
    expect((await taken(session, long!)).bytes.equals(many)).toBe(true);
  });

  it('go on behind a cut, as often as it is cut', async () => {
    const whole = randomBytes(200_000);
    server.put('/exports/a.csv', whole);
    const session = await open(server, ['a.csv']);
    const [file] = await session.list();
    let come = Buffer.alloc(0);
    for (const cutAfter of [0, 1, 70_000, 90_000]) {
      server.fails({ with: { cutAfter } });
      const { bytes, fault } = await takenUntilFault(session, file!, come.length);
      expect(fault).toBeInstanceOf(Passing);
      expect(fault.message).toMatch(/"a\.csv" of 127\.0\.0\.1:\d+: the connection was cut/);
      come = Buffer.concat([come, bytes]);
    }
    expect(come.length).toBe(160_001);
    const rest = await taken(session, file!, come.length);
    expect(Buffer.concat([come, rest.bytes]).equals(whole)).toBe(true);
  });

  it('begin anew where they changed between two pieces', async () => {
    server.put('/exports/b.csv', 'old,old,old\n');
    const session = await open(server, ['b.csv']);
    const [file] = await session.list();
    server.put('/exports/b.csv', 'new,new,new,new\n');
    const opened = await taken(session, file!, 5);
    expect(opened.from).toBe(0);
    expect(opened.bytes.toString()).toBe('new,new,new,new\n');
    expect(opened.file.version).not.toBe(file!.version);
  });

  it('begin anew where the server has a weak ETag or none, and nothing tells a version without a date', async () => {
    server.put('/exports/weak.csv', 'weak', { headers: { etag: 'W/"1"' } });
    server.put('/exports/dated.csv', 'dated', { headers: { etag: '' } });
    server.put('/exports/bare.csv', 'bare', { headers: { etag: '', 'last-modified': '' } });
    const session = await open(server, ['weak.csv', 'dated.csv', 'bare.csv']);
    const [bare, dated, weak] = await session.list();
    expect([bare!.version, dated!.version, weak!.version]).toEqual([null, 'Fri, 20 Nov 2026 10:00:00 GMT', 'W/"1"']);
    expect((await taken(session, weak!, 2)).from).toBe(0);
    expect((await taken(session, bare!, 2)).from).toBe(0);
    expect((await taken(session, dated!, 2)).bytes.toString()).toBe('ted');
  });

  it('are whole where nothing is left to fetch', async () => {
    server.put('/exports/c.csv', 'abc');
    const session = await open(server, ['c.csv']);
    const [file] = await session.list();
    const end = await taken(session, file!, 3);
    expect([end.from, end.bytes.length]).toEqual([3, 0]);
    server.put('/exports/c.csv', 'ab');
    expect((await taken(session, file!, 3)).bytes.toString()).toBe('ab');
  });

  it('that are not there are told together', async () => {
    server.put('/exports/there.csv', 'x');
    const session = await open(server, ['there.csv', 'gone.csv', 'costs/far.csv']);
    const fault = await faultOf(session.list());
    expect(fault.of).toBe('input');
    expect(fault.says).toMatch(/^"gone\.csv", "costs\/far\.csv" are not there, at 127\.0\.0\.1:\d+$/);
    expect(fault.at?.line).toBe('fetches'.length);
  });

  it('are named one by one: it has no list of them, and none leads out of its folder', async () => {
    expect((await faultOf(open(server, ['*.csv']))).message).toBe(
      '"*.csv" is a pattern, and a web server lists no files; name each file',
    );
    expect((await faultOf(open(server, ['../secret.csv']))).message).toBe(
      '"../secret.csv" can\'t be fetched: it leads out of the folder',
    );
  });
});

describe('a web server that is not as expected', () => {
  it('is told what it must be waited for, by seconds or by a date', async () => {
    await withServer({}, async (server) => {
      server.put('/exports/a.csv', 'a');
      const session = await open(server, ['a.csv']);
      server.fails({ with: { status: 429, headers: { 'retry-after': '120' } } });
      const busy = await faultOf(session.list());
      expect(busy).toMatchObject({ after: 120, of: 'machine' });
      expect(busy.says).toMatch(/the server asks us to be slower \(429\)/);
      server.fails({ with: { status: 503, headers: { 'retry-after': 'Mon, 23 Nov 2026 06:00:30 GMT' } } });
      expect(await faultOf(session.list())).toMatchObject({ after: 30 });
    });
  });

  it('has no page taken for a file', async () => {
    await withServer({ lets: `Bearer ${token}` }, async (server) => {
      server.put('/exports/a.csv', '<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
      const first = await open(server, ['a.csv'], { secrets: byToken });
      const said = await faultOf(first.list());
      expect(said.of).toBe('input');
      expect(said.message).toMatch(/^"a\.csv": 127\.0\.0\.1:\d+ sends a web page in place of the file; .*COSTS_TOKEN/);
    });
  });

  it('is given up when it falls silent, before its answer or in its midst', async () => {
    await withServer({}, async (server) => {
      server.put('/exports/a.csv', randomBytes(100_000));
      silentAtMost = 0.2;
      const session = await open(server, ['a.csv']);
      silentAtMost = 10;
      server.fails({ with: { silentAfter: -1 } });
      expect((await faultOf(session.list())).says).toMatch(/the server has been silent for 0\.2 seconds/);
      const [file] = await session.list();
      server.fails({ with: { silentAfter: 1000 } });
      const { bytes, fault } = await takenUntilFault(session, file!);
      expect([bytes.length, fault instanceof Passing]).toEqual([1000, true]);
    });
  });

  it('may know no HEAD and no ranges', async () => {
    await withServer({ refuses: ['HEAD'], ranges: false }, async (server) => {
      server.put('/exports/a.csv', 'abcdef');
      const session = await open(server, ['a.csv']);
      const [file] = await session.list();
      expect(file?.bytes).toBe(6);
      expect(await taken(session, file!, 3)).toMatchObject({ from: 0, bytes: Buffer.from('abcdef') });
    });
  });

  it('is told by what it answers: 401, 403 and any other', async () => {
    await withServer({ lets: 'Bearer other' }, async (server) => {
      const withToken = await open(server, ['a.csv'], { secrets: byToken });
      const wrong = await faultOf(withToken.list());
      expect(wrong.message).toMatch(/does not know who asks \(401\); what COSTS_TOKEN holds is wrong or has expired$/);
      expect(wrong.at).toEqual(byToken.token.at);
      const without = await open(server, ['a.csv']);
      expect((await faultOf(without.list())).message).toMatch(/asks who we are \(401\); name a token/);
      server.fails({ with: { status: 403 } });
      expect((await faultOf(withToken.list())).says).toBe(
        '"a.csv" may not be read by who signs in with COSTS_TOKEN (403)',
      );
      server.fails({ with: { status: 418 } });
      expect((await faultOf(withToken.list())).says).toMatch(/answers with the status 418$/);
    });
  });

  it('can be none at all', async () => {
    const server = await FileServer.start();
    const session = await open(server, ['a.csv']);
    await server.close();
    const fault = await faultOf(session.list());
    expect(fault).toBeInstanceOf(Passing);
    expect(fault.says).toMatch(/^"a\.csv" of 127\.0\.0\.1:\d+: the server does not answer at this address$/);
  });
});

describe('what signs in to a web server', () => {
  it('is a token, or a user with a password', async () => {
    await withServer({ lets: `Bearer ${token}` }, async (server) => {
      server.put('/exports/a.csv', 'a');
      expect(await (await open(server, ['a.csv'], { secrets: byToken })).list()).toHaveLength(1);
    });
    const pair = Buffer.from(`ops:${password}`).toString('base64');
    await withServer({ lets: `Basic ${pair}` }, async (server) => {
      server.put('/exports/a.csv', 'a');
      const byPassword = { user: secretName('COSTS_USER'), password: secretName('COSTS_PASSWORD') };
      expect(await (await open(server, ['a.csv'], { secrets: byPassword })).list()).toHaveLength(1);
    });
  });

  it('goes along on its own server, and is not shown to another', async () => {
    await withServer({ lets: `Bearer ${token}` }, async (own) => {
      await withServer({}, async (other) => {
        own.put('/exports/new.csv', 'own');
        own.redirections.set('/exports/a.csv', '/exports/new.csv');
        own.redirections.set('/exports/b.csv', `${other.address}/signed.csv?signature=abcdef`);
        other.put('/signed.csv', 'other');
        const session = await open(own, ['a.csv', 'b.csv'], { secrets: byToken });
        const [a, b] = await session.list();
        expect((await taken(session, a!)).bytes.toString()).toBe('own');
        expect((await taken(session, b!)).bytes.toString()).toBe('other');
        expect(other.asked.map(({ authorization }) => authorization)).toEqual([null, null]);
        other.fails({ with: { status: 403 } });
        expect((await faultOf(session.list())).message).not.toMatch(/abcdef/);
      });
    });
  });

  it('is led in no circle', async () => {
    await withServer({}, async (server) => {
      server.redirections.set('/exports/a.csv', '/exports/a.csv');
      server.redirections.set('/exports/b.csv', 'ftp://127.0.0.1/b.csv');
      expect((await faultOf((await open(server, ['a.csv'])).list())).says).toMatch(/from one address to the next/);
      expect((await faultOf((await open(server, ['b.csv'])).list())).says).toMatch(/leads to ftp:\/\/127\.0\.0\.1/);
      expect(server.asked.length).toBe(7);
    });
  });
});

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SftpConnection } from '../../../../src/records/connection.ts';
import { Passing } from '../../../../src/pull/pull-fault.ts';
import { openSftp } from '../../../../src/pull/sftp/open-sftp.ts';
import { fingerprint, newKeys } from '../../../servers/sftp/keys.ts';
import { SftpServer, type SftpServerOptions } from '../../../servers/sftp/sftp-server.ts';
import { common, faultOf, secretName, secretsOf, still, taken, takenUntilFault } from '../places/place-tests.ts';

const host = newKeys();
const mine = newKeys();
const password = 'Gr8-pass';
const byPassword = { password: secretName('SFTP_PASSWORD') };
const byKey = { 'private key': secretName('SFTP_KEY') };
const known = { SFTP_PASSWORD: password, SFTP_KEY: mine.privateKey };

let server: SftpServer;
/** Seconds: longer than a busy machine takes. */
let silentAtMost = 10;
const sessions: { close: () => Promise<void> }[] = [];
async function start(options: Partial<SftpServerOptions> = {}): Promise<void> {
  server = await SftpServer.start({
    user: 'ops',
    password,
    publicKey: mine.publicKey,
    hostKeys: [host.privateKey],
    ...options,
  });
}
beforeEach(() => start());
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
  await server.close();
});

async function open(
  fetches: readonly string[],
  more: Partial<SftpConnection> = {},
  values: Record<string, string> = known,
) {
  const connection: SftpConnection = {
    ...common,
    to: 'SFTP',
    address: new URL(server.address),
    user: 'ops',
    folder: 'exports',
    hostKey: fingerprint(host),
    fetches,
    secrets: byPassword,
    ...more,
  };
  const session = await openSftp(connection, still, secretsOf(values), { silentAtMost });
  sessions.push(session);
  return session;
}

async function listedBy(more: Partial<SftpConnection>, values: Record<string, string> = known): Promise<string[]> {
  server.put('exports/a.csv', 'a');
  return (await (await open(['a.csv'], more, values)).list()).map(({ name }) => name);
}

describe('files by SFTP', () => {
  it('come byte for byte, and from each offset on', async () => {
    server.piece = 1000;
    const session = await open(['größe 1+2.csv']);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 5000 }), fc.nat(), async (bytes, cut) => {
        server.put('exports/größe 1+2.csv', bytes);
        const [file] = await session.list();
        expect(file).toMatchObject({ name: 'größe 1+2.csv', bytes: bytes.length, modified: 1795168800 });
        const from = cut % (bytes.length + 1);
        const came = await taken(session, file!, from);
        expect([came.from, came.file]).toEqual([from, file]);
        expect(came.bytes.equals(Buffer.from(bytes).subarray(from))).toBe(true);
      }),
      { numRuns: 20 },
    );
    server.piece = Number.MAX_SAFE_INTEGER;
    const many = randomBytes(2_000_003);
    server.put('exports/größe 1+2.csv', many);
    const [file] = await session.list();
    expect((await taken(session, file!)).bytes.equals(many)).toBe(true);
  });

  it('are listed by patterns, a part of the name at a time, from where it lets us in or from / on', async () => {
    for (const path of [
      'WE_1.ZIP',
      'WE_2.ZIP',
      'WE_x.txt',
      '.WE_9.ZIP',
      'costs/2026.csv',
      'costs/old/2020.csv',
      'far/2026.csv',
    ])
      server.put(`exports/${path}`, path);
    const session = await open(['WE_*.ZIP', '*/2026.csv', 'costs/*/*.csv', 'costs/2026.csv']);
    expect((await session.list()).map(({ name }) => name)).toEqual([
      'WE_1.ZIP',
      'WE_2.ZIP',
      'costs/2026.csv',
      'costs/old/2020.csv',
      'far/2026.csv',
    ]);
    const absolute = await open(['2*.csv'], { folder: '/home/ops/exports/costs' });
    expect((await absolute.list()).map(({ name }) => name)).toEqual(['2026.csv']);
    const root = await open(['home/*/exports/WE_1.ZIP'], { folder: '/' });
    expect((await root.list()).map(({ name }) => name)).toEqual(['home/ops/exports/WE_1.ZIP']);
  });

  it('go on behind a cut, with a line that is made anew', async () => {
    const whole = randomBytes(900_000);
    server.put('exports/a.csv', whole);
    const session = await open(['a.csv']);
    const [file] = await session.list();
    server.fails({ cutAfter: 300_000 });
    const { bytes, fault } = await takenUntilFault(session, file!);
    expect(fault).toBeInstanceOf(Passing);
    expect(fault.says).toMatch(/^127\.0\.0\.1:\d+: the connection was cut$/);
    expect(whole.subarray(0, bytes.length).equals(bytes)).toBe(true);
    server.fails({});
    const rest = await taken(session, file!, bytes.length);
    expect(rest.from).toBe(bytes.length);
    expect(Buffer.concat([bytes, rest.bytes]).equals(whole)).toBe(true);
  });

  it('are given up when the server falls silent', async () => {
    server.put('exports/a.csv', randomBytes(200_000));
    silentAtMost = 0.4;
    const session = await open(['a.csv']);
    silentAtMost = 10;
    const [file] = await session.list();
    server.fails({ silentAfter: 70_000 });
    const { bytes, fault } = await takenUntilFault(session, file!);
    expect([bytes.length, fault instanceof Passing]).toEqual([61_440, true]);
    expect(fault.says).toMatch(/the server has been silent for 0\.4 seconds/);
  });

  it('are not taken while they are still written, and are once they come to rest', async () => {
    server.put('exports/a.csv', 'one\n', 100);
    const session = await open(['a.csv']);
    const [file] = await session.list();
    server.put('exports/a.csv', 'one\ntwo\n', 101);
    expect((await faultOf(session.open(file!, 0))).says).toBe(
      '"a.csv" is still being written: it had 4 bytes and has 8 since it was listed',
    );
    server.beforeRead = () => server.put('exports/a.csv', 'one\ntwo\nthree\n', 102);
    const growing = await takenUntilFault(session, file!);
    expect(growing.fault).toBeInstanceOf(Passing);
    expect(growing.fault.says).toMatch(/is still being written/);
    server.beforeRead = () => {};
    const last = await taken(session, file!, 2);
    expect([last.from, last.bytes.toString(), last.file.bytes]).toEqual([0, 'one\ntwo\nthree\n', 14]);
  });

  it('are refused where their names lead out of the folder or are no names', async () => {
    server.put('exports/a.csv', 'a');
    for (const name of ['../../evil.csv', '/etc/evil.csv', 'e\u0007vil.csv', 'e\\vil.csv']) {
      server.claims.set('/home/ops/exports', [name]);
      const fault = await faultOf((await open(['*.csv'])).list());
      expect([fault.of, fault.says.includes('is not fetched: '), fault.says.includes('\u0007')]).toEqual([
        'input',
        true,
        false,
      ]);
    }
  });

  it('that are not there, or may not be read, are told', async () => {
    server.put('exports/a.csv', 'a');
    expect((await faultOf((await open(['b.csv', 'c.csv'])).list())).says).toMatch(
      /^"b\.csv", "c\.csv" are not there, at "exports" of 127/,
    );
    expect((await faultOf((await open(['*.ZIP'])).list())).says).toMatch(/^nothing is called "\*\.ZIP" at/);
    const folder = await faultOf((await open(['a.csv'], { folder: 'imports' })).list());
    expect([folder.says.replace(/:\d+$/, ''), folder.at?.line]).toEqual([
      'there is no folder "imports" at 127.0.0.1',
      6,
    ]);
    server.denied.add('/home/ops/exports/a.csv');
    expect((await faultOf((await open(['a.csv'])).list())).says).toBe('"exports/a.csv" may not be read by "ops"');
    server.denied.clear();
    const session = await open(['a.csv']);
    const [file] = await session.list();
    server.files.clear();
    expect((await faultOf(session.open(file!, 0))).says).toBe('"a.csv" is no longer there');
  });
});

describe('who signs in by SFTP', () => {
  it('does so with a password, also where it is asked for in words, or with a private key', async () => {
    expect(await listedBy({})).toEqual(['a.csv']);
    expect(await listedBy({ secrets: byKey })).toEqual(['a.csv']);
    const oneLine = { ...known, SFTP_KEY: mine.privateKey.replaceAll('\n', '\\n') };
    expect(await listedBy({ secrets: byKey }, oneLine)).toEqual(['a.csv']);
    await server.close();
    await start({ ways: ['keyboard-interactive'] });
    expect(await listedBy({})).toEqual(['a.csv']);
  });

  it('opens a locked key with its passphrase', async () => {
    const locked = newKeys('ed25519', 'open sesame');
    await server.close();
    await start({ publicKey: locked.publicKey });
    const values = { ...known, SFTP_KEY: locked.privateKey, SFTP_PASSPHRASE: 'open sesame' };
    const secrets = { ...byKey, passphrase: secretName('SFTP_PASSPHRASE') };
    expect(await listedBy({ secrets }, values)).toEqual(['a.csv']);
    const wrong = await faultOf(listedBy({ secrets }, { ...values, SFTP_PASSPHRASE: 'close sesame' }));
    expect(wrong.says).toBe('what SFTP_PASSPHRASE holds does not open the private key that SFTP_KEY holds');
    expect((await faultOf(listedBy({ secrets: byKey }, values))).says).toBe(
      'the private key that SFTP_KEY holds is locked by a passphrase',
    );
  });

  it('is told which variable is wrong, and none of it is shown', async () => {
    const wrong = await faultOf(listedBy({}, { ...known, SFTP_PASSWORD: 'other-pass' }));
    expect([wrong.of, wrong.at]).toEqual(['input', byPassword.password.at]);
    expect(wrong.message).toMatch(/does not let "ops" in with what SFTP_PASSWORD holds/);
    const stranger = await faultOf(listedBy({ secrets: byKey }, { ...known, SFTP_KEY: newKeys().privateKey }));
    expect(stranger.message).toMatch(/does not let "ops" in with what SFTP_KEY holds/);
    const cut = mine.privateKey.slice(0, 120);
    const broken = await faultOf(listedBy({ secrets: byKey }, { ...known, SFTP_KEY: cut }));
    expect(broken.says).toBe("what SFTP_KEY holds can't be read as a private key");
    const open = await faultOf(listedBy({ secrets: byKey }, { ...known, SFTP_KEY: mine.publicKey }));
    expect(open.says).toBe('what SFTP_KEY holds is a public key');
    for (const { message } of [wrong, stranger, broken, open])
      expect(message).not.toMatch(/other-pass|BEGIN OPENSSH|b3BlbnNzaC|AAAAC3Nza/);
  });

  it('sends nothing to a server that shows another key', async () => {
    const other = newKeys();
    server.asked.length = 0;
    const fault = await faultOf(listedBy({ hostKey: fingerprint(other) }));
    expect([fault.of, fault.at?.line]).toEqual(['input', 'host key'.length]);
    expect(fault.says).toBe(
      `${new URL(server.address).host} shows another key than the one that was written down: ${fingerprint(host)}`,
    );
    expect(fault.fix).toMatch(/somebody stands between\. Nothing was sent to it$/);
    expect(server.asked).toEqual([]);
  });

  it('may name the fingerprint of any of the keys that the server has', async () => {
    const second = newKeys('ecdsa');
    await server.close();
    await start({ hostKeys: [host.privateKey, second.privateKey] });
    expect(await listedBy({ hostKey: fingerprint(second) })).toEqual(['a.csv']);
    expect(await listedBy({ hostKey: fingerprint(host) })).toEqual(['a.csv']);
  });

  it('is told when nobody is there', async () => {
    const session = await open(['a.csv']);
    await server.close();
    const fault = await faultOf(session.list());
    expect(fault).toBeInstanceOf(Passing);
    expect(fault.says).toMatch(/the server does not answer at this address$/);
    await start();
  });
});

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileServer } from '../../servers/files/file-server.ts';
import { S3Server } from '../../servers/s3/s3-server.ts';
import { fingerprint, newKeys } from '../../servers/sftp/keys.ts';
import { SftpServer } from '../../servers/sftp/sftp-server.ts';
import { runCommand, type Ended } from '../commands/run-command.ts';
import { recordsOf } from '../pull-salesforce/pulled-company.ts';

const company = 'test/cases/small-company/data';
const now = '2026-11-23T05:40:00Z';
/** When the files were written, as all three servers tell it. */
const written = '2026-11-20T10:00:00Z';
const hostKeys = newKeys();
const keys = { accessKey: 'AKIAEXAMPLE', secretKey: 'wJalrXUtnFEMI' };
const variables = {
  COSTS_TOKEN: 'tok-7f3a9c',
  BUCKET_KEY: keys.accessKey,
  BUCKET_SECRET: keys.secretKey,
  SFTP_PASSWORD: 'Gr8-pass',
};

let work: string;
let data: string;
let web: FileServer;
let bucket: S3Server;
let sftp: SftpServer;
const said: string[] = [];

/** Which place each export lies at. */
const places: Record<string, string> = {};
const bytesOf = (name: string): Promise<Buffer> => readFile(join(company, 'exports', name));
const pulledBytes = (name: string): Promise<Buffer> => readFile(join(data, 'exports', places[name]!, name));

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'same-page-pull-places-'));
  data = join(work, 'data');
  await cp(company, data, { recursive: true });
  await rm(join(data, 'exports'), { recursive: true });
  await mkdir(join(data, 'exports'));
  web = await FileServer.start({ lets: `Bearer ${variables.COSTS_TOKEN}` });
  bucket = await S3Server.start({ keys, bucket: 'sales', page: 2 });
  sftp = await SftpServer.start({ user: 'ops', password: variables.SFTP_PASSWORD, hostKeys: [hostKeys.privateKey] });
  const names = (await readdir(join(company, 'exports'))).filter((name) => name.endsWith('.csv')).toSorted();
  for (const [index, name] of names.entries())
    await put(name, ['web', 'bucket', 'sftp'][index % 3]!, await bytesOf(name));
  await write(
    'web',
    `connects to: HTTPS\nat: ${web.address}/exports\n${fetches('web')}secrets: { token: COSTS_TOKEN }\n`,
  );
  await write(
    'bucket',
    `connects to: S3\nat: ${bucket.address}\nbucket: sales\nfolder: crm\nfetches: ['*.csv']\nsecrets: { access key: BUCKET_KEY, secret key: BUCKET_SECRET }\n`,
  );
  await write('sftp', sftpSource(fingerprint(hostKeys)));
  Object.assign(process.env, variables);
});
afterAll(async () => {
  for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
  await Promise.all([web?.close(), bucket?.close(), sftp?.close()]);
  await rm(work, { recursive: true, force: true });
});

async function put(name: string, place: string, bytes: Uint8Array): Promise<void> {
  places[name] = place;
  if (place === 'web') web.put(`/exports/${name}`, bytes);
  else if (place === 'bucket') bucket.put(`crm/${name}`, bytes);
  else sftp.put(`exports/${name}`, bytes);
}

function fetches(place: string): string {
  return `fetches: [${Object.keys(places)
    .filter((name) => places[name] === place)
    .join(', ')}]\n`;
}

function sftpSource(key: string): string {
  return `connects to: SFTP\nat: ${sftp.address}\nuser: ops\nfolder: exports\nhost key: ${key}\nfetches: ['*.csv']\nsecrets: { password: SFTP_PASSWORD }\n`;
}

const write = (name: string, text: string): Promise<void> => writeFile(join(data, 'sources', `${name}.yml`), text);

/** How many times a file's bytes were asked for, at all places. */
function fetched(): number {
  const ofWeb = web.asked.filter(({ method }) => method === 'GET').length;
  const ofBucket = bucket.asked.filter((line) => line.startsWith('get ')).length;
  return ofWeb + ofBucket + sftp.asked.filter((line) => line.startsWith('open ')).length;
}

async function pull(...more: string[]): Promise<Ended> {
  const ended = await runCommand('pull', '--data', data, ...more);
  said.push(ended.out, ended.err);
  return ended;
}

describe('exports that lie on a web server, in a bucket and on an SFTP server', () => {
  it('come as they lie there, and give the records that they give when they are put there by hand', async () => {
    const ended = await pull();
    expect(ended.status, ended.err).toBe(0);
    for (const name of Object.keys(places)) expect((await pulledBytes(name)).equals(await bytesOf(name))).toBe(true);
    const byHand = join(work, 'by-hand');
    // A row that has no key is called by its file: the same file must lie at the same place.
    for (const [name, place] of Object.entries(places)) {
      await mkdir(join(byHand, place), { recursive: true });
      await writeFile(join(byHand, place, name), await bytesOf(name));
    }
    const files = Object.entries(places).map(([name, place]) => ({ file: `${place}/${name}`, asOf: written }));
    await writeFile(join(byHand, 'manifest.json'), JSON.stringify({ files }));
    const records = [];
    for (const [name, exports] of Object.entries({ pulled: join(data, 'exports'), byHand })) {
      const kept = ['--database', join(work, `${name}.db`), '--published', join(work, name)];
      const ingest = await runCommand('ingest', '--data', data, '--exports', exports, ...kept, '--now', now);
      expect(ingest.status, ingest.err).toBe(0);
      records.push(recordsOf(join(work, `${name}.db`)));
    }
    expect(records[0]).toEqual(records[1]);
  });

  it('are not fetched again, and one that changed is fetched once', async () => {
    const before = fetched();
    expect((await pull()).status).toBe(0);
    expect(fetched()).toBe(before);
    for (const place of ['web', 'bucket', 'sftp']) {
      const name = Object.keys(places).find((each) => places[each] === place)!;
      await put(name, place, Buffer.concat([await bytesOf(name), Buffer.from('\n')]));
    }
    expect((await pull()).status).toBe(0);
    expect(fetched()).toBe(before + new Set(Object.values(places)).size);
  });

  it('stay as they were where a place is not as expected, which is said in a line', async () => {
    const before = await Promise.all(Object.keys(places).map(pulledBytes));
    process.env['SFTP_PASSWORD'] = 'another-pass';
    process.env['BUCKET_SECRET'] = 'another-secret';
    const [page] = Object.keys(places).filter((name) => places[name] === 'web');
    web.put(`/exports/${page}`, '<!DOCTYPE html>', { headers: { 'content-type': 'text/html' } });
    const ended = await pull();
    expect(ended.status).toBe(1);
    expect(ended.err).toMatch(/sends a web page in place of the file/);
    expect(ended.err).toMatch(/what BUCKET_SECRET holds is not the secret key that belongs to the access key/);
    expect(ended.err).toMatch(/does not let "ops" in with what SFTP_PASSWORD holds/);
    await write('sftp', sftpSource(fingerprint(newKeys())));
    const changed = await pull('--only', 'sftp');
    expect(changed.status).toBe(1);
    expect(changed.err).toContain(`shows another key than the one that was written down: ${fingerprint(hostKeys)}`);
    await sftp.close();
    expect(await Promise.all(Object.keys(places).map(pulledBytes))).toEqual(before);
    sftp = await SftpServer.start({ user: 'ops', hostKeys: [hostKeys.privateKey] });
  });

  it('have no secret in what was said, nor in what is kept', async () => {
    const manifest = await readFile(join(data, 'exports', 'manifest.json'), 'utf8');
    for (const secret of [...Object.values(variables), 'another-pass', 'another-secret'])
      if (secret !== keys.accessKey) expect(said.join('\n') + manifest).not.toContain(secret);
  });
});

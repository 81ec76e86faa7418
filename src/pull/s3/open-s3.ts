/** A bucket of Amazon S3, or of any store that speaks its protocol: MinIO, R2, Ceph, Backblaze B2, Google's and others'. */
import type { S3Connection } from '../../records/connection.ts';
import type { PlaceSession, RemoteBytes, RemoteFile } from '../connector.ts';
import { isPacked, type HttpAnswer } from '../places/http-answer.ts';
import { allFound, checkAsked, shown } from '../places/remote-names.ts';
import { silentAtMost } from '../places/within-time.ts';
import { PullFault } from '../pull-fault.ts';
import type { Secrets } from '../secrets.ts';
import type { World } from '../world.ts';
import { askBucket, bucketOf, type Bucket } from './bucket.ts';
import { filesFor } from './list-objects.ts';

/**
 * Signs in to a bucket: each request is signed by itself, so that nothing is asked before the list is. It tries nothing twice: what may pass is thrown
 * as `Passing`, and whoever copies a file knows how far it came.
 */
export async function openS3(
  connection: S3Connection,
  world: World,
  secrets: Secrets,
  limits: { readonly silentAtMost: number } = { silentAtMost },
): Promise<PlaceSession> {
  checkAsked(connection.fetches, connection.placeOf('fetches'));
  const bucket = await bucketOf(connection, world, secrets, limits.silentAtMost);
  return {
    list: () => listFiles(bucket),
    open: (file, from) => openObject(bucket, file, from),
    close: () => Promise.resolve(),
  };
}

async function listFiles(bucket: Bucket): Promise<readonly RemoteFile[]> {
  const { fetches, bucket: name, folder, placeOf } = bucket.connection;
  const found = new Map<string, readonly RemoteFile[]>();
  for (const wanted of fetches) found.set(wanted, await filesFor(bucket, wanted));
  const where = folder === '' ? `the bucket "${name}"` : `"${folder}" of the bucket "${name}"`;
  return allFound(found, where, placeOf('fetches'));
}

/** Only the version that was listed is gone on with; where there is another one by now, that one is begun. */
async function openObject(bucket: Bucket, file: RemoteFile, from: number): Promise<RemoteBytes> {
  if (from === 0 || file.version === null) return wholeObject(bucket, file);
  if (from === file.bytes) return nothingLeft(bucket, file, from);
  const headers = { range: `bytes=${from}-`, 'if-match': file.version };
  const answer = await askFor(bucket, file, headers, [412, 416]);
  const said = answer.response.headers.get('content-range') ?? '';
  if (answer.response.status === 206 && said.startsWith(`bytes ${from}-`)) return { bytes: answer.bytes(), from, file };
  await answer.drop();
  return wholeObject(bucket, file);
}

/** All had come before: whether it is still the same is told by its first byte. */
async function nothingLeft(bucket: Bucket, file: RemoteFile, from: number): Promise<RemoteBytes> {
  const headers = { range: 'bytes=0-0', 'if-match': file.version ?? '*' };
  const answer = await askFor(bucket, file, headers, [412, 416]);
  await answer.drop();
  return answer.response.status === 206 ? { bytes: noBytes(), from, file } : wholeObject(bucket, file);
}

async function wholeObject(bucket: Bucket, file: RemoteFile): Promise<RemoteBytes> {
  const answer = await askFor(bucket, file, {}, []);
  const { headers } = answer.response;
  if (isPacked(headers)) {
    await answer.drop();
    const says = `${shown(file.name)} is marked as packed (Content-Encoding: ${headers.get('content-encoding')}), and would not come as it lies there`;
    throw new PullFault('input', says, 'take that mark off the object', bucket.connection.placeOf('fetches'));
  }
  const modified = Date.parse(headers.get('last-modified') ?? '') / 1000;
  const length = headers.get('content-length');
  return {
    bytes: answer.bytes(),
    from: 0,
    file: {
      name: file.name,
      bytes: length === null ? file.bytes : Number(length),
      modified: Number.isNaN(modified) ? file.modified : modified,
      version: headers.get('etag') ?? file.version,
    },
  };
}

function askFor(
  bucket: Bucket,
  { name }: RemoteFile,
  headers: Readonly<Record<string, string>>,
  takes: readonly number[],
): Promise<HttpAnswer> {
  const { folder } = bucket.connection;
  const key = folder === '' ? name : `${folder}/${name}`;
  return askBucket(bucket, { key, headers, what: shown(name), takes });
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

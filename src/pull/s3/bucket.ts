import type { AwsClient } from 'aws4fetch';
import type { S3Connection } from '../../records/connection.ts';
import { askHttp, askUnpacked, type HttpAnswer } from '../places/http-answer.ts';
import type { Secrets } from '../secrets.ts';
import type { World } from '../world.ts';
import { refusal } from './refusal.ts';

/** A bucket, and what it is asked with. */
export interface Bucket {
  readonly connection: S3Connection;
  readonly world: World;
  readonly client: AwsClient;
  /** Seconds without a byte after which its server counts as gone. */
  readonly silentAtMost: number;
}

/** No error is longer; what comes behind is not read. */
const mostOfAnError = 64 * 1024;

/** A bucket whose requests are signed (Signature Version 4). The signature is made by this machine's clock. */
export async function bucketOf(
  connection: S3Connection,
  world: World,
  secrets: Secrets,
  silentAtMost: number,
): Promise<Bucket> {
  const { AwsClient } = await import('aws4fetch');
  const named = connection.secrets;
  const token = named['session token'];
  const client = new AwsClient({
    accessKeyId: secrets.of(named['access key']).trim(),
    secretAccessKey: secrets.of(named['secret key']).trim(),
    ...(token ? { sessionToken: secrets.of(token).trim() } : {}),
    service: 's3',
    region: connection.region,
    retries: 0,
  });
  return { connection, world, client, silentAtMost };
}

/** What is asked of a bucket: of an object, or of the bucket itself where no key is said. */
export interface BucketAsk {
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** As problems name it. */
  readonly what: string;
  /** Statuses beside a success that the caller deals with. */
  readonly takes?: readonly number[];
}

/** Asks a bucket. All other answers but a success, and what the caller takes, are thrown as a `PullFault` in words. */
export async function askBucket(bucket: Bucket, ask: BucketAsk): Promise<HttpAnswer> {
  const { client, connection, silentAtMost } = bucket;
  const url = addressOf(connection, ask);
  const request = await client.sign(url, { method: 'GET', headers: { ...ask.headers } });
  askUnpacked(request);
  const answer = await askHttp({ request, what: `${ask.what} of ${connection.address.host}`, silentAtMost });
  if (answer.response.ok || ask.takes?.includes(answer.response.status)) return answer;
  throw refusal(bucket, ask.what, answer.response, await answer.text(mostOfAnError));
}

/** The bucket stands in the path and not in the server's name: all stores that speak S3 know that, and their certificates fit. */
function addressOf({ address, bucket }: S3Connection, { key, query }: BucketAsk): string {
  const base = `${address.origin}${address.pathname.replace(/\/+$/, '')}/${escaped(bucket)}`;
  if (key !== undefined) return `${base}/${key.split('/').map(escaped).join('/')}`;
  const said = Object.entries(query ?? {}).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  return `${base}?${said.join('&')}`;
}

/** As RFC 3986 has it, which is what is signed: a blank is %20 in a query, too. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

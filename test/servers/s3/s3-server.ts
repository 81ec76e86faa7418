/**
 * A store that speaks S3: ListObjectsV2 with pages, prefixes and a delimiter, and GetObject with ranges and If-Match, path-style, after Amazon's "S3
 * API Reference". Each signature is verified. It serves at the loopback address only, and does wrong what a test asks for.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendBody, SentFaults, type SentFault } from '../files/sent-faults.ts';
import { signatureFault, type Keys } from './signed.ts';

export interface S3ServerOptions {
  readonly keys: Keys;
  readonly bucket: string;
  readonly region?: string;
  /** Keys on a page of a list. */
  readonly page?: number;
}

interface StoredObject {
  readonly bytes: Buffer;
  readonly modified: Date;
  readonly headers: Readonly<Record<string, string>>;
}

/** The status of each error. */
const statuses: Readonly<Record<string, number>> = {
  NoSuchBucket: 404,
  NoSuchKey: 404,
  AuthorizationHeaderMalformed: 400,
  InvalidToken: 400,
  ExpiredToken: 400,
  PreconditionFailed: 412,
  InvalidRange: 416,
  SlowDown: 503,
  InternalError: 500,
};

export class S3Server {
  readonly objects = new Map<string, StoredObject>();
  /** What was asked: `list sales/`, `get sales/Lead.csv`, with its range. */
  readonly asked: string[] = [];
  /** Milliseconds that its clock is ahead. */
  ahead = 0;
  readonly #faults = new SentFaults();
  readonly #options: S3ServerOptions;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  private constructor(options: S3ServerOptions) {
    this.#options = options;
  }

  static async start(options: S3ServerOptions): Promise<S3Server> {
    const server = new S3Server(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  put(key: string, bytes: Uint8Array | string, headers: Readonly<Record<string, string>> = {}): void {
    this.objects.set(key, { bytes: Buffer.from(bytes), modified: new Date('2026-11-20T10:00:00Z'), headers });
  }

  /** An answer of a status and a body, one that is cut, or an error by its code. */
  fails({ with: fault, ...plan }: { after?: number; times?: number; with: SentFault | { code: string } }): void {
    const told = 'code' in fault ? { status: statuses[fault.code] ?? 403, body: errorXml(fault.code) } : fault;
    this.#faults.add({ ...plan, fault: told });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { keys, bucket, region = 'us-east-1' } = this.#options;
    const url = new URL(request.url ?? '/', 'http://here');
    const [, asked = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    this.asked.push(
      key === '' ? `list ${url.searchParams.get('prefix')}` : `get ${key} ${request.headers.range ?? ''}`.trim(),
    );
    const fault = this.#faults.next();
    if (fault !== null && 'status' in fault)
      return void response.writeHead(fault.status, fault.headers).end(fault.body);
    if (fault !== null && 'silentAfter' in fault && fault.silentAfter < 0) return;
    const now = Date.now() + this.ahead;
    const wrong = await signatureFault(request, keys, region, now);
    const code = wrong ?? (asked === bucket ? null : 'NoSuchBucket');
    if (code !== null) return sendError(response, code, { region, now });
    if (key === '') this.#list(url.searchParams, response);
    else this.#get(request, response, key, fault);
  }

  #list(asked: URLSearchParams, response: ServerResponse): void {
    const { page = 1000, bucket } = this.#options;
    const prefix = asked.get('prefix') ?? '';
    const delimiter = asked.get('delimiter');
    const behind = Buffer.from(asked.get('continuation-token') ?? '', 'base64').toString();
    const seen = [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    const deeper = (key: string): boolean => delimiter !== null && key.slice(prefix.length).includes(delimiter);
    const keys = seen.filter((key) => !deeper(key) && key > behind);
    const some = keys.slice(0, Math.min(page, Number(asked.get('max-keys') ?? 1000)));
    const isCut = some.length < keys.length;
    const escape = (text: string): string =>
      asked.get('encoding-type') === 'url' ? encodeURIComponent(text).replace(/%20/g, '+').replace(/%2F/g, '/') : text;
    const contents = some.map((key) => {
      const { bytes, modified } = this.objects.get(key)!;
      const about = `<LastModified>${modified.toISOString()}</LastModified><ETag>&quot;${hash(bytes)}&quot;</ETag>`;
      return `<Contents><Key>${escape(key)}</Key>${about}<Size>${bytes.length}</Size></Contents>`;
    });
    const next = isCut
      ? `<NextContinuationToken>${Buffer.from(some.at(-1)!).toString('base64')}</NextContinuationToken>`
      : '';
    const head = `<Name>${bucket}</Name><EncodingType>url</EncodingType><KeyCount>${some.length}</KeyCount><IsTruncated>${isCut}</IsTruncated>`;
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${head}${next}${contents.join('')}</ListBucketResult>`,
    );
  }

  #get(request: IncomingMessage, response: ServerResponse, key: string, fault: SentFault | null): void {
    const object = this.objects.get(key);
    if (!object) return sendError(response, 'NoSuchKey');
    const etag = `"${hash(object.bytes)}"`;
    const only = request.headers['if-match'];
    if (only !== undefined && only !== etag) return sendError(response, 'PreconditionFailed');
    const total = object.bytes.length;
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const from = Number(range?.[1] ?? 0);
    const to = range?.[2] ? Math.min(total, Number(range[2]) + 1) : total;
    if (range && from >= total) return sendError(response, 'InvalidRange');
    const body = object.bytes.subarray(from, to);
    response.writeHead(range ? 206 : 200, {
      etag,
      'last-modified': object.modified.toUTCString(),
      'content-length': String(body.length),
      ...object.headers,
      ...(range ? { 'content-range': `bytes ${from}-${to - 1}/${total}` } : {}),
    });
    sendBody(response, body, fault);
  }
}

function hash(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}

function sendError(response: ServerResponse, code: string, more: { region?: string; now?: number } = {}): void {
  response.writeHead(statuses[code] ?? 403, { 'content-type': 'application/xml' }).end(errorXml(code, more));
}

/** As Amazon words them: with the keys and what was signed in the open. */
function errorXml(code: string, { region, now }: { region?: string; now?: number } = {}): string {
  const told = [
    `<Code>${code}</Code><Message>Told with keys</Message><AWSAccessKeyId>AKIATOLD</AWSAccessKeyId>`,
    '<StringToSign>AWS4-HMAC-SHA256 told</StringToSign>',
    region === undefined ? '' : `<Region>${region}</Region>`,
    now === undefined ? '' : `<ServerTime>${new Date(now).toISOString()}</ServerTime>`,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${told.join('')}</Error>`;
}

/**
 * A web server that hands out files, as RFC 9110 describes it: HEAD and GET, ETag and Last-Modified, ranges with If-Range, Basic and Bearer. It
 * serves at the loopback address only, and does wrong what a test asks for.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendBody, SentFaults, type SentFault } from './sent-faults.ts';

export interface ServedFile {
  readonly bytes: Uint8Array;
  readonly modified: Date;
  /** What is sent beside the usual: another content-type, no ETag (''), a weak one. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What was asked of the server, and what it answered. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly range: string | null;
  readonly authorization: string | null;
  readonly status: number;
}

export interface FileServerOptions {
  /** The value of `Authorization` that is let in; none: everyone is. */
  readonly lets?: string;
  /** Methods that it does not know. */
  readonly refuses?: readonly string[];
  /** Whether it knows of ranges. */
  readonly ranges?: boolean;
}

export class FileServer {
  readonly files = new Map<string, ServedFile>();
  readonly asked: Asked[] = [];
  /** Where a path leads to. */
  readonly redirections = new Map<string, string>();
  readonly #faults = new SentFaults();
  readonly #server = createServer((request, response) => this.#answer(request, response));
  readonly #options: FileServerOptions;

  private constructor(options: FileServerOptions) {
    this.#options = options;
  }

  static async start(options: FileServerOptions = {}): Promise<FileServer> {
    const server = new FileServer(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  put(path: string, bytes: Uint8Array | string, more: Partial<ServedFile> = {}): void {
    const modified = new Date('2026-11-20T10:00:00Z');
    this.files.set(path, { bytes: Buffer.from(bytes), modified, ...more });
  }

  fails(plan: { after?: number; times?: number; with: SentFault }): void {
    this.#faults.add({ ...plan, fault: plan.with });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname);
    response.on('close', () => {
      const { range = null, authorization = null } = request.headers;
      this.asked.push({ method: request.method ?? '', path, range, authorization, status: response.statusCode });
    });
    const fault = this.#faults.next();
    if (fault !== null && 'status' in fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    if (fault !== null && 'silentAfter' in fault && fault.silentAfter < 0) return;
    this.#answerWell(request, response, path, fault);
  }

  #answerWell(request: IncomingMessage, response: ServerResponse, path: string, fault: SentFault | null): void {
    const { lets, refuses = [] } = this.#options;
    const refused = (status: number, headers = {}): void => void response.writeHead(status, headers).end();
    if (refuses.includes(request.method ?? '')) return refused(405, { allow: 'GET' });
    const redirection = this.redirections.get(path);
    if (redirection !== undefined) return refused(302, { location: redirection });
    if (lets !== undefined && request.headers.authorization !== lets)
      return refused(401, { 'www-authenticate': 'Basic realm="files"' });
    const file = this.files.get(path);
    if (!file) return refused(404);
    this.#send(request, response, file, fault);
  }

  #send(request: IncomingMessage, response: ServerResponse, file: ServedFile, fault: SentFault | null): void {
    const etag = file.headers?.['etag'] ?? `"${createHash('md5').update(file.bytes).digest('hex')}"`;
    const headers: Record<string, string> = {
      'content-type': 'text/csv',
      'last-modified': file.modified.toUTCString(),
      ...file.headers,
      etag,
    };
    if (etag === '') delete headers['etag'];
    if (file.headers?.['last-modified'] === '') delete headers['last-modified'];
    const total = file.bytes.length;
    const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
    const sameOnly = request.headers['if-range'];
    const isSame = sameOnly === undefined || sameOnly === etag || sameOnly === headers['last-modified'];
    const from = asked && isSame && this.#options.ranges !== false ? Number(asked[1]) : null;
    if (from !== null && from >= total) {
      response.writeHead(416, { 'content-range': `bytes */${total}` }).end();
      return;
    }
    if (from !== null) headers['content-range'] = `bytes ${from}-${total - 1}/${total}`;
    const body = file.bytes.subarray(from ?? 0);
    response.writeHead(from === null ? 200 : 206, { ...headers, 'content-length': String(body.length) });
    if (request.method === 'HEAD') response.end();
    else sendBody(response, body, fault);
  }
}

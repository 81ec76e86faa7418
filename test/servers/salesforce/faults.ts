import type { ServerResponse } from 'node:http';

/** What goes wrong with an answer. It gets the answer that would have been. */
export type Wrong = (answer: Answer, to: ServerResponse) => void;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Which requests a fault meets: by method and path, after so many that go well, and how often. */
export interface Fault {
  readonly on: RegExp;
  readonly after?: number;
  readonly times?: number;
  readonly with: Wrong;
}

/** Sends an answer as it is. */
export function send({ status, headers, body }: Answer, to: ServerResponse): void {
  to.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  to.end(body);
}

/** An error of the REST API: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export function refusing(
  status: number,
  errorCode: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Wrong {
  return (answer, to) =>
    send(
      {
        status,
        headers: { ...answer.headers, ...headers, 'content-type': 'application/json;charset=UTF-8' },
        body: JSON.stringify([{ message, errorCode }]),
      },
      to,
    );
}

export const expired = refusing(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
export const unavailable = refusing(503, 'SERVER_UNAVAILABLE', 'Server is unavailable, try again later');
export const dayUsedUp = refusing(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');

export function tooMany(retryAfter: number): Wrong {
  return refusing(429, 'REQUEST_LIMIT_EXCEEDED', 'Too many requests', { 'retry-after': String(retryAfter) });
}

/** A page for people. */
export const page: Wrong = (_answer, to) =>
  send(
    {
      status: 200,
      headers: { 'content-type': 'text/html;charset=UTF-8' },
      body: '<html><body>We are down for maintenance.</body></html>',
    },
    to,
  );

/** The connection breaks after so many bytes of the body. */
export function cutAfter(bytes: number): Wrong {
  return ({ status, headers, body }, to) => {
    to.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    to.write(Buffer.from(body).subarray(0, bytes), () => setImmediate(() => to.destroy()));
  };
}

/** The body ends after so many bytes, as if that were all. */
export function endAfter(bytes: number): Wrong {
  return (answer, to) => send({ ...answer, body: Buffer.from(answer.body).subarray(0, bytes).toString() }, to);
}

/** No answer at all. */
export const hangUp: Wrong = (_answer, to) => to.destroy();

/** Another body in the place of the true one. */
export function saying(body: (before: string) => string): Wrong {
  return (answer, to) => send({ ...answer, body: body(answer.body) }, to);
}

import type { Place } from '../../values/problem.ts';
import { retryAfter } from '../places/retry-after.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import type { Bucket } from './bucket.ts';
import { readXml, textOf, type Element } from './xml.ts';

/** What was asked, and what S3 says of it. */
interface Refused {
  readonly bucket: Bucket;
  readonly what: string;
  readonly code: string;
  readonly status: number;
  readonly headers: Headers;
  /** The error's other elements; an empty one where there are none. */
  readonly error: Element;
}

type Words = (refused: Refused) => PullFault;

const noError: Element = { name: 'Error', text: '', children: [] };

/**
 * An answer that is no success, in words. Only the error's code is repeated: its message may hold keys, and what was signed.
 * The codes are those of Amazon's "Error responses" (API Reference of S3), which other stores speak too.
 */
export function refusal(bucket: Bucket, what: string, { status, headers }: Response, body: string): PullFault {
  const read = readXml(body);
  const error = read?.name === 'Error' ? read : noError;
  const said = textOf(error, 'Code') ?? '';
  const code = /^[A-Za-z0-9.]{1,60}$/.test(said) ? said : '';
  const refused = { bucket, what, code, status, headers, error };
  const words = Object.hasOwn(byCode, code) ? byCode[code] : byStatus(refused);
  return (words ?? unknown)(refused);
}

function byStatus({ status }: Refused): Words {
  if (status === 429 || status === 408 || status >= 500) return busy;
  if (status === 401 || status === 403) return denied;
  if (status === 404) return gone;
  return status >= 300 && status < 400 ? elsewhere : unknown;
}

const busy: Words = ({ bucket, what, code, status, headers }) => {
  const why = code === 'SlowDown' || status === 429 ? 'asks us to be slower' : 'is not able to answer now';
  const says = `${what}: ${host(bucket)} ${why} (${code === '' ? status : code})`;
  return new Passing(says, retryAfter(headers, bucket.world.now()));
};

const denied: Words = ({ bucket, what }) => {
  const { bucket: name, secrets } = bucket.connection;
  return new PullFault(
    'input',
    `${what}: who signs in with ${secrets['access key'].variable} may not read it`,
    `allow s3:ListBucket on the bucket "${name}" and s3:GetObject on what lies in it`,
    secrets['access key'].at,
  );
};

const gone: Words = ({ bucket, what }) =>
  new PullFault('input', `${what} is no longer there`, '', at(bucket, 'fetches'));

const elsewhere: Words = ({ bucket, headers, error }) => {
  const { bucket: name, region } = bucket.connection;
  const told = headers.get('x-amz-bucket-region') ?? textOf(error, 'Region') ?? '';
  const isKnown = /^[a-z0-9-]{2,30}$/.test(told);
  const fix = isKnown ? `write region: ${told}, and the address of that region` : 'write the region that it lies in';
  return new PullFault('input', `the bucket "${name}" does not lie in ${region}`, fix, at(bucket, 'region'));
};

const unknown: Words = ({ bucket, what, code, status }) => {
  const says = `${what}: ${host(bucket)} answers with the status ${status}${code === '' ? '' : ` (${code})`}`;
  return new PullFault('input', says, 'see that "at" is the address of a store that speaks S3', at(bucket, 'at'));
};

const expired: Words = ({ bucket, code }) => {
  const { secrets } = bucket.connection;
  const name = secrets['session token'] ?? secrets['access key'];
  return new PullFault(
    'input',
    `what ${name.variable} holds has expired or is not valid (${code})`,
    'make a new one',
    name.at,
  );
};

const byCode: Readonly<Record<string, Words>> = {
  NoSuchBucket: ({ bucket }) => {
    const says = `there is no bucket "${bucket.connection.bucket}" at ${host(bucket)}`;
    return new PullFault('input', says, 'look what it is called, and where it lies', at(bucket, 'bucket'));
  },
  NoSuchKey: gone,
  AccessDenied: denied,
  AllAccessDisabled: denied,
  InvalidAccessKeyId: ({ bucket }) => {
    const name = bucket.connection.secrets['access key'];
    const says = `${host(bucket)} knows no access key such as ${name.variable} holds`;
    return new PullFault('input', says, 'it may have been taken back: make a new one, with its secret key', name.at);
  },
  SignatureDoesNotMatch: ({ bucket }) => {
    const name = bucket.connection.secrets['secret key'];
    const says = `what ${name.variable} holds is not the secret key that belongs to the access key`;
    return new PullFault('input', says, 'copy both again, from where they were made together', name.at);
  },
  ExpiredToken: expired,
  InvalidToken: expired,
  TokenRefreshRequired: expired,
  RequestTimeTooSkewed: (refused) => {
    const theirs = textOf(refused.error, 'ServerTime') ?? '';
    const clock = /^[0-9TZ:.+-]{8,30}$/.test(theirs) ? `: there it is ${theirs}` : '';
    const says = `this machine's clock is too far from that of ${host(refused.bucket)}${clock}`;
    return new PullFault('machine', says, 'set the clock of the machine that pulls');
  },
  AuthorizationHeaderMalformed: elsewhere,
  PermanentRedirect: elsewhere,
  TemporaryRedirect: elsewhere,
  InvalidObjectState: ({ bucket, what }) =>
    new PullFault(
      'input',
      `${what} lies in an archive, where it can't be read`,
      'have it restored there',
      at(bucket, 'fetches'),
    ),
  SlowDown: busy,
  ServiceUnavailable: busy,
  InternalError: busy,
  RequestTimeout: busy,
  OperationAborted: busy,
};

function host({ connection }: Bucket): string {
  return connection.address.host;
}

function at({ connection }: Bucket, key: string): Place {
  return connection.placeOf(key);
}

import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { IncomingMessage } from 'node:http';

/** Who may sign in. */
export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string;
}

const mostSkew = 15 * 60_000;

/**
 * What is wrong with a request's signature, as the code of S3's error; null where nothing is. The signature is made again from the request as it came,
 * by another library than the one that signs, after "Authenticating Requests (AWS Signature Version 4)".
 */
export async function signatureFault(
  request: IncomingMessage,
  keys: Keys,
  region: string,
  now: number,
): Promise<string | null> {
  const said = request.headers.authorization ?? '';
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}$/.exec(
      said,
    );
  const date = instantOf(String(request.headers['x-amz-date'] ?? ''));
  if (!parts || date === null) return 'AccessDenied';
  const [, key, , signedRegion, names] = parts;
  if (key !== keys.accessKey) return 'InvalidAccessKeyId';
  if ((request.headers['x-amz-security-token'] ?? undefined) !== keys.sessionToken) return 'InvalidToken';
  if (signedRegion !== region) return 'AuthorizationHeaderMalformed';
  if (Math.abs(date.getTime() - now) > mostSkew) return 'RequestTimeTooSkewed';
  const url = new URL(request.url ?? '/', 'http://here');
  const headers = Object.fromEntries(
    (names ?? '').split(';').map((name) => [name, String(request.headers[name] ?? '')]),
  );
  const signer = new SignatureV4({
    service: 's3',
    region,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
    credentials: {
      accessKeyId: keys.accessKey,
      secretAccessKey: keys.secretKey,
      ...(keys.sessionToken === undefined ? {} : { sessionToken: keys.sessionToken }),
    },
  });
  const signed = await signer.sign(
    {
      method: request.method ?? 'GET',
      protocol: 'http:',
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers,
    },
    { signingDate: date },
  );
  return signed.headers['authorization'] === said ? null : 'SignatureDoesNotMatch';
}

/** `20261123T060000Z` */
function instantOf(text: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  return parts ? new Date(`${parts.slice(1, 4).join('-')}T${parts.slice(4).join(':')}Z`) : null;
}

import { PullFault, Passing } from '../pull-fault.ts';

/** What Node calls a network's failing, in words. Whatever is not here is told by its code. */
const words: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name of the server is not known',
  EAI_AGAIN: "the name of the server can't be looked up now",
  ECONNREFUSED: 'the server does not answer at this address',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'the server does not answer in time',
  EHOSTUNREACH: "the server can't be reached",
  ENETUNREACH: "the network can't be reached",
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'the server does not answer in time',
  UND_ERR_BODY_TIMEOUT: 'the server stopped sending',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the server sent another length than it said',
};

/** Certificates: trying again mends none of them. */
const ofCertificates = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * What a failure of the network is told as. Only its code is, never its own words: they may hold an address with secrets in it.
 * @param what what was asked for: `costs.csv of files.example`
 */
export function networkFault(error: unknown, what: string): PullFault {
  if (error instanceof PullFault) return error;
  const code = codeOf(error);
  if (code !== null && ofCertificates.test(code)) {
    const says = `${what}: the server's certificate is not valid (${code})`;
    return new PullFault('machine', says, 'ask whoever runs the server; nothing was sent to it');
  }
  const told = code === null ? 'the connection was cut' : (words[code] ?? `the network failed (${code})`);
  return new Passing(`${what}: ${told}`);
}

/** The code of an error, or of what caused it: a failed fetch says in its cause why. */
function codeOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
  }
  return null;
}

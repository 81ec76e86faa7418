import type { Client, ConnectConfig, SFTPWrapper } from 'ssh2';
import type { SftpConnection } from '../../records/connection.ts';
import { networkFault } from '../places/network-fault.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import type { Proof } from './proof.ts';
import { fingerprintOf, keyKinds } from './server-key.ts';

/** A server that is signed in to. */
export interface Line {
  readonly sftp: SFTPWrapper;
  /** Why it was lost; null as long as it holds. */
  readonly lost: () => PullFault | null;
  /** Rejects once it is lost. */
  readonly untilLost: Promise<never>;
  /** Waits for an answer; the line is lost where none at all has come for too long. Answers may come slowly, one behind the other. */
  readonly during: <T>(answer: Promise<T>) => Promise<T>;
  readonly end: () => void;
}

/** The server showed another key than the one that the connection names, or has none of the kind that was asked for. */
class OtherKey extends Error {
  readonly shown: string | null;

  constructor(shown: string | null) {
    super('another key');
    this.shown = shown;
  }
}

/**
 * Signs in, once the server has shown the key that the connection names: before that, nothing is sent to it that is secret. Which of its keys the
 * fingerprint is of nobody says, so that it is asked for one kind after the other.
 */
export async function signIn(connection: SftpConnection, proof: Proof, silentAtMost: number): Promise<Line> {
  let shown: string | null = null;
  for (const kinds of keyKinds) {
    try {
      const algorithms = { serverHostKey: [...kinds] };
      return await tryToSignIn(connection, { ...proof.config, algorithms }, proof, silentAtMost);
    } catch (error) {
      if (!(error instanceof OtherKey)) throw error;
      shown ??= error.shown;
    }
  }
  throw otherKey(connection, shown);
}

function otherKey({ address, placeOf }: SftpConnection, shown: string | null): PullFault {
  const { host } = address;
  if (shown === null) return new PullFault('machine', `${host} and we have no way of speaking SSH in common`);
  const fix = `ask whoever runs it: if that is its new key, write host key: ${shown}; if it is not, somebody stands between. Nothing was sent to it`;
  const says = `${host} shows another key than the one that was written down: ${shown}`;
  return new PullFault('input', says, fix, placeOf('host key'));
}

async function tryToSignIn(
  connection: SftpConnection,
  config: ConnectConfig,
  proof: Proof,
  silentAtMost: number,
): Promise<Line> {
  const { default: ssh2 } = await import('ssh2');
  const client = new ssh2.Client();
  const { hostname, port, host } = connection.address;
  let shown: string | null = null;
  const ready = new Promise<SFTPWrapper>((resolve, reject) => {
    const fail = (error: unknown): void => reject(whyNot(error, connection, proof, shown));
    client.on('error', fail);
    client.on('close', () => fail(null));
    client.on('ready', () => client.sftp((error, sftp) => (error ? reject(noSftp(connection)) : resolve(sftp))));
  });
  // Servers that ask in words, as many do, ask for the password.
  client.on('keyboard-interactive', (_name, _text, _language, prompts, answer) =>
    answer(prompts.map(({ echo }) => (echo ? '' : (proof.config.password ?? '')))),
  );
  // Small questions go at once, and don't wait for what was sent before to be acknowledged.
  client.on('connect', () => client.setNoDelay(true));
  client.connect({
    ...config,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 22 : Number(port),
    username: connection.user,
    readyTimeout: silentAtMost * 1000,
    keepaliveInterval: 15_000,
    hostVerifier: (key: Buffer): boolean => {
      shown = fingerprintOf(key);
      return shown === connection.hostKey;
    },
  });
  try {
    return lineOf(client, await ready, host, silentAtMost);
  } catch (error) {
    client.destroy();
    throw error;
  }
}

function whyNot(error: unknown, connection: SftpConnection, proof: Proof, shown: string | null): Error {
  const { host } = connection.address;
  const level = error instanceof Error && 'level' in error ? error.level : null;
  if (shown !== null && shown !== connection.hostKey) return new OtherKey(shown);
  if (level === 'handshake') return new OtherKey(null);
  if (level === 'client-authentication') {
    const variables = proof.of.map(({ variable }) => variable).join(' and ');
    const says = `${host} does not let "${connection.user}" in with what ${variables} holds`;
    return new PullFault('input', says, 'see that both belong together, and have not expired', proof.of[0]?.at ?? null);
  }
  if (level === 'client-timeout') return new Passing(`${host}: the server does not answer in time`);
  if (level === 'protocol' && shown === null)
    return new PullFault(
      'input',
      `${host} does not speak SSH`,
      'see the port: sftp://HOST:22',
      connection.placeOf('at'),
    );
  return networkFault(error, host);
}

function noSftp({ address, user }: SftpConnection): PullFault {
  return new PullFault('input', `${address.host} lets "${user}" in, and not to files: SFTP is not allowed`, '');
}

function lineOf(client: Client, sftp: SFTPWrapper, host: string, silentAtMost: number): Line {
  let why: PullFault | null = null;
  const { promise: untilLost, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting when it is lost.
  untilLost.catch(() => {});
  const lose = (error: unknown): void => {
    why ??= networkFault(error, host);
    reject(why);
    client.destroy();
  };
  client.on('error', lose);
  client.on('close', () => lose(null));
  const during = watched(silentAtMost, () =>
    lose(new Passing(`${host}: the server has been silent for ${silentAtMost} seconds`)),
  );
  return { sftp, lost: () => why, untilLost, during, end: () => void client.destroy() };
}

/** Tells when, of all the answers that are waited for, none has come for so many seconds. */
function watched(seconds: number, tell: () => void): Line['during'] {
  let waiting = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    if (waiting > 0) timer = setTimeout(tell, seconds * 1000);
  };
  return async (answer) => {
    waiting += 1;
    if (waiting === 1) heard();
    try {
      return await answer;
    } finally {
      waiting -= 1;
      heard();
    }
  };
}

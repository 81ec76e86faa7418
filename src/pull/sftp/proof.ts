import type { ParsedKey } from 'ssh2';
import type { SecretName, SftpConnection } from '../../records/connection.ts';
import { PullFault } from '../pull-fault.ts';
import type { Secrets } from '../secrets.ts';

/** What signs in to a server, and the variables that it is made of, for problems. */
export interface Proof {
  readonly config: {
    readonly password?: string;
    readonly privateKey?: string;
    readonly passphrase?: string;
    readonly tryKeyboard: boolean;
  };
  readonly of: readonly SecretName[];
}

/** Throws a `PullFault` where a private key can't be read; nothing of it is shown. */
export async function proofOf({ secrets: named }: SftpConnection, secrets: Secrets): Promise<Proof> {
  const { password, passphrase, 'private key': key } = named;
  const withPassword = password ? { password: secrets.of(password) } : {};
  const withKey = key ? await keyOf(key, passphrase, secrets) : {};
  const of = [key, password].filter((name) => name !== undefined);
  return { config: { ...withPassword, ...withKey, tryKeyboard: password !== undefined }, of };
}

async function keyOf(name: SecretName, phrase: SecretName | undefined, secrets: Secrets) {
  const { default: ssh2 } = await import('ssh2');
  // Variables are often set on one line, with the line ends written out.
  const privateKey = secrets.of(name).replaceAll('\\n', '\n').replaceAll('\r', '').trim().concat('\n');
  secrets.also(privateKey);
  const passphrase = phrase ? secrets.of(phrase) : undefined;
  const read: ParsedKey | ParsedKey[] | Error = ssh2.utils.parseKey(privateKey, passphrase);
  const parsed = Array.isArray(read) ? read[0] : read;
  if (parsed instanceof Error) throw unreadable(parsed, name, phrase);
  if (!parsed?.isPrivateKey())
    throw new PullFault(
      'input',
      `what ${name.variable} holds is a public key`,
      'the private one signs in: the file without .pub',
      name.at,
    );
  return passphrase === undefined ? { privateKey } : { privateKey, passphrase };
}

/** Only what kind of trouble it is: the library's words are read, and not repeated. */
function unreadable({ message }: Error, name: SecretName, phrase: SecretName | undefined): PullFault {
  if (/no passphrase given/i.test(message)) {
    const fix = 'name the variable of its passphrase as "passphrase"';
    return new PullFault(
      'input',
      `the private key that ${name.variable} holds is locked by a passphrase`,
      fix,
      name.at,
    );
  }
  if (phrase && /integrity check|bad passphrase|decrypt/i.test(message)) {
    const says = `what ${phrase.variable} holds does not open the private key that ${name.variable} holds`;
    return new PullFault('input', says, '', phrase.at);
  }
  const fix = 'it takes the whole file, with the lines that say BEGIN and END';
  return new PullFault('input', `what ${name.variable} holds can't be read as a private key`, fix, name.at);
}

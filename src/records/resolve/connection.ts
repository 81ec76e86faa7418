import type { Place, Problem } from '../../values/problem.ts';
import type { Connection, SecretName } from '../connection.ts';
import type { ConnectionSpec } from '../schema/connection.ts';
import type { YamlFile } from '../yaml-file.ts';
import { spanOf } from './span.ts';

/** A connection while it is made exact. */
interface Connecting {
  readonly yaml: YamlFile;
  readonly name: string;
  fault(at: Place, says: string, fix?: string): void;
}

type SpecOf<Kind extends Connection['to']> = Extract<ConnectionSpec, { 'connects to': Kind }>;

/** What a file that `connects to` something says, made exact; null where it has a fault, which is added to the problems. */
export function resolveConnection(
  name: string,
  spec: ConnectionSpec,
  yaml: YamlFile,
  problems: Problem[],
): Connection | null {
  const before = problems.length;
  const fault: Connecting['fault'] = (at, says, fix = '') => void problems.push({ level: 'fault', ...at, says, fix });
  const connection = connectionOf({ yaml, name, fault }, spec);
  return problems.length > before ? null : connection;
}

function connectionOf(connecting: Connecting, spec: ConnectionSpec): Connection {
  switch (spec['connects to']) {
    case 'Salesforce':
      return {
        to: 'Salesforce',
        ...ofCrm(connecting, spec),
        address: addressOf(connecting, spec.at, ['https:', 'http:']),
        apiVersion: apiVersionOf(connecting, spec['api version']),
        secrets: secretsOf(connecting, spec.secrets),
      };
    case 'HubSpot':
      return {
        to: 'HubSpot',
        ...ofCrm(connecting, spec),
        address: addressOf(connecting, spec.at ?? 'https://api.hubapi.com', ['https:', 'http:']),
        secrets: secretsOf(connecting, spec.secrets),
      };
    case 'HTTPS':
      return {
        to: 'HTTPS',
        ...ofPlace(connecting, spec, ['https:', 'http:']),
        secrets: httpsSecrets(connecting, spec),
      };
    case 'S3':
      return {
        to: 'S3',
        ...ofPlace(connecting, spec, ['https:', 'http:']),
        bucket: spec.bucket,
        region: spec.region ?? 'us-east-1',
        folder: (spec.folder ?? '').replace(/^\/+|\/+$/g, ''),
        secrets: secretsOf(connecting, spec.secrets),
      };
    case 'SFTP':
      return {
        to: 'SFTP',
        ...ofPlace(connecting, spec, ['sftp:']),
        user: spec.user,
        folder: (spec.folder ?? '.').replace(/(?<=.)\/+$/, ''),
        hostKey: hostKeyOf(connecting, spec['host key']),
        secrets: sftpSecrets(connecting, spec),
      };
  }
}

function ofAll({ yaml, name, fault }: Connecting, spec: ConnectionSpec) {
  const placeOf = (key: string): Place => yaml.placeOf([key]);
  const agreed = spec['at least every'];
  return {
    name,
    agreedEvery: agreed === undefined ? null : spanOf(agreed, placeOf('at least every'), fault),
    placeOf,
    at: yaml.placeOf(['connects to']),
  };
}

const usualOverlap = '15 minutes';
const usualCalls = '50%';

function ofCrm(connecting: Connecting, spec: SpecOf<'Salesforce'> | SpecOf<'HubSpot'>) {
  const { yaml, fault } = connecting;
  const whole = spec['whole every'];
  return {
    ...ofAll(connecting, spec),
    overlap: spanOf(spec.overlap ?? usualOverlap, yaml.placeOf(['overlap']), fault),
    wholeEvery: whole === undefined ? null : spanOf(whole, yaml.placeOf(['whole every']), fault),
    callsAtMost: callsOf(connecting, spec['calls at most'] ?? usualCalls),
  };
}

function ofPlace(connecting: Connecting, spec: SpecOf<'HTTPS' | 'S3' | 'SFTP'>, schemes: readonly string[]) {
  for (const [index, name] of spec.fetches.entries()) checkName(connecting, name, index);
  return { ...ofAll(connecting, spec), address: addressOf(connecting, spec.at, schemes), fetches: spec.fetches };
}

function checkName({ yaml, fault }: Connecting, name: string, index: number): void {
  if (/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|:/.test(name))
    fault(
      yaml.placeOf(['fetches', index]),
      `"${name}" leads out of the folder`,
      'name a file within it: costs/2026.csv',
    );
}

function addressOf({ yaml, fault }: Connecting, written: string, schemes: readonly string[]): URL {
  const at = yaml.placeOf(['at']);
  const shown = `${schemes[0]}//`;
  if (!URL.canParse(written)) {
    fault(at, `"${written}" is no address`, `write it as ${shown}company.example`);
    return new URL('https://nowhere.invalid');
  }
  const url = new URL(written);
  if (url.username !== '' || url.password !== '')
    fault(
      at,
      'this address holds a user or a password',
      'take it out, also of Git, and name its environment variable under "secrets"',
    );
  // Only on this machine may a secret travel in the open.
  else if (!schemes.includes(url.protocol) || (url.protocol === 'http:' && !isOwnMachine(url)))
    fault(at, `expected an address that begins with ${shown}, got "${url.protocol}//${url.host}"`, '');
  return url;
}

function isOwnMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function apiVersionOf({ yaml, fault }: Connecting, written = '64.0'): string {
  if (!/^\d{2,3}\.0$/.test(written))
    fault(yaml.placeOf(['api version']), `"${written}" is no version of the API`, 'write it as 64.0');
  return written;
}

function hostKeyOf({ yaml, fault }: Connecting, written: string): string {
  if (!/^SHA256:[A-Za-z0-9+/]{43}=?$/.test(written))
    fault(
      yaml.placeOf(['host key']),
      `"${written}" is no fingerprint of a key`,
      'ssh-keyscan HOST | ssh-keygen -lf - shows it: SHA256: and 43 letters',
    );
  return written.replace(/=$/, '');
}

function callsOf({ yaml, fault }: Connecting, written: string) {
  const share = /^(\d{1,3})%$/.exec(written);
  if (share && Number(share[1]) > 0 && Number(share[1]) <= 100) return { share: Number(share[1]) / 100 };
  if (/^[1-9]\d{0,8}$/.test(written)) return { calls: Number(written) };
  fault(yaml.placeOf(['calls at most']), `"${written}" is no share and no number of calls`, 'write it as 50% or 20000');
  return { share: 0 };
}

/** Names of environment variables. Whatever else stands there may be the secret itself, which is not repeated. */
function secretsOf<Names extends Readonly<Record<string, string | undefined>>>(
  { yaml, fault }: Connecting,
  written: Names,
): { readonly [Name in keyof Names]: Names[Name] extends string ? SecretName : SecretName | undefined } {
  const entries = Object.entries(written).map(([name, variable]) => {
    const at = yaml.placeOf(['secrets', name]);
    if (variable !== undefined && !/^[A-Z][A-Z0-9_]*$/.test(variable))
      fault(
        at,
        `"${name}" must name an environment variable, in capitals, and what stands here does not look like one`,
        `if it is the secret itself, make a new one: this one is known to whoever reads the file; then write ${name}: SALESFORCE_SECRET, or what you call the variable`,
      );
    return [name, variable === undefined ? undefined : { variable, at }];
  });
  return Object.fromEntries(entries);
}

function httpsSecrets(connecting: Connecting, { secrets = {} }: SpecOf<'HTTPS'>) {
  const { yaml, fault } = connecting;
  if ((secrets.user === undefined) !== (secrets.password === undefined))
    fault(yaml.placeOf(['secrets']), 'a user and a password belong together', 'name both, or none');
  if (secrets.token !== undefined && secrets.user !== undefined)
    fault(yaml.placeOf(['secrets']), 'either a token or a user with a password signs in, not both');
  return secretsOf(connecting, secrets);
}

function sftpSecrets(connecting: Connecting, { secrets }: SpecOf<'SFTP'>) {
  const { yaml, fault } = connecting;
  if (secrets.password === undefined && secrets['private key'] === undefined)
    fault(yaml.placeOf(['secrets']), 'nothing signs in', 'name a "password" or a "private key"');
  return secretsOf(connecting, secrets);
}

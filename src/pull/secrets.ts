import type { SecretName } from '../records/connection.ts';
import { PullFault } from './pull-fault.ts';
import type { World } from './world.ts';

/** The secrets of a pull: handed out by name, and taken out of whatever is said. */
export interface Secrets {
  /** A secret's value. Throws a `PullFault` of input where its variable is not set. */
  readonly of: (name: SecretName) => string;
  /** A text without any secret that is known so far. */
  readonly hide: (text: string) => string;
  /** Notes a secret that was obtained: a token that a server handed out. */
  readonly also: (secret: string) => void;
}

const inItsPlace = '[secret]';

/** Reads the variables that these names stand for, once; what is not set is missed only when it is asked for. */
export function readSecrets(world: Pick<World, 'variable'>, names: readonly SecretName[]): Secrets {
  const values = new Map<string, string>();
  const forms = new Set<string>();
  const also = (secret: string): void => {
    for (const form of formsOf(secret)) forms.add(form);
  };
  for (const { variable } of names) {
    // Whoever pastes a secret often adds a line's end, and no secret has one.
    const value = world.variable(variable)?.replace(/[\r\n]+$/, '') ?? '';
    if (value.trim() === '') continue;
    values.set(variable, value);
    also(value);
  }
  return {
    of: ({ variable, at }) => {
      const value = values.get(variable);
      if (value !== undefined) return value;
      const fix = `set it where the pull runs: a secret of the repository, or export ${variable}=...`;
      throw new PullFault('input', `the environment variable ${variable} is not set`, fix, at);
    },
    hide: (text) => hidden(text, forms),
    also,
  };
}

/** As what a secret may turn up in an address, a header, a body, an error. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = bytes.toString('base64');
  const inAddresses = encodeURIComponent(secret);
  // A key of many lines may be told a line at a time. Short lines, and those that say which kind it is, tell nothing.
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= 16 && !line.startsWith('-----'));
  return [
    secret,
    inAddresses,
    inAddresses.replaceAll('%20', '+'),
    encodeURI(secret),
    JSON.stringify(secret).slice(1, -1),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    ...(secret.includes('\n') ? lines : []),
  ].filter((form) => form !== '');
}

/** The longest first: of two secrets one may begin as the other does. */
function hidden(text: string, forms: ReadonlySet<string>): string {
  if (forms.size === 0) return text;
  const known = [...forms].toSorted((one, other) => other.length - one.length);
  const pattern = known.map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return text.replace(new RegExp(pattern, 'g'), inItsPlace);
}

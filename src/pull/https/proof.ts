import type { HttpsConnection, SecretName } from '../../records/connection.ts';
import type { Secrets } from '../secrets.ts';

/** What shows a web server who asks: the header, and the variables that it is made of, for problems. */
export interface Proof {
  readonly header: string;
  readonly of: readonly SecretName[];
}

/** A token as `Bearer` (RFC 6750), a user with a password as `Basic` (RFC 7617); null where nothing is needed. */
export function proofOf({ secrets: named }: HttpsConnection, secrets: Secrets): Proof | null {
  const { token, user, password } = named;
  if (token) return { header: `Bearer ${secrets.of(token)}`, of: [token] };
  if (!user || !password) return null;
  const pair = Buffer.from(`${secrets.of(user)}:${secrets.of(password)}`, 'utf8').toString('base64');
  // It is the password in other letters.
  secrets.also(pair);
  return { header: `Basic ${pair}`, of: [user, password] };
}

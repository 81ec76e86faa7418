import { createHmac, createSecretKey } from 'node:crypto';

/** Bytes of the hash that are kept: enough that no two people ever share them. */
const keptBytes = 16;

/**
 * Makes of an e-mail what tells one person from another, and can't be turned back: HMAC-SHA-256 of the address, without blanks and
 * in lower case. A plain hash could be found by trying out addresses; this one needs the key, which is never written down beside it.
 */
export function personKeyed(key: Buffer): (email: string) => string {
  const secret = createSecretKey(key);
  return (email) =>
    createHmac('sha256', secret)
      .update(email.trim().toLowerCase())
      .digest()
      .subarray(0, keptBytes)
      .toString('base64url');
}

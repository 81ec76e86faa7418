import ssh2 from 'ssh2';
import { createHash } from 'node:crypto';

/** A pair of keys, made anew; with a passphrase, the private one is locked. */
export function newKeys(kind: 'ed25519' | 'ecdsa' = 'ed25519', passphrase?: string) {
  const locked = passphrase === undefined ? {} : { passphrase, cipher: 'aes256-ctr', rounds: 1 };
  const pair = ssh2.utils.generateKeyPairSync(kind, { bits: 256, ...locked });
  return { privateKey: pair.private, publicKey: pair.public };
}

/** As `ssh-keygen -l` tells it, made from the public key's file: the second word is its base64. */
export function fingerprint({ publicKey }: { readonly publicKey: string }): string {
  const bytes = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(bytes).digest('base64').replaceAll('=', '')}`;
}

import ssh2 from 'ssh2';
import { createHash } from 'node:crypto';

/**
 * A pair of keys, made anew; with a passphrase, the private one is locked. One pair in 250 of ssh2's ed25519 keys
 * can't be read (it takes a key's first byte for padding where that is 0: mscdex/ssh2#1513), so such a pair is made again.
 */
export function newKeys(kind: 'ed25519' | 'ecdsa' = 'ed25519', passphrase?: string) {
  const locked = passphrase === undefined ? {} : { passphrase, cipher: 'aes256-ctr', rounds: 1 };
  for (;;) {
    const pair = ssh2.utils.generateKeyPairSync(kind, { bits: 256, ...locked });
    const readings = [ssh2.utils.parseKey(pair.public), ssh2.utils.parseKey(pair.private, passphrase)];
    if (!readings.some((key) => key instanceof Error)) return { privateKey: pair.private, publicKey: pair.public };
  }
}

/** As `ssh-keygen -l` tells it, made from the public key's file: the second word is its base64. */
export function fingerprint({ publicKey }: { readonly publicKey: string }): string {
  const bytes = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(bytes).digest('base64').replaceAll('=', '')}`;
}

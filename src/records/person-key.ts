import { createHash, createHmac, hash } from 'node:crypto';

/** Bytes of the hash that are kept: enough that no two people ever share them. */
const keptBytes = 16;

/** Bytes that SHA-256 works on at a time, and bytes of what it gives. */
const blockBytes = 64;
const hashBytes = 32;

/** Letters of an address that is hashed the quick way; a letter has at most three bytes. */
const longestQuick = 1000;

/**
 * Makes of an e-mail what tells one person from another, and can't be turned back: HMAC-SHA-256 of the address, without blanks and
 * in lower case. A plain hash could be found by trying out addresses; this one needs the key, which is never written down beside it.
 */
export function personKeyed(key: Buffer): (email: string) => string {
  // HMAC (RFC 2104) is two hashes, each behind a block made of the key. Two plain hashes cost a third of what Node's own HMAC does,
  // which sets up an object for each address.
  const inner = Buffer.alloc(blockBytes + 3 * longestQuick);
  const outer = Buffer.alloc(blockBytes + hashBytes);
  keyBlock(key, 0x36).copy(inner);
  keyBlock(key, 0x5c).copy(outer);
  return (email) => {
    const address = email.trim().toLowerCase();
    if (address.length > longestQuick) return kept(createHmac('sha256', key).update(address).digest('base64url'));
    const end = blockBytes + inner.write(address, blockBytes);
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), blockBytes, 'binary');
    return kept(hash('sha256', outer, 'base64url'));
  };
}

/** The key, filled up with zeros to a block, or its hash where it is longer, each byte changed by a constant. */
function keyBlock(key: Buffer, change: number): Buffer {
  const block = Buffer.alloc(blockBytes);
  (key.length > blockBytes ? createHash('sha256').update(key).digest() : key).copy(block);
  return Buffer.from(block.map((byte) => byte ^ change));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Of a hash in base64url that of its first bytes: in the last letter, two of six bits are theirs and the others nought. */
function kept(whole: string): string {
  const letters = Math.floor((keptBytes * 8) / 6);
  return whole.slice(0, letters) + (alphabet[alphabet.indexOf(whole[letters] ?? '') & 0x30] ?? '');
}

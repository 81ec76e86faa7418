import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personKeyed } from '../../../src/records/person-key.ts';

test('one person is told by one hash, however the address is written, and another key tells another', () => {
  const personOf = personKeyed(Buffer.from('a key'));
  // As `openssl dgst -sha256 -hmac 'a key'` says.
  expect(personOf('anna@example.org')).toBe('_o3K24xMG9NhRR3z1yA9lg');
  expect(personOf('  Anna@Example.org ')).toBe(personOf('anna@example.org'));
  expect(personOf('bert@example.org')).not.toBe(personOf('anna@example.org'));
  expect(personKeyed(Buffer.from('another key'))('anna@example.org')).not.toBe(personOf('anna@example.org'));
});

test("it is the first 16 bytes of Node's own HMAC-SHA-256, whatever the key and the address", () => {
  const key = fc.uint8Array({ maxLength: 130 }).map((bytes) => Buffer.from(bytes));
  const address = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.emailAddress());
  fc.assert(
    fc.property(key, fc.array(address, { maxLength: 4 }), (secret, addresses) => {
      const personOf = personKeyed(secret);
      for (const each of addresses) expect(personOf(each)).toBe(hmacOf(secret, each));
    }),
    { numRuns: 60 },
  );
});

test('an address that is far too long has its hash, too', () => {
  const [secret, long] = [Buffer.from('a key'), 'ł'.repeat(1001)];
  expect(personKeyed(secret)(long)).toBe(hmacOf(secret, long));
});

function hmacOf(key: Buffer, email: string): string {
  const whole = createHmac('sha256', key).update(email.trim().toLowerCase()).digest();
  return whole.subarray(0, 16).toString('base64url');
}

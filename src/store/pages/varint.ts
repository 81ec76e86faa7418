/**
 * Writes a whole number before `end`, seven bits a byte, the eighth bit set in all but the last; returns where it begins. For numbers from 0 to 2^53.
 * (https://sqlite.org/fileformat2.html, section 1.6)
 */
export function writeVarint(bytes: Buffer, value: number, end: number): number {
  let at = end - 1;
  bytes[at] = value % 128;
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    at -= 1;
    bytes[at] = (rest % 128) | 0x80;
  }
  return at;
}

/** Bytes that the longest of them takes. */
export const mostOfVarint = 8;

import { isAscii, isUtf8 } from 'node:buffer';
import { countLines, unfinished } from './utf-8.ts';
import { UnreadableText } from './unreadable-text.ts';

/** Encodings in which every letter is a byte: whatever is read by them gives some letters, and never fails. */
const singleByte = /^(?:windows-125\d|windows-874|iso-8859-\d+|koi8-[ru]|macintosh|x-mac-cyrillic|ibm866)$/;

/** Bytes that are no letters. */
const undefinedBytes: Readonly<Record<string, readonly number[]>> = {
  'windows-1252': [0x81, 0x8d, 0x8f, 0x90, 0x9d],
};

/**
 * A check of a file's pieces, one after the other, for what shows that a declared encoding of single bytes is not the file's; null for any other encoding.
 * The first letters beyond ASCII tell whether the file is in truth UTF-8: all of them make whole letters there, which by chance hardly any text does.
 * @returns a check that throws UnreadableText
 */
export function singleByteCheck(encoding: string): ((bytes: Buffer, linesBefore: number) => void) | null {
  if (!singleByte.test(encoding)) return null;
  const none = undefinedBytes[encoding] ?? [];
  /** What may go on in the next piece; null once it is certain that the file is not UTF-8. */
  let left: Buffer | null = Buffer.alloc(0);
  return (bytes, linesBefore) => {
    if (left !== null && (left.length > 0 || !isAscii(bytes))) {
      const all = Buffer.concat([left, bytes]);
      const whole = all.subarray(0, all.length - unfinished(all));
      if (!isUtf8(whole)) left = null;
      else if (isAscii(whole)) left = all.subarray(whole.length);
      else throw new UnreadableText(linesBefore + linesBeforeAny(bytes, (byte) => byte >= 0x80), { is: 'in UTF-8' });
    }
    if (!none.some((byte) => bytes.includes(byte))) return;
    const isNone = (byte: number): boolean => none.includes(byte);
    const byte = bytes.find(isNone) ?? 0;
    throw new UnreadableText(linesBefore + linesBeforeAny(bytes, isNone), { is: 'no letter', byte });
  };
}

function linesBeforeAny(bytes: Buffer, isIt: (byte: number) => boolean): number {
  return countLines(bytes.subarray(0, Math.max(bytes.findIndex(isIt), 0)));
}

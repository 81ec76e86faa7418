import { isAscii, isUtf8 } from 'node:buffer';
import { singleByteCheck } from './single-byte-check.ts';
import { countLines, unfinished } from './utf-8.ts';
import { UnreadableText } from './unreadable-text.ts';

/** Turns the bytes of a file, piece by piece, into text. */
export interface Decoder {
  /** @throws UnreadableText */
  decode(bytes: Buffer): string;
  /** What is left when the file ends. @throws UnreadableText */
  end(): string;
}

/**
 * The decoder of a file that begins with these bytes: a byte-order mark is certain, else what was declared holds, else it must be
 * UTF-8 throughout. The mark itself is no text.
 */
export function decoderFor(beginning: Buffer, declared: string | null): Decoder {
  const marked = markOf(beginning);
  const encoding = marked ?? declared ?? 'utf-8';
  return encoding === 'utf-8' ? utf8Decoder() : platformDecoder(encoding);
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Much quicker than the platform's own: whole pieces are checked at once and then taken over, those of ASCII alone byte by byte. */
function utf8Decoder(): Decoder {
  let left: Buffer = Buffer.alloc(0);
  let first = true;
  let lines = 0;
  const read = (bytes: Buffer): string => {
    const isPlain = isAscii(bytes);
    if (!isPlain && !isUtf8(bytes)) throw new UnreadableText(lines + linesBeforeFault(bytes));
    lines += countLines(bytes);
    const text = bytes.toString(isPlain ? 'latin1' : 'utf8');
    const start = first && text.startsWith('\uFEFF') ? 1 : 0;
    first &&= text === '';
    return text.slice(start);
  };
  return {
    decode(bytes) {
      const all = left.length > 0 ? Buffer.concat([left, bytes]) : bytes;
      const cut = all.length - unfinished(all);
      left = Buffer.from(all.subarray(cut));
      return read(all.subarray(0, cut));
    },
    end: () => read(left),
  };
}

/** The fault lies in the first line that is not UTF-8 by itself. */
function linesBeforeFault(bytes: Buffer): number {
  let lines = 0;
  let from = 0;
  for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
    if (!isUtf8(bytes.subarray(from, to))) return lines;
    lines += 1;
    from = to + 1;
  }
  return lines;
}

function platformDecoder(encoding: string): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const check = singleByteCheck(encoding);
  let lines = 0;
  return {
    decode(bytes) {
      check?.(bytes, lines);
      try {
        const text = decoder.decode(bytes, { stream: true });
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
        return text;
      } catch {
        throw new UnreadableText(lines + linesBeforeStandIn(encoding, bytes));
      }
    },
    end() {
      try {
        return decoder.decode();
      } catch {
        throw new UnreadableText(lines, { is: 'cut' });
      }
    },
  };
}

/** A decoder that is not strict puts a stand-in where a letter can't be read. One at the very beginning may be the rest of the piece before. */
function linesBeforeStandIn(encoding: string, bytes: Buffer): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const at = text.indexOf('\uFFFD', 1);
  return text.slice(0, Math.max(at, 0)).split('\n').length - 1;
}

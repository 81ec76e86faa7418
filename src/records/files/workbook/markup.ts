import { SaxesParser } from 'saxes';
import { decoderFor } from '../../csv/decode.ts';
import { UnreadableText } from '../../csv/unreadable-text.ts';
import type { ArchiveEntry } from '../archive.ts';
import { longestMarkup } from '../limits.ts';
import { UnusableFile } from '../unusable-file.ts';

/** What hears of a part of a workbook while it is read. Names come without their prefix: `row` for `x:row`. */
export interface MarkupListener {
  opens(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  closes?(name: string): void;
  /** True: the rest needs not be read. */
  isDone?(): boolean;
}

/** How deep a workbook's elements lie in each other at most. Real ones need less than 20. */
const deepest = 64;

export const damagedWorkbook = new UnusableFile(
  'this workbook is damaged or was cut short',
  'open it in a spreadsheet, save it again, or export it as CSV',
);

/** Reads a part of a workbook piece by piece. @throws UnusableFile */
export async function readMarkup(part: ArchiveEntry, listener: MarkupListener): Promise<void> {
  const parser = parserFor(listener);
  let decoder: ReturnType<typeof decoderFor> | null = null;
  try {
    for await (const bytes of part.open()) {
      decoder ??= decoderFor(bytes, null);
      parser.write(decoder.decode(bytes));
      if (listener.isDone?.()) return;
    }
    if (!decoder) throw damagedWorkbook;
    parser.write(decoder.end());
    parser.end();
  } catch (error) {
    throw error instanceof UnreadableText ? damagedWorkbook : error;
  }
}

interface PiecewiseParser {
  write(text: string): void;
  end(): void;
}

function parserFor(listener: MarkupListener): PiecewiseParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  /** Letters since something was heard: the parser holds them all. */
  let unheard = 0;
  parser.on('error', () => {
    throw damagedWorkbook;
  });
  parser.on('doctype', () => {
    throw damagedWorkbook;
  });
  parser.on('opentag', ({ name, attributes }) => {
    unheard = 0;
    depth += 1;
    if (depth > deepest) throw damagedWorkbook;
    listener.opens(withoutPrefix(name), attributes);
  });
  parser.on('text', (text) => {
    unheard = 0;
    listener.text?.(text);
  });
  parser.on('cdata', (text) => {
    unheard = 0;
    listener.text?.(text);
  });
  parser.on('closetag', ({ name }) => {
    unheard = 0;
    depth -= 1;
    listener.closes?.(withoutPrefix(name));
  });
  return {
    write(text) {
      unheard += text.length;
      parser.write(text);
      if (unheard > longestMarkup) {
        const most = longestMarkup.toLocaleString('en-GB');
        throw new UnusableFile(
          `a value in this workbook is longer than ${most} characters`,
          'shorten it, or export the file as CSV',
        );
      }
    },
    end: () => void parser.close(),
  };
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

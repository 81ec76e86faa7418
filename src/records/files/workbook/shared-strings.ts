import type { ArchiveEntry } from '../archive.ts';
import { mostSharedLetters } from '../limits.ts';
import { UnusableFile } from '../unusable-file.ts';
import { readMarkup } from './markup.ts';

/** The texts that cells of a workbook share, by their number. Readings aids above East Asian letters are no part of them. @throws UnusableFile */
export async function sharedStrings(part: ArchiveEntry | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let text = '';
  let isText = false;
  let isAid = false;
  let letters = 0;
  await readMarkup(part, {
    opens(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isAid = true;
      else if (name === 't') isText = !isAid;
    },
    text(piece) {
      if (isText) text += piece;
    },
    closes(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isAid = false;
      else if (name === 'si') {
        letters += text.length + 1;
        if (letters > mostSharedLetters) throw tooMuchText();
        strings.push(unescaped(text));
      }
    },
  });
  return strings;
}

/** Letters that XML can't hold are written by their number: `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function tooMuchText(): UnusableFile {
  const most = mostSharedLetters.toLocaleString('en-GB');
  return new UnusableFile(`the texts of this workbook are longer than ${most} letters together`, 'export it as CSV');
}

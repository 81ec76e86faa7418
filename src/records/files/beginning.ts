import { UnusableFile } from './unusable-file.ts';

/** What a file's first bytes say that it is. */
export type Beginning = 'zip' | 'gzip' | 'text';

const compound = Buffer.from('D0CF11E0A1B11AE1', 'hex');

/** Tells packed files from text. @throws UnusableFile for what is no table: an old or a locked workbook, a page, a picture. */
export function beginningOf(bytes: Buffer, name: string): Beginning {
  if (bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  if (
    bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) ||
    bytes.subarray(0, 4).equals(Buffer.from('PK\u0005\u0006'))
  )
    return 'zip';
  if (bytes.subarray(0, 8).equals(compound)) throw lockedOrOld(name);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    throw new UnusableFile('this is a PDF, not a table', 'export it as CSV or XLSX');
  }
  if (isPage(bytes)) {
    throw new UnusableFile(
      'this is a web page, not an export: most likely a login page was saved',
      'log in, and download the export again',
    );
  }
  return 'text';
}

/** A workbook with a password, and one of Excel before 2007, are both kept in this old container. */
function lockedOrOld(name: string): UnusableFile {
  return /\.xls$/i.test(name)
    ? new UnusableFile('this is a workbook of the old form .xls', 'save it as .xlsx or CSV')
    : new UnusableFile(
        'this workbook has a password, or is of the old form .xls',
        'save it without a password, as .xlsx or CSV',
      );
}

function isPage(bytes: Buffer): boolean {
  const beginning = bytes
    .subarray(0, 1000)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, '');
  return /^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body|script|meta|table)\b/i.test(beginning);
}

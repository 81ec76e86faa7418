import { UnusableFile } from '../unusable-file.ts';

/** Columns of a sheet. */
const mostSheetColumns = 16_384;

/** The column of `AB12`, from 0. @throws UnusableFile for one that no sheet has */
export function columnOfPlace(place: string): number {
  let column = 0;
  let at = 0;
  for (; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > mostSheetColumns) break;
  }
  if (column === 0 || column > mostSheetColumns) throw noSuchPlace(place);
  return column - 1;
}

export function noSuchPlace(place: string): UnusableFile {
  return new UnusableFile(
    `this workbook names a cell that no sheet has: "${place.slice(0, 20)}"`,
    'open it in a spreadsheet, save it again, or export it as CSV',
  );
}

import { closestWord } from '../../../agreement/closest-word.ts';
import { UnusableFile } from '../unusable-file.ts';
import type { Sheet } from './workbook.ts';

/** The sheet that is read: the one that was named, else the only one. `declaredIn` is the file to name it in. @throws UnusableFile */
export function chosenSheet(sheets: readonly Sheet[], name: string | null, declaredIn: string): Sheet {
  const seen = sheets.filter(({ isHidden }) => !isHidden);
  const names = (seen.length > 0 ? seen : sheets).map((sheet) => sheet.name);
  if (name === null) {
    const [only] = seen;
    if (only && seen.length === 1) return only;
    if (!only) throw new UnusableFile('this workbook has no sheet that is seen', 'export it again');
    const listed = names.slice(0, 20).join(', ');
    throw new UnusableFile(
      `this workbook has several sheets: ${listed}`,
      `name one in ${declaredIn}: sheet: ${only.name}`,
    );
  }
  const chosen =
    sheets.find((sheet) => sheet.name === name) ??
    sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (chosen) return chosen;
  const closest = closestWord(name, names);
  throw new UnusableFile(
    `this workbook has no sheet "${name}"`,
    closest === null ? `it has ${names.slice(0, 20).join(', ')}` : `did you mean "${closest}"?`,
  );
}

/** The site's fonts as files that can be drawn with: a picture's renderer reads no woff2 and no variable weights. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const sans = '@fontsource-variable/source-sans-3/files/source-sans-3';
const serif = '@fontsource/source-serif-4/files/source-serif-4';
/** The families by the names that their files have, whatever weight was made of them. */
export const families = { sans: 'Source Sans 3 ExtraLight', serif: 'Source Serif 4 SemiBold' } as const;

/** Code points that the files have letters for, from and to: those of the first of the two that `fonts.css` names. */
const ranges = [
  [0x20, 0xff], [0x131, 0x131], [0x152, 0x153], [0x2bb, 0x2bc], [0x2c6, 0x2c6], [0x2da, 0x2da], [0x2dc, 0x2dc], [0x304, 0x304], [0x308, 0x308],
  [0x329, 0x329], [0x2000, 0x206f], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2212, 0x2212], [0x2215, 0x2215],
] as const; // prettier-ignore

/** Whether the files have a letter. The renderer takes all letters of a line from one file, so there is none for other languages' letters. */
export function inLatin(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => code >= from && code <= to);
}

const fonts = [
  { name: 'sans-400', file: `${sans}-latin-wght-normal.woff2`, weight: 400 },
  { name: 'sans-700', file: `${sans}-latin-wght-normal.woff2`, weight: 650 },
  { name: 'serif-600', file: `${serif}-latin-600-normal.woff2`, weight: null },
] as const;

/** Every letter that the files have, and more: nothing is left out of them. */
const letters = String.fromCodePoint(
  ...Array.from({ length: 0x2300 - 0x20 }, (_, index) => 0x20 + index),
  0xfeff,
  0xfffd,
);

/** Makes them once in a folder, and gives their paths. `root`: the folder that the packages are found from. */
export async function pictureFonts(folder: string, root: string): Promise<string[]> {
  const require = createRequire(join(root, 'package.json'));
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { name, file, weight } of fonts) {
    const path = join(folder, `${name}.ttf`);
    paths.push(path);
    if (existsSync(path)) continue;
    const whole = await readFile(require.resolve(file));
    const axes = weight === null ? {} : { variationAxes: { wght: weight } };
    // Another build may write the same file at this moment: it is complete before it has its name.
    const making = `${path}.${process.pid}`;
    await writeFile(making, await subsetFont(whole, letters, { targetFormat: 'sfnt', ...axes }));
    await rename(making, path);
  }
  return paths;
}

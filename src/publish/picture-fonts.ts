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

/** Letters that the files have: those of the first of the two that `fonts.css` names. The renderer takes the letters of a line from one file only. */
export const inLatin =
  /[\u0000-\u00FF\u0131\u0152\u0153\u02BB\u02BC\u02C6\u02DA\u02DC\u0304\u0308\u0329\u2000-\u206F\u20AC\u2122\u2191\u2193\u2212\u2215\uFEFF\uFFFD]/u;

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

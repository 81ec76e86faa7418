/** The site's fonts as files that can be drawn with: a picture's renderer reads no woff2 and no variable weights. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const sans = '@fontsource-variable/source-sans-3/files/source-sans-3';
const serif = '@fontsource/source-serif-4/files/source-serif-4';
/** Latin first; the other part has letters such as Ł, and what a text lacks in the one it takes from the other. */
const fonts = ['latin', 'latin-ext'].flatMap((part) => [
  { name: `sans-400-${part}`, file: `${sans}-${part}-wght-normal.woff2`, weight: 400 },
  { name: `sans-700-${part}`, file: `${sans}-${part}-wght-normal.woff2`, weight: 650 },
  { name: `serif-600-${part}`, file: `${serif}-${part}-600-normal.woff2`, weight: null },
]);

/** Every letter that a part of a Latin font may have: nothing is left out, for a letter that a font lacks is drawn as nothing. */
const letters = String.fromCodePoint(
  ...Array.from({ length: 0x2300 - 0x20 }, (_, index) => 0x20 + index),
  ...Array.from({ length: 0x180 }, (_, index) => 0x2c60 + index).filter((code) => code < 0x2c80 || code > 0x2d00),
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

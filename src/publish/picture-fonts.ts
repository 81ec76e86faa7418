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
/** What a family is called in the files of its further letters: two files of one name would hide each other. */
export const furtherOf = (family: string): string => family.replace('Source', 'Before');

type Ranges = readonly (readonly [from: number, to: number])[];

/** Code points that the latin files have letters for, from and to: those of the first of the two that `fonts.css` names. */
const latin: Ranges = [
  [0x20, 0xff], [0x131, 0x131], [0x152, 0x153], [0x2bb, 0x2bc], [0x2c6, 0x2c6], [0x2da, 0x2da], [0x2dc, 0x2dc], [0x2000, 0x206f],
  [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2212, 0x2212], [0x2215, 0x2215],
]; // prettier-ignore

/** Those that the files of further Latin letters have: names of people and places from Reykjavík to Hanoi. */
const furtherLatin: Ranges = [
  [0x100, 0x2ba], [0x2bd, 0x2c5], [0x2c7, 0x2cc], [0x2ce, 0x2d7], [0x2dd, 0x2ff], [0x1e00, 0x1e9f], [0x1ef2, 0x1eff], [0x20a0, 0x20ab],
  [0x20ad, 0x20c0], [0x2113, 0x2113],
]; // prettier-ignore

const isIn = (letter: string, ranges: Ranges): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => code >= from && code <= to);
};

/** Whether only the files of further Latin letters have a letter. The renderer looks in one file at a time: such letters name theirs. */
export const isFurther = (letter: string): boolean => !isIn(letter, latin) && isIn(letter, furtherLatin);

/** Whether any of the files has a letter. */
export const isInFonts = (letter: string): boolean => isIn(letter, latin) || isIn(letter, furtherLatin);

const fonts = [
  { name: 'latin-sans-400', file: `${sans}-latin-wght-normal.woff2`, weight: 400 },
  { name: 'latin-sans-700', file: `${sans}-latin-wght-normal.woff2`, weight: 650 },
  { name: 'latin-serif-600', file: `${serif}-latin-600-normal.woff2`, weight: null },
  { name: 'further-sans-400', file: `${sans}-latin-ext-wght-normal.woff2`, weight: 400 },
  { name: 'further-sans-700', file: `${sans}-latin-ext-wght-normal.woff2`, weight: 650 },
  { name: 'further-serif-600', file: `${serif}-latin-ext-600-normal.woff2`, weight: null },
] as const;

/** Accents that stand alone: with them a font makes of one letter that it lacks two, and the renderer then draws nothing of the line. */
const isAccent = (code: number): boolean => code >= 0x300 && code < 0x370;

/** Every letter that the files have, and more: of them only accents are left out. */
const letters = String.fromCodePoint(
  ...Array.from({ length: 0x2300 - 0x20 }, (_, index) => 0x20 + index).filter((code) => !isAccent(code)),
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
    const made = await subsetFont(whole, letters, { targetFormat: 'sfnt', ...axes });
    await writeFile(making, name.startsWith('further') ? renamed(made) : made);
    await rename(making, path);
  }
  return paths;
}

/** The file with the names that `furtherOf` gives: of the same length, so that nothing in it moves. */
function renamed(font: Buffer): Buffer {
  const [from, to] = ['Source', furtherOf('Source')].map((name) => Buffer.from(name, 'utf16le').swap16());
  const changed = Buffer.from(font);
  if (from && to)
    for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + 1)) to.copy(changed, at);
  return changed;
}

/** Pictures as PNG: rendered from their SVG, and kept, so that an unchanged picture is not rendered again. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { palettePng } from './palette-png.ts';
import { families, furtherOf, isFurther, isInFonts, pictureFonts } from './picture-fonts.ts';

/** Raised with every change of how an SVG becomes a PNG: what was kept before is then made anew. */
const way = '2';

/** The renderer knows no shorthand of fonts, weights of whole hundreds only, and a font by the name that its own file has, whatever its weight. */
function forRenderer(svg: string): string {
  const named = svg
    .replaceAll(/font: (\d+) ([\d.]+px) ([^;}]+)/g, 'font-weight: $1; font-size: $2; font-family: $3')
    .replaceAll('font-weight: 650', 'font-weight: 700')
    .replaceAll("'Source Sans 3'", `'${families.sans}'`)
    .replaceAll("'Source Serif 4'", `'${families.serif}'`);
  return [...named].some(isFurther) ? withFurther(named) : named;
}

/** Letters that only the files of further letters have stand apart, in the family of these wherever a rule names one. */
function withFurther(svg: string): string {
  const rules = [...svg.matchAll(/([^{}<>]+)\{[^}]*font-family: '([^']+)'/g)].map(([, selectors = '', family = '']) => {
    const within = selectors.split(',').map((selector) => `${selector.trim()} .further`);
    return `${within.join(', ')} { font-family: '${furtherOf(family)}' }`;
  });
  return svg
    .replaceAll(/>([^<]+)(?=<)/g, (_, words: string) => `>${apart(words)}`)
    .replace('</style>', `\n${rules.join('\n')}</style>`);
}

const apart = (words: string): string =>
  [...words]
    .map((letter) => (isFurther(letter) ? `<tspan class="further">${letter}</tspan>` : letter))
    .join('')
    .replaceAll('</tspan><tspan class="further">', '');

/** A letter that no font has is drawn as nothing: a picture with such letters has the machine's own fonts to take its lines from. */
const needsMore = (svg: string): boolean =>
  [...svg.matchAll(/<text [^>]*>([^<]*)/g)].some(([, words = '']) => [...words].some((letter) => !isInFonts(letter)));

/** Renders an SVG with so many points for each of its pixels. `fontFiles`: those of `pictureFonts`. */
async function renderPng(svg: string, zoom: number, fontFiles: readonly string[]): Promise<Buffer> {
  const font = { loadSystemFonts: needsMore(svg), fontFiles: [...fontFiles], defaultFontFamily: families.sans };
  const image = await renderAsync(forRenderer(svg), { font, fitTo: { mode: 'zoom', value: zoom } });
  return palettePng(image.pixels, image.width, image.height);
}

export interface PictureStore {
  /** The picture of a name as PNG. A name has one file, that of its newest picture: what is kept does not grow with time. */
  png(name: string, svg: string, zoom: number): Promise<Buffer>;
}

const keyLength = 64;

/** Pictures kept below a folder. `root`: the folder that the fonts' packages are found from. */
export function pictureStore(folder: string, root: string): PictureStore {
  let fonts: Promise<string[]> | undefined;
  let writes = 0;
  return {
    async png(name, svg, zoom) {
      const path = join(folder, `${name}.kept`);
      const key = createHash('sha256').update(`${way} ${zoom} ${svg}`).digest('hex');
      const kept = await readFile(path).catch(() => null);
      if (kept?.toString('latin1', 0, keyLength) === key) return kept.subarray(keyLength);
      fonts ??= pictureFonts(join(folder, 'fonts'), root);
      const png = await renderPng(svg, zoom, await fonts);
      // Another build may write the same name at this moment: a file is complete before it has its name.
      const making = `${path}.${process.pid}.${writes++}`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(making, Buffer.concat([Buffer.from(key, 'latin1'), png]));
      await rename(making, path);
      return png;
    },
  };
}

/** The style sheets that the gallery needs, read from where the site has them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Sheets } from './page.ts';

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Each font file as a part of the sheet itself. */
const inside = (css: string) =>
  css.replaceAll(/url\('(@fontsource[^']+)'\)/g, (_, file: string) => {
    const bytes = readFileSync(require.resolve(file));
    return `url('data:font/woff2;base64,${bytes.toString('base64')}')`;
  });

export function readSheets(): Sheets {
  return {
    base: read('src/styles/base.css'),
    fonts: inside(read('src/styles/fonts.css')),
    tables: read('src/styles/tables.css'),
    chart: read('src/charts/chart.css'),
    gallery: read('scripts/gallery/gallery.css'),
  };
}

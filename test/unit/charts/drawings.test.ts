import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gallery, type Exhibit } from '../../../scripts/gallery/gallery.ts';
import { chartOf } from '../../../src/charts/chart-of.ts';
import { standalone } from '../../../src/charts/on-its-own.ts';
import { themeIn } from '../../../src/charts/theme.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const css = read('src/charts/chart.css');
const light = themeIn(read('src/styles/base.css'), 'light');

const sizesOf = ({ places }: Exhibit) => ({ phone: places[0], wide: places.at(-1) ?? places[0] });
/** `line/usual-range--past-the-scale--phone.svg`. */
const fileOf = ({ form, state }: Exhibit, size: string) =>
  `${form}/${state.replace(': ', '--').replaceAll(' ', '-')}--${size}.svg`;

/** One element a line, so that a difference shows where it is; elements that hold words stay whole. */
const readable = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;

for (const exhibit of gallery)
  test(`${exhibit.form}, ${exhibit.state}, is drawn as it was`, async () => {
    for (const [size, place] of Object.entries(sizesOf(exhibit))) {
      const drawing = readable(standalone(chartOf(exhibit.figure, place, 'it'), css, light));
      await expect(drawing).toMatchFileSnapshot(`./drawings/${fileOf(exhibit, size)}`);
    }
  });

test('no drawing is kept that nothing draws any more', () => {
  const folder = new URL('./drawings', import.meta.url);
  const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svg'));
  const drawn = new Set(gallery.flatMap((exhibit) => ['phone', 'wide'].map((size) => fileOf(exhibit, size))));
  expect(kept.filter((name) => !drawn.has(name.replaceAll('\\', '/')))).toEqual([]);
});

import { expect, inject, test } from 'vitest';
import { everyPage } from './every-page.ts';

const site = inject('siteUnderPath');

test('under a sub-path every link, style, font and file is found there, and every fragment too', async () => {
  const pages = await everyPage(site);
  expect(pages.length).toBeGreaterThan(8);
  const htmlOf = new Map(pages.map(({ address, html }) => [address, html]));
  const checked = new Map<string, number>();
  for (const { address, pointsTo } of pages) {
    for (const to of pointsTo) {
      expect(to.startsWith(site), `${address} points to ${to}`).toBe(true);
      const [place = '', fragment] = to.split('#');
      if (!checked.has(place)) checked.set(place, (await fetch(place)).status);
      expect(checked.get(place), `${address} points to ${to}`).toBe(200);
      if (fragment) expect(htmlOf.get(place), `${address} points to ${to}`).toContain(`id="${fragment}"`);
    }
  }
});

test('under a sub-path the styles find their fonts', async () => {
  const [first] = await everyPage(site);
  const styles = first?.pointsTo.filter((to) => to.endsWith('.css')) ?? [];
  expect(styles.length).toBeGreaterThan(0);
  for (const style of styles) {
    const text = await (await fetch(style)).text();
    const files = [...text.matchAll(/url\(([^)]+)\)/g)].map(
      ([, to = '']) => new URL(to.replaceAll(/["']/g, ''), style).href,
    );
    for (const file of files) expect((await fetch(file)).status, file).toBe(200);
  }
});

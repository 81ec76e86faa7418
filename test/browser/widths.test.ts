import { expect, test } from 'vitest';
import { readSheets } from '../../scripts/gallery/sheets.ts';
import { widthOf } from '../../src/charts/place.ts';
import type { Weight } from '../../src/charts/widths.ts';
import { openBrowser } from './chromium.ts';

const texts = [
  'agreed: 90%', '€1,180,000 so far', 'within 2 business days', 'Webinar', 'Enterprise, global accounts', 'Größe: Müller & Söhne', 'Café Ångström',
  '−€483,000', '1,234 of 45,678', 'usual range', 'Jan 2026', 'Łódź, Œuvre, ½',
]; // prettier-ignore
const height = 100;
const fonts = {
  regular: `400 ${height}px 'Source Sans 3'`,
  bold: `650 ${height}px 'Source Sans 3'`,
  serif: `600 ${height}px 'Source Serif 4'`,
} as const satisfies Record<Weight, string>;

test('words are as wide as reckoned while the page was built, to two in a hundred in the sans of both weights, to three in the serif', async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const rows = Object.values(fonts).flatMap((font) => texts.map((text) => ({ text, font })));
    await page.setContent(
      `<style>${readSheets().fonts} span { white-space: pre; font-variant-numeric: lining-nums tabular-nums; }</style>`,
    );
    const shown = await page.evaluate(async (rows) => {
      const spans = rows.map(({ text, font }) => {
        const span = document.createElement('span');
        span.textContent = text;
        span.style.font = font;
        document.body.append(span, document.createElement('br'));
        return span;
      });
      await document.fonts.ready;
      return spans.map((span) => span.getBoundingClientRect().width);
    }, rows);
    const reckoned = Object.keys(fonts).flatMap((weight) =>
      texts.map((text) => widthOf(text, height, weight as Weight)),
    );
    const off = rows.flatMap(({ text, font }, index) => {
      const [is, as] = [shown[index] ?? 0, reckoned[index] ?? 0];
      // The serif sets some letters nearer to each other.
      const near = font === fonts.serif ? 0.03 : 0.02;
      return Math.abs(as / is - 1) > near ? [`${text} in ${font}: ${is} px, reckoned ${as}`] : [];
    });
    expect(off).toEqual([]);
  } finally {
    await browser.close();
  }
});

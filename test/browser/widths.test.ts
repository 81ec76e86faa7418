import { expect, test } from 'vitest';
import { readSheets } from '../../scripts/gallery/sheets.ts';
import { widthOf } from '../../src/charts/place.ts';
import type { Weight } from '../../src/charts/widths.ts';
import { openBrowser } from './chromium.ts';

const texts = [
  'agreed: 90%', '€1,180,000 so far', 'within 2 business days', 'Webinar', 'Enterprise, global accounts', 'Größe: Müller & Söhne', 'Café Ångström',
  '−€483,000', '1,234 of 45,678', 'usual range', 'Jan 2026', 'Łódź, Œuvre, ½',
]; // prettier-ignore
const weights = { regular: 400, bold: 650 } as const satisfies Record<Weight, number>;
const height = 100;

test('words are as wide as reckoned while the page was built, to two in a hundred, in both weights', async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const rows = Object.values(weights).flatMap((weight) => texts.map((text) => ({ text, weight })));
    await page.setContent(
      `<style>${readSheets().fonts} span { white-space: pre; font-variant-numeric: lining-nums tabular-nums; }</style>`,
    );
    const shown = await page.evaluate(
      async ({ rows, height }) => {
        const spans = rows.map(({ text, weight }) => {
          const span = document.createElement('span');
          span.textContent = text;
          span.style.font = `${weight} ${height}px 'Source Sans 3'`;
          document.body.append(span, document.createElement('br'));
          return span;
        });
        await document.fonts.ready;
        return spans.map((span) => span.getBoundingClientRect().width);
      },
      { rows, height },
    );
    const reckoned = Object.keys(weights).flatMap((weight) =>
      texts.map((text) => widthOf(text, height, weight as Weight)),
    );
    const off = rows.flatMap(({ text, weight }, index) => {
      const [is, as] = [shown[index] ?? 0, reckoned[index] ?? 0];
      return Math.abs(as / is - 1) > 0.02 ? [`${text} in ${weight}: ${is} px, reckoned ${as}`] : [];
    });
    expect(off).toEqual([]);
  } finally {
    await browser.close();
  }
});

import { expect, test } from 'vitest';
import { standalone } from '../../../src/charts/on-its-own.ts';
import { themeIn } from '../../../src/charts/theme.ts';

const base = `
/* :root { --ink: #000; } */
:root {
  --ink: #111;
  --paper: #fff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #eee;
  }
}
@media print { :root { --ink: #222; } }`;
const css = `
.chart { display: block; font: 15px var(--sans); }
.chart .bar, .chart .line { fill: var(--ink); }
.chart .dot { fill: var(--paper); }
@media print { .chart .bar { fill: none; } }`;
const svg = '<svg class="chart"><title id="it-title">A</title><desc id="it-desc">B</desc><g class="bar"></g></svg>';

test('a theme is what the sheet gives its root, in the dark with what it gives there', () => {
  expect(themeIn(base, 'light')).toEqual({ '--ink': '#111', '--paper': '#fff' });
  expect(themeIn(base, 'dark')).toEqual({ '--ink': '#eee', '--paper': '#fff' });
});

test('a drawing by itself has the rules that it uses, with the colours of its theme, on its paper', () => {
  expect(standalone(svg, css, { ...themeIn(base, 'dark'), '--sans': 'Arial, sans-serif' })).toBe(
    '<svg class="chart"><title id="it-title">A</title><desc id="it-desc">B</desc><style>\n' +
      '.chart { font: 15px Arial, sans-serif }\n.chart .bar { fill: #eee }\n</style>' +
      '<rect width="100%" height="100%" fill="#fff" /><g class="bar"></g></svg>',
  );
});

test('what a theme does not know stays as it was asked for', () => {
  expect(standalone(svg, css, {})).toContain('.chart .bar { fill: var(--ink) }');
});

test('words are as wide as the site sets them, whatever font a reader has; letters that it has not are left to theirs', () => {
  const sheet =
    '.chart text { font: 400 10px Sans; } .chart.narrow text { font-size: 20px; } .chart text.loud { font-weight: 650; }';
  const words =
    '<svg class="chart narrow"><text class="tick">1 &amp; 2</text><text class="loud" y="3">1</text><text class="tick">ليد</text></svg>';
  const drawn = standalone(words, sheet, {});
  // Of 20 pixels: figures are 497 thousandths wide, blanks 200, an ampersand 609; a bold figure 520.
  expect(drawn).toContain('<text class="tick" textLength="40.1" lengthAdjust="spacingAndGlyphs">1 &amp; 2<');
  expect(drawn).toContain('<text class="loud" y="3" textLength="10.4" lengthAdjust="spacingAndGlyphs">1<');
  expect(drawn).toContain('<text class="tick">ليد<');
});

/** The gallery as one HTML file that needs nothing beside it: every exhibit in both themes at every width, with its words and its table. */
import { chartOf } from '../../src/charts/chart-of.ts';
import { sizes, type SizeName } from '../../src/charts/sizes.ts';
import { themeIn, themes, type ThemeName } from '../../src/charts/theme.ts';
import type { FigureTable } from '../../src/values/figure.ts';
import type { Exhibit } from './gallery.ts';

/** The site's style sheets, as text; fonts with their files inside. */
export interface Sheets {
  readonly base: string;
  readonly fonts: string;
  readonly tables: string;
  readonly chart: string;
  /** What only this page has. */
  readonly gallery: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z]+/g, '-');
/** Of an exhibit, as its address on the page. */
const idOf = ({ form, state }: Exhibit) => `${form}-${slug(state)}`;

export function galleryPage(exhibits: readonly Exhibit[], sheets: Sheets): string {
  const forms = [...Map.groupBy(exhibits, ({ form }) => form)];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Every chart in every state</title>
<style>
${[sheets.fonts, sheets.base, sheets.tables, sheets.chart, ...themes.map((name) => themed(name, sheets.base)), sheets.gallery].join('\n')}
</style>
</head>
<body>
<div class="page">
<main>
<h1>Every chart in every state</h1>
<p class="lead">Made-up figures, drawn for a phone, for half a row and for a page, in light and in dark.</p>
<nav aria-label="Charts"><ul>${forms.map(([form]) => `<li><a href="#${form}">${form}</a></li>`).join('')}</ul></nav>
${forms.map(([form, shown]) => section(form, shown)).join('\n')}
</main>
</div>
</body>
</html>
`;
}

/** A part of the page in one theme, whatever the reader's own. */
function themed(name: ThemeName, base: string): string {
  const given = Object.entries(themeIn(base, name)).filter(([, value]) => value.startsWith('#'));
  return `.${name} { color-scheme: ${name}; ${given.map(([property, value]) => `${property}: ${value};`).join(' ')} }`;
}

const section = (form: string, shown: readonly Exhibit[]) =>
  `<section id="${form}" aria-labelledby="${form}-says">
<h2 id="${form}-says">${form}</h2>
${shown.map(article).join('\n')}
</section>`;

function article(exhibit: Exhibit): string {
  const { form, state, figure, places } = exhibit;
  const id = idOf(exhibit);
  return `<article id="${id}">
<h3>${form}: ${escaped(state)}</h3>
${places.map((place) => `<div class="both">${themes.map((theme) => sheet(exhibit, place, theme)).join('')}</div>`).join('\n')}
<details><summary>Its words and its table</summary>
<p class="s">${escaped(figure.title)} ${escaped(figure.description)}</p>
${figure.table ? tableOf(figure.table, `${form}, ${state}`) : ''}
</details>
</article>`;
}

/** A drawing, shown where the page is wide enough for it. */
function sheet({ form, state, figure }: Exhibit, place: SizeName, theme: ThemeName): string {
  const id = `${slug(form)}-${slug(state)}-${slug(place)}-${theme}`;
  return `<div class="sheet ${theme} w${sizes[place].width}" data-shows="${escaped(`${form} / ${state} / ${place} / ${theme}`)}">${chartOf(figure, place, id)}</div>`;
}

function tableOf({ head, rows }: FigureTable, caption: string): string {
  const row = (cells: readonly string[]) =>
    `<tr>${cells.map((cell, index) => (index === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`)).join('')}</tr>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(row).join('\n')}</tbody>
</table></div>`;
}

import type { Theme } from './theme.ts';

/** Where a drawing stands on a page, of which a file of its own knows nothing. */
const ofThePage = /^(?:display|overflow|max-width|height)$/;

interface Rule {
  readonly selectors: readonly string[];
  readonly declarations: readonly string[];
}

/** The rules of a style sheet that hold everywhere; those inside of `@media` and its like are left out. */
function rulesOf(css: string): Rule[] {
  const plain = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const parts = (text: string, by: string) => text.split(by).map((part) => part.trim().replaceAll(/\s+/g, ' ')).filter(Boolean); // prettier-ignore
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', declarations = '']) => ({
    selectors: parts(selectors, ','),
    declarations: parts(declarations, ';').filter((one) => !ofThePage.test(one.replace(/\s*:.*/s, ''))),
  }));
}

/** Only rules that speak of classes which a drawing has, with what each custom property stands for. */
function usedStyle(svg: string, css: string, theme: Theme): string[] {
  const classes = new Set([...svg.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  const occurs = (selector: string) =>
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name));
  const resolved = (text: string) =>
    text.replaceAll(/var\((--[\w-]+)\)/g, (asked, property: string) => theme[property] ?? asked);
  return rulesOf(css).flatMap(({ selectors, declarations }) => {
    const used = selectors.filter(occurs);
    return used.length === 0 || declarations.length === 0
      ? []
      : [`${used.join(', ')} { ${declarations.map(resolved).join('; ')} }`];
  });
}

/**
 * A drawing as a file of its own, that needs no page: with the part of `chart.css` that it uses, in the colours of a theme, on a
 * sheet of that theme's paper. The site's fonts are used where they are installed, else the system's.
 */
export function standalone(svg: string, css: string, theme: Theme): string {
  const style = `<style>\n${usedStyle(svg, css, theme).join('\n')}\n</style>`;
  const paper = `<rect width="100%" height="100%" fill="${theme['--paper'] ?? 'none'}" />`;
  const words = /^(<svg [^>]*>(?:<title[^>]*>[^<]*<\/title>)?(?:<desc[^>]*>[^<]*<\/desc>)?)/;
  return svg.replace(words, (start) => `${start}${style}${paper}`);
}

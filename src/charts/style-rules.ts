import type { Theme } from './theme.ts';

export interface StyleRule {
  readonly selectors: readonly string[];
  /** Each `property: value`. */
  readonly declarations: readonly string[];
}

/** Where a drawing stands on a page, of which a file of its own knows nothing. */
const ofThePage = /^(?:display|overflow|max-width|height):/;

const partsOf = (text: string, by: string): string[] =>
  text
    .split(by)
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean);

/** The rules of a style sheet that hold everywhere; those inside of `@media` and its like are left out. */
function rulesOf(css: string): StyleRule[] {
  const plain = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', declarations = '']) => ({
    selectors: partsOf(selectors, ','),
    declarations: partsOf(declarations, ';').filter((one) => !ofThePage.test(one)),
  }));
}

/** `.chart text.now` asks for `chart` and `now`. */
export const classesIn = (selector: string): string[] =>
  [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);

/** The rules that speak only of classes which a drawing has, with what each custom property stands for. */
export function usedRules(svg: string, css: string, theme: Theme): StyleRule[] {
  const classes = new Set([...svg.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  const resolved = (text: string) =>
    text.replaceAll(/var\((--[\w-]+)\)/g, (asked, property: string) => theme[property] ?? asked);
  return rulesOf(css)
    .map(({ selectors, declarations }) => ({
      selectors: selectors.filter((selector) => classesIn(selector).every((name) => classes.has(name))),
      declarations: declarations.map(resolved),
    }))
    .filter(({ selectors, declarations }) => selectors.length > 0 && declarations.length > 0);
}

import { classesIn, usedRules, type StyleRule } from './style-rules.ts';
import type { Theme } from './theme.ts';
import { characterWidth, type Weight } from './widths.ts';

/** Letters whose widths are known; of others the reader's own font knows best. */
const known = /^[\p{sc=Latin}\p{sc=Common}]+$/u;
const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#160;': '\u00a0' };

/** How high and how heavy words of some classes are set: the rules of words come in the order of their weight. */
function fontOf(classes: ReadonlySet<string>, rules: readonly StyleRule[]): { height: number; bold: boolean } {
  let font = { height: 16, bold: false };
  for (const { selectors, declarations } of rules) {
    const speaks = (one: string) => / text[^ ]*$/.test(one) && classesIn(one).every((name) => classes.has(name));
    if (!selectors.some(speaks)) continue;
    for (const declaration of declarations) {
      const [, weight] = /^font(?:-weight)?: (\d{3})\b/.exec(declaration) ?? [];
      const [, height] = /^font(?:-size)?: .*?([\d.]+)px/.exec(declaration) ?? [];
      font = { height: Number(height ?? font.height), bold: weight === undefined ? font.bold : Number(weight) > 500 };
    }
  }
  return font;
}

/** What makes words as wide as the site's own font sets them, whatever font a reader has; '' where they have letters that it has not. */
export function asWide(said: string, height: number, weight: Weight): string {
  if (!known.test(said)) return '';
  const thousandths = [...said].reduce((sum, one) => sum + characterWidth(one, weight), 0);
  const width = Number(((thousandths * height) / 1000).toFixed(1));
  return ` textLength="${width}" lengthAdjust="spacingAndGlyphs"`;
}

/** Words as wide as the site's own font sets them, for a reader's font may be wider, and they would run into each other. */
export function fixedWidths(svg: string, rules: readonly StyleRule[]): string {
  const [, ofDrawing = ''] = / class="([^"]*)"/.exec(svg) ?? [];
  return svg.replaceAll(/<text class="([^"]*)"([^>]*)>([^<]+)</g, (_, names: string, rest: string, words: string) => {
    const said = words.replaceAll(/&[#\w]+;/g, (coded) => characters[coded] ?? coded);
    const { height, bold } = fontOf(new Set([...ofDrawing.split(' '), ...names.split(' ')]), rules);
    return `<text class="${names}"${rest}${asWide(said, height, bold ? 'bold' : 'regular')}>${words}<`;
  });
}

/**
 * A drawing as a file of its own, that needs no page: with the part of `chart.css` that it uses, in the colours of a theme, on a
 * sheet of that theme's paper. The site's fonts are used where they are installed, else the system's, no wider.
 */
export function standalone(svg: string, css: string, theme: Theme): string {
  const rules = usedRules(svg, css, theme);
  const lines = rules.map(({ selectors, declarations }) => `${selectors.join(', ')} { ${declarations.join('; ')} }`);
  const style = `<style>\n${lines.join('\n')}\n</style>`;
  const paper = `<rect width="100%" height="100%" fill="${theme['--paper'] ?? 'none'}" />`;
  const head = /^(<svg [^>]*>(?:<title[^>]*>[^<]*<\/title>)?(?:<desc[^>]*>[^<]*<\/desc>)?)/;
  return fixedWidths(svg, rules).replace(head, (start) => `${start}${style}${paper}`);
}

/** How far the words of a page stand out from what they stand on, by the colours that the browser gives them. Words in drawings are looked at elsewhere: what lies behind them are shapes. */
import type { Page } from 'playwright-core';

/** WCAG 2.2, 1.4.3: letters of 24 px, or of 18.66 px in bold, are large. */
const least = { words: 4.5, large: 3 } as const;

/** A line for each pair of colours that is too close, with the first words that have it. Folds count as they stand. */
export function faultsOfWords(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const colourOf = (css: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const over = (one: Colour, below: Colour): Colour => {
      const mixed = [0, 1, 2].map((part) => (one[part] ?? 0) * one[3] + (below[part] ?? 0) * (1 - one[3]));
      return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, 1];
    };
    const papers = new Map<Element | null, Colour>([[null, [255, 255, 255, 1]]]);
    const paperOf = (element: Element | null): Colour => {
      const known = papers.get(element);
      if (known || !element) return known ?? [255, 255, 255, 1];
      const paper = over(colourOf(getComputedStyle(element).backgroundColor), paperOf(element.parentElement));
      papers.set(element, paper);
      return paper;
    };
    const opacityOf = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
    const light = (colour: Colour) => {
      const [red = 0, green = 0, blue = 0] = colour
        .slice(0, 3)
        .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const faults = new Map<string, string>();
    const seen = { opacityProperty: true, visibilityProperty: true };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || element.closest('svg') || !element.checkVisibility(seen)) continue;
      const style = getComputedStyle(element);
      const paper = paperOf(element);
      const [red, green, blue, alpha] = colourOf(style.color);
      const word = over([red, green, blue, alpha * opacityOf(element)], paper);
      const [low = 0, high = 0] = [light(word), light(paper)].sort((one, other) => one - other);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const contrast = (high + 0.05) / (low + 0.05);
      if (contrast >= (isLarge ? least.large : least.words)) continue;
      const pair = `${style.color} on ${paper.slice(0, 3).map(Math.round).join(' ')}: ${contrast.toFixed(2)}`;
      if (!faults.has(pair)) faults.set(pair, node.textContent.trim().slice(0, 60));
    }
    return [...faults].map(([pair, words]) => `${pair}: ${words}`);
  }, least);
}

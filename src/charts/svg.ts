import { parseHTML } from 'linkedom';
import * as Plot from '@observablehq/plot';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const numbers = /-?\d+\.\d+(?:e-?\d+)?/g;
const measured = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'd', 'width', 'height', 'transform'];

const rounded = (text: string) => text.replace(numbers, (number) => String(Number(Number(number).toFixed(1))));

/** What Plot adds for its own pages: styles, colours and labels without a role. Ours come from the page's style sheet. */
const unwanted = [
  'aria-label', 'aria-hidden', 'aria-description', 'font-family', 'font-size', 'font-variant', 'fill', 'stroke', 'stroke-width',
  'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'paint-order',
]; // prettier-ignore

function tidy(element: Element): void {
  for (const name of unwanted) element.removeAttribute(name);
  if (element.getAttribute('transform') === 'translate(0,0)') element.removeAttribute('transform');
  for (const name of measured) {
    const value = element.getAttribute(name);
    if (value) element.setAttribute(name, rounded(value));
  }
}

/** A style sheet speaks of words by their own class, as they inherit nothing that it says of all words. */
function classWords(svg: Element): void {
  for (const group of svg.querySelectorAll('g[class]')) {
    if (group.firstElementChild?.tagName.toLowerCase() !== 'text') continue;
    for (const text of group.children) text.setAttribute('class', group.getAttribute('class') ?? '');
    group.removeAttribute('class');
  }
}

function labelled(svg: Element, tag: 'title' | 'desc', id: string, words: string): void {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  element.setAttribute('id', id);
  element.textContent = words;
  svg.prepend(element);
}

export interface Drawing {
  /** Unique on the page: the title's and the description's ids are made from it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** A drawing for a phone: its text is smaller. */
  readonly narrow: boolean;
}

/** Draws marks and gives the SVG as text: labelled, without colours, its coordinates rounded. */
export function drawSvg(options: Plot.PlotOptions, { id, title, description, narrow }: Drawing): string {
  const svg = Plot.plot({ ...options, axis: null, document, className: 'chart' });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of svg.querySelectorAll('*')) tidy(element);
  tidy(svg);
  classWords(svg);
  labelled(svg, 'desc', `${id}-desc`, description);
  labelled(svg, 'title', `${id}-title`, title);
  if (narrow) svg.setAttribute('class', 'chart narrow');
  svg.setAttribute('id', id);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return svg.outerHTML;
}

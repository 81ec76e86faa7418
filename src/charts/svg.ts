import * as Plot from '@observablehq/plot';
import { DrawnDocument, DrawnElement } from './drawing-document.ts';

const drawn = new DrawnDocument();
// Plot asks for a browser's document, and uses of it what this one has.
const document = drawn as unknown as Document;

function labelled(svg: DrawnElement, tag: 'title' | 'desc', id: string, words: string): void {
  const element = drawn.createElement(tag);
  element.setAttribute('id', id);
  element.textContent = words;
  svg.insertBefore(element, svg.children[0] ?? null);
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
  const svg: unknown = Plot.plot({ ...options, axis: null, document, className: 'chart' });
  if (!(svg instanceof DrawnElement)) throw new Error('Expected Plot to draw on the document that it was given');
  labelled(svg, 'desc', `${id}-desc`, description);
  labelled(svg, 'title', `${id}-title`, title);
  if (narrow) svg.setAttribute('class', 'chart narrow');
  svg.setAttribute('id', id);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
  svg.setAttribute('xmlns', svg.namespaceURI);
  return svg.written();
}

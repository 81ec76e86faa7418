/** How far words and shapes of drawings stand out from what lies behind them, computed from the colours that the browser gives them. */
import type { Page } from 'playwright-core';

/** WCAG 2.2: 1.4.3 for words, 1.4.11 for shapes that mean something. */
const least = { words: 4.5, shapes: 3 } as const;

/**
 * What only helps to read, and may be faint: grid lines, the usual range's band, whose edges are drawn, the way from one step's bar to
 * the next one's, cuts and rings in the paper's colour, and places for a pointer.
 */
const faint = ['grid', 'usual', 'went-on', 'cut', 'edge', 'target-ring', 'hit'] as const;

/**
 * A line for each word that does not stand out from the paper or the shape that it stands on, and for each shape that does not stand out from the
 * paper. A halo in the paper's colour is what its word stands on.
 */
export function faultsOfContrast(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ least, faint }) => {
      type Rgb = readonly [number, number, number];
      const rgb = (colour: string): Rgb | null => {
        const [r, g, b, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
        return r === undefined || g === undefined || b === undefined || alpha === 0 ? null : [r, g, b];
      };
      const linear = (part: number) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
      const luminance = ([r, g, b]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      const contrast = (one: Rgb, other: Rgb) => {
        const [dark, light] = [luminance(one), luminance(other)].toSorted((low, high) => low - high) as [
          number,
          number,
        ];
        return (light + 0.05) / (dark + 0.05);
      };
      const paperOf = (element: Element | null): Rgb => {
        const own = element && rgb(getComputedStyle(element).backgroundColor);
        return own ?? (element ? paperOf(element.parentElement) : [255, 255, 255]);
      };
      interface Shape {
        readonly element: SVGGeometryElement;
        readonly box: DOMRect;
        readonly fill: Rgb | null;
        readonly stroke: Rgb | null;
        readonly className: string;
      }
      const shapesOf = (svg: SVGSVGElement): Shape[] =>
        [...svg.querySelectorAll<SVGGeometryElement>('path, rect, circle, line')].map((element) => {
          const style = getComputedStyle(element);
          const fill = style.fill === 'none' || element.tagName === 'line' ? null : rgb(style.fill);
          const stroke = style.stroke === 'none' ? null : rgb(style.stroke);
          const className = element.getAttribute('class') ?? element.parentElement?.getAttribute('class') ?? '';
          return { element, box: element.getBoundingClientRect(), fill, stroke, className };
        });
      /** What is painted below the middle of a word and below both of its ends, the topmost of each. */
      const behind = (text: Element, shapes: readonly Shape[], paper: Rgb): Rgb[] => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        const below = shapes.filter(
          ({ element, box, fill }) =>
            fill &&
            box.left < right && box.right > left && box.top < middle && box.bottom > middle &&
            element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING,
        ); // prettier-ignore
        return [left + 1, (left + right) / 2, right - 1].map((x) => {
          const under = below.findLast(({ element }) => {
            const matrix = element.getScreenCTM();
            return matrix !== null && element.isPointInFill(new DOMPoint(x, middle).matrixTransform(matrix.inverse()));
          });
          return under?.fill ?? paper;
        });
      };
      const faultsOf = (svg: SVGSVGElement): string[] => {
        if (svg.getBoundingClientRect().width === 0) return [];
        const shows = svg.closest<HTMLElement>('[data-shows]')?.dataset['shows'] ?? svg.id;
        const paper = paperOf(svg);
        const shapes = shapesOf(svg);
        const words = [...svg.querySelectorAll('text')].flatMap((text) => {
          const style = getComputedStyle(text);
          const colour = rgb(style.fill);
          if (!colour || text.textContent.trim() === '') return [];
          const halo = style.stroke !== 'none' && Number.parseFloat(style.strokeWidth) >= 3 ? rgb(style.stroke) : null;
          const worst = Math.min(
            ...(halo ? [halo] : behind(text, shapes, paper)).map((back) => contrast(colour, back)),
          );
          return worst >= least.words ? [] : [`"${text.textContent}" has a contrast of ${worst.toFixed(2)}`];
        });
        const faults = shapes.flatMap(({ fill, stroke, className }) => {
          if (faint.some((name) => className.split(' ').includes(name))) return [];
          const best = Math.max(0, ...[fill, stroke].flatMap((colour) => (colour ? [contrast(colour, paper)] : [])));
          return best >= least.shapes ? [] : [`a shape "${className}" has a contrast of ${best.toFixed(2)}`];
        });
        return [...new Set([...words, ...faults])].map((fault) => `${shows}: ${fault}`);
      };
      return [...document.querySelectorAll<SVGSVGElement>('svg.chart')].flatMap(faultsOf);
    },
    { least, faint },
  );
}

/** What is wrong with the words of the drawings that a page shows: told by the boxes of their ink, measured in the browser. */
import type { Page } from 'playwright-core';

/** Words may touch by so many pixels: edges of letters are soft. */
const hair = 1;

/** What words may stand on: columns and bars, whose contrast with them is told elsewhere, and what is hardly seen. */
const ground = ['bar', 'usual', 'grid', 'went-on', 'edge', 'target-ring', 'cut', 'hit'] as const;

/**
 * A line for each two words of one drawing that overlap, for each word that a line or a mark runs through (but where a halo keeps it apart),
 * and for each that is cut: that reaches out of its drawing, or out of the page. `data-shows` of the element around a drawing says which one it is, else its id does.
 */
export function faultsOfLabels(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ hair, ground }) => {
      interface Ink {
        readonly words: string;
        /** In a ring of its own, or with a halo. */
        readonly apart: boolean;
        readonly left: number;
        readonly right: number;
        readonly top: number;
        readonly bottom: number;
      }
      const canvas = document.createElement('canvas').getContext('2d');
      const inkOf = (text: SVGTextContentElement): Ink | null => {
        const words = text.textContent ?? '';
        const matrix = text.getScreenCTM();
        if (!canvas || !matrix || words.trim() === '') return null;
        const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
        canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
        const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = canvas.measureText(words);
        const { x, width } = text.getBBox();
        const baseline = text.getStartPositionOfChar(0).y;
        const from = new DOMPoint(x, baseline - above).matrixTransform(matrix);
        const to = new DOMPoint(x + width, baseline + below).matrixTransform(matrix);
        const apart = getComputedStyle(text).stroke !== 'none' || text.getAttribute('class') === 'note-number';
        return { words, apart, left: from.x, right: to.x, top: from.y, bottom: to.y };
      };
      /** Whether anything of a shape is painted within a box: looked for at every pixel, as lines are that thin. */
      const runsThrough = (shape: SVGGeometryElement, box: DOMRect, { left, right, top, bottom }: Ink): boolean => {
        const [x1, x2] = [Math.max(left, box.left - 2) + hair, Math.min(right, box.right + 2) - hair];
        const [y1, y2] = [Math.max(top, box.top - 2) + hair, Math.min(bottom, box.bottom + 2) - hair];
        const inverse = x1 > x2 || y1 > y2 ? undefined : shape.getScreenCTM()?.inverse();
        if (!inverse) return false;
        const filled = shape.tagName !== 'line' && getComputedStyle(shape).fill !== 'none';
        for (let x = x1; x <= x2; x += 0.8) {
          for (let y = y1; y <= y2; y += 0.8) {
            const point = new DOMPoint(x, y).matrixTransform(inverse);
            if (shape.isPointInStroke(point) || (filled && shape.isPointInFill(point))) return true;
          }
        }
        return false;
      };
      const faultsOf = (svg: SVGSVGElement): string[] => {
        const sheet = svg.getBoundingClientRect();
        if (sheet.width === 0) return [];
        const shows = svg.closest<HTMLElement>('[data-shows]')?.dataset['shows'] ?? svg.id;
        const lines = [...svg.querySelectorAll<SVGTextContentElement>('text, tspan')].filter(
          (text) => !text.querySelector('tspan'),
        );
        const inks = lines.map(inkOf).filter((ink) => ink !== null);
        const overlaps = inks.flatMap((one, index) =>
          inks.slice(index + 1).flatMap((other) => {
            const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            if (wide <= hair || high <= hair) return [];
            return [`"${one.words}" and "${other.words}" overlap by ${wide.toFixed(0)} x ${high.toFixed(0)}`];
          }),
        );
        const shapes = [...svg.querySelectorAll<SVGGeometryElement>('path, rect, circle, line')].flatMap((shape) => {
          const names = shape.getAttribute('class') ?? shape.parentElement?.getAttribute('class') ?? '';
          if (ground.some((name) => names.split(' ').includes(name))) return [];
          return [{ shape, names, box: shape.getBoundingClientRect() }];
        });
        const crossed = inks.flatMap((ink) => {
          const through = ink.apart ? undefined : shapes.find(({ shape, box }) => runsThrough(shape, box, ink));
          return through ? [`"${ink.words}" has a shape running through it: "${through.names}"`] : [];
        });
        const width = document.documentElement.clientWidth;
        const cut = inks.flatMap(({ words, left, right, top, bottom }) => {
          const out = Math.max(sheet.left - left, right - sheet.right, sheet.top - top, bottom - sheet.bottom);
          const off = Math.max(-left, right - width);
          if (out <= hair && off <= hair) return [];
          return [`"${words}" is cut by ${Math.max(out, off).toFixed(0)}`];
        });
        return [...overlaps, ...crossed, ...cut].map((fault) => `${shows}: ${fault}`);
      };
      const page = document.documentElement;
      const scrolls =
        page.scrollWidth > page.clientWidth
          ? [`the page scrolls sideways: ${page.scrollWidth} in ${page.clientWidth}`]
          : [];
      return [...scrolls, ...[...document.querySelectorAll<SVGSVGElement>('svg.chart')].flatMap(faultsOf)];
    },
    { hair, ground },
  );
}

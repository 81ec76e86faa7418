/**
 * As much of a document as Plot needs to draw on. It keeps only what a drawing of ours has in it: no colours, fonts or styles,
 * which come from the page's style sheet, and coordinates with one decimal.
 */

/** What Plot adds for its own pages. */
const unwanted = new Set([
  'aria-label', 'aria-hidden', 'aria-description', 'font-family', 'font-size', 'font-variant', 'fill', 'stroke', 'stroke-width',
  'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'paint-order',
]); // prettier-ignore
const measured = new Set(['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'd', 'width', 'height', 'transform']);

const numbers = /-?\d+\.\d+(?:e-?\d+)?/g;
const rounded = (text: string) => text.replace(numbers, (number) => String(Number(Number(number).toFixed(1))));
const nowhere = 'translate(0,0)';

const names = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;
const isNamed = (letter: string): letter is keyof typeof names => letter in names;
/** Words as they stand in SVG, in an element or in an attribute. */
export const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => (isNamed(letter) ? names[letter] : letter));

/** An element that can be built, and written as text; it can not be searched. */
export class DrawnElement {
  readonly namespaceURI = 'http://www.w3.org/2000/svg';
  readonly ownerDocument: DrawnDocument;
  readonly name: string;
  readonly attributes = new Map<string, string>();
  readonly children: DrawnElement[] = [];
  readonly style = { setProperty() {} };
  textContent = '';

  constructor(name: string, ownerDocument: DrawnDocument) {
    this.name = name;
    this.ownerDocument = ownerDocument;
  }
  setAttribute(name: string, value: unknown): void {
    if (unwanted.has(name) || (name === 'transform' && value === nowhere)) return;
    this.attributes.set(name, measured.has(name) ? rounded(String(value)) : String(value));
  }
  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  appendChild(child: DrawnElement): DrawnElement {
    return this.insertBefore(child, null);
  }
  /** Plot never moves an element that stands somewhere. */
  insertBefore(child: DrawnElement, next: DrawnElement | null): DrawnElement {
    const at = next ? this.children.indexOf(next) : -1;
    if (at >= 0) this.children.splice(at, 0, child);
    else this.children.push(child);
    return child;
  }
  /** As SVG. A style sheet speaks of words by their own class, as they inherit nothing that it says of all words. */
  written(inherited?: string): string {
    const own = new Map(this.attributes);
    const passes = this.name === 'g' && this.children[0]?.name === 'text' ? own.get('class') : undefined;
    if (passes !== undefined) own.delete('class');
    if (inherited !== undefined) own.set('class', inherited);
    // What was set last comes first, which is the class.
    const attributes = [...own].toReversed().map(([name, value]) => ` ${name}="${escaped(value)}"`);
    const start = `<${this.name}${attributes.join('')}`;
    const inner = this.children.map((child) => (child.name === 'style' ? '' : child.written(passes))).join('');
    const content = escaped(this.textContent) + inner;
    return content === '' && this.name !== 'title' ? `${start} />` : `${start}>${content}</${this.name}>`;
  }
}

/** Makes elements. */
export class DrawnDocument {
  readonly documentElement: DrawnElement = new DrawnElement('html', this);
  createElementNS(_: string, name: string): DrawnElement {
    return new DrawnElement(name, this);
  }
  createElement(name: string): DrawnElement {
    return new DrawnElement(name, this);
  }
}

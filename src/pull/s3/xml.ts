import { SaxesParser } from 'saxes';

/** An element of an answer: its own text, and the elements in it. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

interface Growing {
  name: string;
  text: string;
  children: Growing[];
}

/** Nothing that S3 answers lies deeper. */
const deepest = 20;

/** Reads an answer's XML. Null where it is none: a page of HTML, a body that was cut. */
export function readXml(text: string): Element | null {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: Growing[] = [{ name: '', text: '', children: [] }];
  const refuse = (): never => {
    throw new NoXml();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name }) => {
    if (open.length > deepest) refuse();
    const element = { name: name.slice(name.indexOf(':') + 1), text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const heard = (piece: string): void => {
    const at = open.at(-1);
    if (at) at.text += piece;
  };
  parser.on('text', heard);
  parser.on('cdata', heard);
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof NoXml) return null;
    throw error;
  }
  return open[0]?.children[0] ?? null;
}

class NoXml extends Error {}

/** The text of the first element of that name; null where there is none. */
export function textOf(element: Element, name: string): string | null {
  return element.children.find((child) => child.name === name)?.text ?? null;
}

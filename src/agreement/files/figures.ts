import type { Figure } from '../../values/agreement.ts';
import { kindOf, type FigureName } from '../names.ts';
import { readAt, type Speaking } from '../read-conditions.ts';
import { value } from '../slots/values.ts';
import { typeOfValue } from '../value-type.ts';
import type { SaidFigure } from './figure-names.ts';
import { readSorted } from './sorted.ts';
import { slugOf } from './term-schema.ts';

/** Figures that are read when they are first named, so that one may use another wherever that stands. */
export interface FigureReading {
  readonly names: readonly FigureName[];
  /** Every figure that could be read, by its key. */
  all(): ReadonlyMap<string, Figure>;
  /** Which figure was named while which was being read, by their keys. */
  readonly namings: readonly (readonly [by: string, named: string])[];
}

/**
 * Makes figures readable. What they are read with may name them already: it is asked for when the first one is read. Those that cannot be
 * read join the broken ones, so that whoever uses them is not complained about.
 */
export function readingFigures(
  heads: readonly SaidFigure[],
  broken: string[],
  speaking: () => Speaking,
): FigureReading {
  const done = new Map<string, Figure | null>();
  const open: string[] = [];
  const namings: [string, string][] = [];
  const figureOf = (head: SaidFigure): Figure | null => {
    const before = done.get(head.key);
    if (before !== undefined) return before;
    open.push(head.key);
    const figure = readFigure(speaking(), head);
    open.pop();
    if (!figure) broken.push(head.name);
    done.set(head.key, figure);
    return figure;
  };
  const named = (head: SaidFigure): Figure | null => {
    const by = open.at(-1);
    if (by !== undefined) namings.push([by, head.key]);
    const figure = open.includes(head.key) ? null : figureOf(head);
    if (!figure) broken.push(head.name);
    return figure;
  };
  return {
    names: heads.map((head) => ({
      name: head.name,
      kind: head.kind,
      type: () => named(head)?.type ?? { is: 'text' },
      is: () => named(head)?.is ?? null,
    })),
    all: () => {
      for (const head of heads) figureOf(head);
      return new Map([...done].flatMap(([key, figure]) => (figure ? [[key, figure] as const] : [])));
    },
    namings,
  };
}

function readFigure(speaking: Speaking, head: SaidFigure): Figure | null {
  const { key, name, kind, term, said } = head;
  const recordKind = kindOf(speaking.names, kind);
  const is =
    recordKind &&
    (said['is the'] === undefined
      ? readSorted(speaking, head, recordKind)
      : readAt(speaking, [key, 'is the'], said['is the'], recordKind, value.read));
  if (!is) return null;
  return {
    name,
    slug: slugOf(key),
    kind,
    term,
    inWords: said['in words'] ?? '',
    is,
    type: typeOfValue(is),
    at: speaking.yaml.keyPlace([key]),
  };
}

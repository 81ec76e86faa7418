import type { Figure, Term } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { UsesByName } from '../circles.ts';
import { usesOfFigure, usesOfTerm, type Uses } from '../uses.ts';
import type { SaidFigure } from './figure-names.ts';
import type { FigureReading } from './figures.ts';

/** Which entries of the vocabulary each of them uses, by their keys: terms and figures alike, so that a round through both is found. */
export function usesOfVocabulary(
  catalogue: Catalogue,
  terms: readonly Term[],
  heads: readonly SaidFigure[],
  { read, namings }: Pick<FigureReading, 'namings'> & { readonly read: ReadonlyMap<string, Figure> },
): UsesByName {
  const keys = new Map(heads.map(({ key, name, kind }) => [`${kind}'s ${name}`, key]));
  const namedIn = (uses: Uses) => [...uses.terms, ...[...uses.figures].map((figure) => keys.get(figure) ?? figure)];
  const ofTerms = terms.map((term) => [term.name, namedIn(usesOfTerm(catalogue, term))] as const);
  const ofFigures = heads.map(({ key }) => {
    const figure = read.get(key);
    // What could not be read may be so because it goes round in a circle.
    const named = figure ? namedIn(usesOfFigure(catalogue, figure)) : unreadNamedBy(key, namings, read);
    return [key, named] as const;
  });
  return new Map([...ofTerms, ...ofFigures].map(([key, named]) => [key, new Set(named)]));
}

function unreadNamedBy(key: string, namings: FigureReading['namings'], read: ReadonlyMap<string, Figure>): string[] {
  return namings.flatMap(([by, named]) => (by === key && !read.has(named) ? [named] : []));
}

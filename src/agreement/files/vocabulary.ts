import type { z } from 'zod';
import type { Term } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import { tellCircles } from '../circles.ts';
import { kindOf, type Names, type TermName } from '../names.ts';
import { pluralOf } from '../plural.ts';
import { readConditions, type Speaking } from '../read-conditions.ts';
import type { Reporting } from '../report.ts';
import type { Said } from '../said-files.ts';
import { usesOf } from '../uses.ts';
import { brokenNames, checkTermNames, kindsOfTerms } from './term-names.ts';
import { aboveOf, type SaidTerm, type SaidTerms, type vocabularySchema } from './term-schema.ts';

/** The terms, and what sentences can name now that there are terms. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly names: Names;
}

/** Reads the terms: first their names and kinds, so that their conditions can speak of each other. */
export function readVocabulary(
  reporting: Said<z.infer<typeof vocabularySchema>>,
  known: Pick<Names, 'catalogue' | 'currencies'>,
): Vocabulary {
  const saidTerms: SaidTerms = new Map(Object.entries(reporting.said));
  checkTermNames(reporting, saidTerms, known.catalogue);
  const names = namesOf(reporting, saidTerms, known);
  const speaking = { ...reporting, names };
  const terms = names.terms.flatMap((name) => termOf(speaking, name, saidTerms.get(name.name) ?? {}));
  const uses = new Map(terms.map((term) => [term.name, usesOfTerm(term, known.catalogue)]));
  return { terms: tellCircles(reporting, uses) ? [] : terms, names };
}

/** Without the file nothing can be named but records. */
export function noVocabulary(known: Pick<Names, 'catalogue' | 'currencies'>): Vocabulary {
  return { terms: [], names: { ...known, terms: [], figures: [], orders: [], brokenTerms: [] } };
}

function namesOf(reporting: Reporting, said: SaidTerms, known: Pick<Names, 'catalogue' | 'currencies'>): Names {
  const kinds = kindsOfTerms(reporting, said, known.catalogue);
  const terms = [...said].flatMap(([name, term]): TermName[] => {
    const kind = kinds.get(name);
    const plural = term.plural ?? pluralOf(name);
    return kind === undefined ? [] : [{ name, plural, alsoCalled: term['also called'] ?? [], kind }];
  });
  return {
    ...known,
    terms,
    figures: [],
    orders: [],
    brokenTerms: [...brokenNames(reporting), ...[...said.keys()].filter((name) => !kinds.has(name))],
  };
}

function termOf(speaking: Speaking, { name, plural, alsoCalled, kind }: TermName, said: SaidTerm): Term[] {
  const above = aboveOf(said);
  const recordKind = kindOf(speaking.names, kind);
  if (!recordKind) return [];
  return [
    {
      name,
      plural,
      slug: name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'),
      alsoCalled,
      kind,
      isA: speaking.names.terms.find((term) => term.name === above)?.name ?? null,
      inWords: said['in words'] ?? '',
      where: readConditions(speaking, said.where, [name, 'where'], recordKind),
      exceptWhen: readConditions(speaking, said['except when'], [name, 'except when'], recordKind),
      saidButNotCounted: said['said but not counted'] ?? [],
      needs: [],
      at: speaking.yaml.keyPlace([name]),
    },
  ];
}

function usesOfTerm(term: Term, catalogue: Catalogue): ReadonlySet<string> {
  const { terms } = usesOf(catalogue, term.kind, [...term.where, ...term.exceptWhen]);
  return new Set(term.isA === null ? terms : [term.isA, ...terms]);
}

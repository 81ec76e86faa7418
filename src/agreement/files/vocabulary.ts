import type { z } from 'zod';
import type { ChoiceOrder, Figure, Term } from '../../values/agreement.ts';
import { tellCircles } from '../circles.ts';
import { kindOf, type Names, type TermName } from '../names.ts';
import { pluralOf } from '../plural.ts';
import { readConditions, type Speaking } from '../read-conditions.ts';
import type { Reporting } from '../report.ts';
import type { Said } from '../said-files.ts';
import { readOrders } from './choice-orders.ts';
import { cutsOfKey, figureHeads, type SaidFigure } from './figure-names.ts';
import { readingFigures, type FigureReading } from './figures.ts';
import { readNeeds } from './needs.ts';
import { brokenNames, checkTermNames, kindsOfTerms } from './term-names.ts';
import {
  aboveOf,
  asSpelled,
  formOf,
  slugOf,
  type SaidEntry,
  type SaidTerms,
  type vocabularySchema,
} from './term-schema.ts';
import { usesOfVocabulary } from './vocabulary-uses.ts';

/** What the vocabulary defines, and what sentences can name now. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly figures: readonly Figure[];
  readonly orders: readonly ChoiceOrder[];
  readonly names: Names;
}

type Known = Pick<Names, 'catalogue' | 'currencies' | 'metrics'>;

/** Reads the vocabulary: first the names and kinds of all that it defines, so that one definition can speak of another. */
export function readVocabulary(reporting: Said<z.infer<typeof vocabularySchema>>, known: Known): Vocabulary {
  const entries = Object.entries(reporting.said);
  const of = (form: ReturnType<typeof formOf>) => new Map(entries.filter(([, entry]) => formOf(entry) === form));
  const saidTerms = asSpelled(of('is a:'), known.catalogue);
  checkTermNames(reporting, saidTerms, known.catalogue);
  const named = namesOfTerms(reporting, saidTerms, known);
  const brokenTerms = [...named.brokenTerms];
  const heads = figureHeads(reporting, of('is the:'), named);
  brokenTerms.push(...refused([...of('is the:').keys()], heads, named));
  const orders = readOrders(reporting, of('orders:'), known.catalogue, heads);
  const figures: FigureReading = readingFigures(heads, brokenTerms, () => speaking);
  const names: Names = { ...named, figures: figures.names, orders, brokenTerms };
  const speaking: Speaking = { ...reporting, names };
  const read = figures.all();
  const terms = names.terms.flatMap((name) => termOf(speaking, name, saidTerms.get(name.name) ?? {}));
  if (tellCircles(reporting, usesOfVocabulary(known.catalogue, terms, heads, { ...figures, read })))
    return { terms: [], figures: [], orders, names };
  return { terms, figures: [...read.values()], orders, names };
}

/** Without the file nothing can be named but records. */
export function noVocabulary(known: Known): Vocabulary {
  return {
    terms: [],
    figures: [],
    orders: [],
    names: { ...known, terms: [], figures: [], orders: [], brokenTerms: [] },
  };
}

/** The names of figures that were told of already and that nothing else has: what speaks of them is not complained about. */
function refused(keys: readonly string[], heads: readonly SaidFigure[], { catalogue }: Names): string[] {
  const taken = new Set(
    [...heads, ...catalogue.kinds.flatMap(({ fields }) => fields)].map(({ name }) => name.toLowerCase()),
  );
  const left = keys.filter((key) => !heads.some((head) => head.key === key));
  return left.flatMap((key) => cutsOfKey(key).map(([name]) => name)).filter((name) => !taken.has(name.toLowerCase()));
}

function namesOfTerms(reporting: Reporting, said: SaidTerms, known: Known): Names {
  const kinds = kindsOfTerms(reporting, said, known.catalogue);
  const terms = [...said].flatMap(([name, term]): TermName[] => {
    const kind = kinds.get(name);
    const plural = term.plural ?? pluralOf(name);
    return kind === undefined ? [] : [{ name, plural, alsoCalled: term['also called'] ?? [], kind }];
  });
  const broken = brokenNames(reporting);
  const figures = broken.flatMap((key) => cutsOfKey(key).map(([name]) => name));
  return {
    ...known,
    terms,
    figures: [],
    orders: [],
    brokenTerms: [...broken, ...figures, ...[...said.keys()].filter((name) => !kinds.has(name))],
  };
}

function termOf(speaking: Speaking, { name, plural, alsoCalled, kind }: TermName, said: SaidEntry): Term[] {
  const above = aboveOf(said);
  const recordKind = kindOf(speaking.names, kind);
  if (!recordKind) return [];
  return [
    {
      name,
      plural,
      slug: slugOf(name),
      alsoCalled,
      kind,
      isA: speaking.names.terms.find((term) => term.name === above)?.name ?? null,
      inWords: said['in words'] ?? '',
      where: readConditions(speaking, said.where, [name, 'where'], recordKind),
      exceptWhen: readConditions(speaking, said['except when'], [name, 'except when'], recordKind),
      saidButNotCounted: said['said but not counted'] ?? [],
      needs: readNeeds(speaking, said.needs, [name, 'needs'], recordKind),
      at: speaking.yaml.keyPlace([name]),
    },
  ];
}

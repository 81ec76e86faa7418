/** Which metrics rest on an entry of the vocabulary, at whatever depth. */
import type { Agreement, Figure, Metric, Term } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { figureOf, isPath } from './figures-in.ts';

/** What metrics rest on, and what tells one name from another. */
export interface Vocabulary {
  readonly agreement: Pick<Agreement, 'terms' | 'figures' | 'metrics'>;
  /** Tells of which kind's figure a name is. */
  readonly catalogue: Catalogue;
}

/** Metrics that count a term, or use it in what they count. */
export const usersOfTerm = (term: Term, vocabulary: Vocabulary): Metric[] =>
  vocabulary.agreement.metrics.filter((metric) => restsOn(metric, vocabulary).entries.has(term));

/** Metrics that use a figure, directly or through a term or another figure. */
export const usersOfFigure = (figure: Figure, vocabulary: Vocabulary): Metric[] =>
  vocabulary.agreement.metrics.filter((metric) => restsOn(metric, vocabulary).entries.has(figure));

/** All entries that the wording in force today rests on, and the parts of definitions in which it is said, its own and theirs. */
export function restsOn(
  { wordings: [today], by, breakdowns }: Metric,
  { agreement: { terms, figures }, catalogue }: Vocabulary,
): { readonly entries: ReadonlySet<Term | Figure>; readonly parts: readonly unknown[] } {
  const said: unknown[] = [];
  const used = new Set<Term | Figure>();
  const add = (entry: Term | Figure | undefined, parts: readonly unknown[]) => {
    if (!entry || used.has(entry)) return;
    used.add(entry);
    said.push(...parts);
    parts.forEach(follow);
  };
  const addTerm = (name: unknown) => {
    const term = terms.find((one) => one.name === name);
    if (term) add(term, [{ term: term.isA }, term.where, term.exceptWhen, term.needs]);
  };
  const follow = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('term' in node) addTerm(node.term);
    if (isPath(node)) {
      const figure = figureOf(node, { agreement: { figures }, catalogue });
      add(figure, [figure?.is, { term: figure?.term }]);
    }
    Object.values(node).forEach(follow);
  };
  const { measure, term, keptWhen, instead, exceptWhen } = today;
  const own = [{ term }, measure, keptWhen, instead, exceptWhen, by, breakdowns];
  own.forEach(follow);
  return { entries: used, parts: [...own, ...said] };
}

import type { Metric, Term } from '../values/agreement.ts';
import type { Condition, FieldPath } from '../values/tree.ts';
import { canonical } from './canonical.ts';

/**
 * The fields that a metric's records should have: those that it names, and those of the terms that its records are asked to be of; of a
 * record that a link leads to, through that link. What other records should have is theirs.
 */
export function needsOf({ needs, wordings }: Metric, terms: readonly Term[]): FieldPath[] {
  const paths = [
    ...needs,
    ...wordings.flatMap(({ term, kind, keptWhen, instead, exceptWhen }) => {
      const conditions = [...keptWhen, ...instead.flatMap((one) => [one.when, ...one.keptWhen]), ...exceptWhen];
      return [...ofTerm(term, [], kind, terms, new Set()), ...ofConditions(conditions, [], kind, terms, new Set())];
    }),
  ];
  return [...new Map(paths.map((path) => [canonical(path), path])).values()];
}

/** What a term needs of the record that these links lead to, as said of the record that they start from. */
function ofTerm(
  name: string | null,
  links: readonly string[],
  from: string,
  terms: readonly Term[],
  passed: ReadonlySet<string>,
): FieldPath[] {
  const term = terms.find((known) => known.name === name);
  if (!term || passed.has(term.name)) return [];
  const further = new Set([...passed, term.name]);
  return [
    ...term.needs.map((path) => ({ ...path, from, links: [...links, ...path.links] })),
    ...ofTerm(term.isA, links, from, terms, further),
    ...ofConditions([...term.where, ...term.exceptWhen], links, from, terms, further),
  ];
}

function ofConditions(
  conditions: readonly Condition[],
  links: readonly string[],
  from: string,
  terms: readonly Term[],
  passed: ReadonlySet<string>,
): FieldPath[] {
  return conditions.flatMap((condition) => {
    if (condition.is !== 'test') return ofConditions(condition.of, links, from, terms, passed);
    const { term, links: steps } = condition.slots;
    if (typeof term !== 'string' || !Array.isArray(steps)) return [];
    return ofTerm(term, [...links, ...(steps as readonly string[])], from, terms, passed);
  });
}

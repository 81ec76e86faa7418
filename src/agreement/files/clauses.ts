import type { Term } from '../../values/agreement.ts';
import type { Breakdown } from '../../values/breakdown.ts';
import type { Condition } from '../../values/tree.ts';
import { termNames } from '../names.ts';
import { withArticle } from '../plural.ts';
import { isAboutBroken, type Speaking } from '../read-conditions.ts';
import { fault, known, warning } from '../report.ts';
import type { Path } from '../yaml-places.ts';
import type { BreakingDown } from './breakdowns.ts';

/** One of the sentences by which a term tells its records. */
interface Clause {
  readonly condition: Condition;
  /** Whether it takes records out, as those under `except when:` do. */
  readonly excepts: boolean;
}

/** The term whose clauses are asked for, as written; null: something else is. */
export function clausesAskedFor(written: string): string | null {
  return /^clauses\s+of\s+(.+)$/i.exec(written)?.[1] ?? null;
}

/** Reads `clauses of qualified lead`: a breakdown for each sentence of the term, and of the terms that it narrows. What is said twice is one. */
export function readClauses(speaking: Speaking, written: string, path: Path, beside: BreakingDown): Breakdown[] {
  const named = termNames(speaking.names);
  const forms = named.flatMap((one) => one.forms);
  const term = named.find((one) => one.forms.some((form) => form.toLowerCase() === written.toLowerCase()))?.is;
  if (!term) {
    if (!isAboutBroken(speaking.names, written)) known(speaking, path, 'term', written, forms);
    return [];
  }
  if (term.kind !== beside.kind.name) {
    const says = `the clauses of "${term.name}" are said of ${withArticle(term.kind)}, and ${beside.kind.plural} are counted here`;
    fault(speaking, path, says, `name a term of ${beside.kind.plural}`);
    return [];
  }
  const chain = narrowed(term.name, beside.terms);
  const clauses = chain.flatMap(({ where, exceptWhen }) => [
    ...where.flatMap((condition) => clausesIn(condition, false)),
    ...exceptWhen.flatMap((condition) => clausesIn(condition, true)),
  ]);
  if (chain.length > 0 && clauses.length === 0)
    fault(speaking, path, `"${term.name}" has no clauses`, 'name a term with "where:" or "except when:"');
  if (beside.term !== null && narrowed(beside.term, beside.terms).some(({ name }) => name === term.name)) {
    const chosen = clauses.some(({ condition }) => condition.is === 'any');
    const every = chosen ? 'every sentence but those under "any of:"' : 'every sentence';
    const says = `every ${beside.term} that is counted meets ${every} of "${term.name}"`;
    warning(speaking, path, says, `count a wider term or the record: "${beside.kind.name}"`);
  }
  const breakdowns = clauses.map((clause) => breakdownOf(clause, term.name));
  const isFirst = ({ dimension }: Breakdown, place: number): boolean =>
    breakdowns.findIndex((one) => one.dimension === dimension) === place;
  return breakdowns.filter(isFirst);
}

/** A term and those that it narrows, from itself on. */
function narrowed(name: string | null, terms: readonly Term[]): Term[] {
  const term = terms.find((one) => one.name === name);
  return term ? [term, ...narrowed(term.isA, terms)] : [];
}

/** The sentences in a condition. A group of which one is enough is a clause as a whole too; one of which none may hold turns its sentences round. */
function clausesIn(condition: Condition, excepts: boolean): Clause[] {
  if (condition.is === 'test') return [{ condition, excepts }];
  const turned = condition.is === 'none' ? !excepts : excepts;
  const inside = condition.of.flatMap((inner) => clausesIn(inner, turned));
  const asOne = condition.is === 'any' && !excepts && condition.of.length > 1;
  return asOne ? [{ condition, excepts }, ...inside] : inside;
}

function breakdownOf({ condition, excepts }: Clause, term: string): Breakdown {
  const [holds, others] = excepts ? ['applies', 'does not apply'] : ['met', 'not met'];
  return {
    dimension: saidOf(condition),
    cut: { cut: 'test', test: condition, holds, others },
    credit: null,
    clauseOf: term,
  };
}

/** As the people said it; a group in one line. */
function saidOf(condition: Condition): string {
  return condition.is === 'test' ? condition.said : `${condition.is} of: ${condition.of.map(saidOf).join('; ')}`;
}

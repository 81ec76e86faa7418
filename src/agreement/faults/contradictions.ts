import { neverHolding } from './never-holding.ts';
import type { Agreement, Term } from '../../values/agreement.ts';
import type { Problem } from '../../values/problem.ts';
import type { Condition, Test } from '../../values/tree.ts';

/** Conditions that have to hold together, with the term whose records they are asked of. */
interface Together {
  readonly conditions: readonly Condition[];
  readonly term: string | null;
}

/** A fault for each set of conditions that no record can meet, at the last of the sentences that contradict each other. */
export function contradictions({
  terms,
  figures,
  metrics,
}: Pick<Agreement, 'terms' | 'figures' | 'metrics'>): Problem[] {
  const ofTerms = terms.flatMap(({ isA, where, exceptWhen }) => [
    ...conjunctionsIn({ conditions: where, term: isA }),
    ...exceptWhen.flatMap((condition) => within(condition, isA)),
  ]);
  const ofCases = figures.flatMap(({ is, term }) =>
    is.value === 'sorted' ? is.cases.flatMap(({ when }) => conjunctionsIn({ conditions: when, term })) : [],
  );
  const ofMetrics = metrics.flatMap(({ asOf, wordings }) =>
    wordings.flatMap(({ term, keptWhen, instead, exceptWhen }) => {
      // A frozen share asks at the period's end, when its records may have left the term that they were of at its start.
      const then = asOf === 'period start' ? null : term;
      return [
        ...conjunctionsIn({ conditions: keptWhen, term: then }),
        ...instead.flatMap(({ when, keptWhen: kept }) => conjunctionsIn({ conditions: [when, ...kept], term: then })),
        ...exceptWhen.flatMap((condition) => within(condition, term)),
      ];
    }),
  );
  return [...ofTerms, ...ofCases, ...ofMetrics].flatMap((together) => contradictionIn(together, terms));
}

/** The conditions themselves, and each group of them that has a choice of its own: of several ways, each must be a way. */
function conjunctionsIn({ conditions, term }: Together): Together[] {
  return [...conditions.flatMap((condition) => within(condition, term)), { conditions, term }];
}

function within(condition: Condition, term: string | null): Together[] {
  if (condition.is === 'test') return [{ conditions: [condition], term }];
  if (condition.is === 'all') return conjunctionsIn({ conditions: condition.of, term });
  return condition.of.flatMap((inner) => within(inner, term));
}

function contradictionIn({ conditions, term }: Together, terms: readonly Term[]): Problem[] {
  const tests = neverHolding(conditions, term, terms);
  const last = tests?.toSorted((one, other) => one.at.line - other.at.line).at(-1);
  if (!tests || !last) return [];
  return [{ ...last.at, level: 'fault', says: saysOf(tests, term), fix: 'change one of them' }];
}

function saysOf(tests: readonly Test[], term: string | null): string {
  const said = [...new Set(tests.map((test) => `"${test.said}"`))];
  const [only] = said;
  if (said.length > 1) return `${said.join(' and ')} can never hold together`;
  return term === null ? `${only} can never hold` : `${only} can never hold of "${term}", by what the term says`;
}

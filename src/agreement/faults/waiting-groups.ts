import { definitionsIn } from '../references.ts';
import type { Agreement } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Condition, Test } from '../../values/tree.ts';
import type { Problem } from '../../values/problem.ts';

/** A fault for each sentence that parts records into groups while it may still be undecided: a record is in one of them from the start. */
export function waitingGroups(agreement: Agreement, catalogue: Catalogue): Problem[] {
  const cuts = agreement.metrics.flatMap(({ breakdowns }) => breakdowns.map(({ cut }) => cut));
  return cuts.flatMap((cut): Problem[] => {
    if (cut.cut !== 'test') return [];
    const { terms, figures } = definitionsIn(cut.test, agreement, catalogue);
    if (![cut.test, ...terms, ...figures].some(hasDeadline)) return [];
    const said = firstTest(cut.test);
    const says = `"${said?.said}" waits for a deadline, and groups are there from the start`;
    return said ? [{ ...said.at, level: 'fault', says, fix: 'name a sentence without "within"' }] : [];
  });
}

/** The sentence that stands for a condition: the one with a deadline of its own, else the first. */
function firstTest(condition: Condition): Test | undefined {
  if (condition.is === 'test') return condition;
  const tests = condition.of.flatMap((inner) => firstTest(inner) ?? []);
  return tests.find(hasDeadline) ?? tests[0];
}

/** Whether `within` stands anywhere in a tree. */
function hasDeadline(tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  return ('when' in tree && tree.when === 'window') || Object.values(tree).some(hasDeadline);
}

import { definitionsIn } from '../references.ts';
import type { Agreement } from '../../values/agreement.ts';
import type { Cut } from '../../values/breakdown.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Condition, Test } from '../../values/tree.ts';
import type { Problem } from '../../values/problem.ts';

/** A fault for each sentence that parts records into groups while it may still be undecided: a record is in one of them from the start. */
export function waitingGroups(agreement: Agreement, catalogue: Catalogue): Problem[] {
  const cuts = agreement.metrics.flatMap(({ breakdowns }) => breakdowns.map(({ cut }) => cut));
  return cuts.flatMap((cut): Problem[] => {
    const test = parting(cut, agreement, catalogue).find((condition) => waits(condition, agreement, catalogue));
    const said = test && firstTest(test);
    const says = `"${said?.said}" waits for a deadline, and groups are there from the start`;
    return said ? [{ ...said.at, level: 'fault', says, fix: 'name a sentence without "within"' }] : [];
  });
}

/** The conditions that part records into the groups of a cut: its own, or those of the cases that a figure sorts them by. */
function parting(cut: Cut, agreement: Agreement, catalogue: Catalogue): readonly Condition[] {
  if (cut.cut === 'test') return [cut.test];
  if (cut.cut === 'bands') return [];
  const { figures } = definitionsIn(cut.path, agreement, catalogue);
  return figures.flatMap(({ is }) => (is.value === 'sorted' ? is.cases.flatMap(({ when }) => when) : []));
}

/** Whether a condition, or a definition that it uses, has a deadline. */
function waits(condition: Condition, agreement: Agreement, catalogue: Catalogue): boolean {
  const { terms, figures } = definitionsIn(condition, agreement, catalogue);
  return [condition, ...terms, ...figures].some(hasDeadline);
}

/** The sentence that stands for a condition: the one with a deadline of its own, else the first. */
function firstTest(condition: Condition): Test | undefined {
  if (condition.is === 'test') return condition;
  const tests = condition.of.flatMap((inner) => firstTest(inner) ?? []);
  return tests.find(hasDeadline) ?? tests[0];
}

/** Whether a `within` that may wait stands anywhere in a tree: what lies before now is decided. */
function hasDeadline(tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  if ('side' in tree && 'anchor' in tree) return !(tree.side === 'before' && isNow(tree.anchor));
  return Object.values(tree).some(hasDeadline);
}

const isNow = (anchor: unknown): boolean =>
  typeof anchor === 'object' && anchor !== null && 'moment' in anchor && anchor.moment === 'now';

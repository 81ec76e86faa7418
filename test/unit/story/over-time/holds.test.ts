import { expect, test } from 'vitest';
import { compared } from '../../../../src/story/statements/compared.ts';
import { record } from '../../../../src/story/statements/record.ts';
import type { Facts, StatementKind } from '../../../../src/story/statements/statement-kind.ts';
import { streak } from '../../../../src/story/statements/streak.ts';
import { yearAgo } from '../../../../src/story/statements/year-ago.ts';
import { subjectOf, type Material } from '../../../../src/story/subject.ts';
import type { Fact } from '../../../../src/values/statement.ts';
import { delivered, feedback, monthly } from '../made-up.ts';
import { turns } from '../trends/rows.ts';
import { about } from './said.ts';

const counts = (...months: number[]) => about(delivered, monthly(delivered, months));
const run = about(feedback, monthly(feedback, [[7, 10], ...turns<[number, number]>([9, 10], [9, 10], 5)]));

/** Another fact of the same type. */
function another(fact: Fact): Fact {
  if (typeof fact === 'number') return fact * 2 + 1;
  return typeof fact === 'boolean' ? !fact : fact === '2026-08' ? '2026-07' : '2026-08';
}

test.each<[string, StatementKind, Material]>([
  ['what it is beside', compared, counts(18, ...turns(8, 40, 10), 20, 24)],
  ['how far it lies apart', compared, counts(...turns(18, 22, 34), 18, 31)],
  ['a record of all', record, counts(...turns(18, 22, 24), 9)],
  ['a record since', record, counts(30, ...turns(18, 22, 12), 25)],
  ['a run', streak, run],
  ['a part more than a year ago', yearAgo, counts(20, ...turns(8, 40, 10), 20, 23)],
  ['some more than a year ago', yearAgo, counts(4, ...turns(8, 40, 10), 20, 5)],
  ['as many times as a year ago', yearAgo, counts(20, ...turns(8, 40, 10), 20, 44)],
])('%s holds, and would not with any other fact', (_, kind, material) => {
  const subject = subjectOf(material);
  const facts = kind.facts(subject) as Facts;
  expect(kind.holds(facts, subject)).toBe(true);
  const wrongly = Object.entries(facts).filter(([name, fact]) => kind.holds({ ...facts, [name]: another(fact) }, subject)); // prettier-ignore
  expect(wrongly.map(([name]) => name)).toEqual([]);
});

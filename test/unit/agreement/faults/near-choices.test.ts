import { expect, test } from 'vitest';
import { parseAgreement } from '../../../../src/agreement/parse-agreement.ts';
import { catalogue, companyWith } from '../fixtures.ts';

function told(stages: string): string[] {
  const metric = `title: Late\nasks: How many?\nanswered by: sales\ncount of: opportunity\nby: created\nexcept when:\n  - stage is one of ${stages}\n`;
  const { problems } = parseAgreement(companyWith({ 'metrics/late.yml': metric }), catalogue);
  return problems
    .filter(({ file }) => file.endsWith('late.yml'))
    .map(({ level, line, says, fix }) => `${line} ${level}: ${says}; ${fix}`);
}

test('a text that is nearly a choice of an order may be a slip', () => {
  expect(told('Propsal, Discovery, closed-won')).toEqual([
    '7 warning: the order "sales stage" has no "Propsal"; did you mean "Proposal"?',
    '7 warning: the order "sales stage" has no "closed-won"; did you mean "Closed Won"?',
  ]);
});

test('a choice that the order leaves out is none', () => {
  expect(told('Closed Lost, Proposal, Negotiation')).toEqual([]);
});

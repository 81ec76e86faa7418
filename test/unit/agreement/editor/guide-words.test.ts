import { expect, test } from 'vitest';
import { historyTable } from '../../../../src/agreement/editor/guide-history.ts';
import { companyWords } from '../../../../src/agreement/editor/guide-words.ts';
import { parseAgreement } from '../../../../src/agreement/parse-agreement.ts';
import { catalogue, companyWith } from '../fixtures.ts';

test('of each record the guide tells which fields have a history, and which are as today', () => {
  const history = {
    kind: 'stage change',
    field: 'stage',
    from: 'from',
    to: 'to',
    holds: { stage: 'to', amount: 'amount' },
  };
  const kinds = catalogue.kinds.map((kind) => (kind.name === 'opportunity' ? { ...kind, history } : kind));
  const [, , lines] = historyTable({ kinds });
  const deal = lines!.split('\n').find((line) => line.startsWith('| opportunity |'));
  const [, , held, happened, today] = deal!.split('|').map((cell) => cell.trim());
  expect(held).toBe('amount, stage');
  expect(happened).toBe('created');
  expect(today).toContain('won, lost');
  expect(lines).toMatch(/^\| stage change \| all: a row says what was/m);
});

test('the metrics of the company stand with who answers for them', () => {
  const { agreement } = parseAgreement(companyWith({}), catalogue);
  const words = companyWords(agreement!, catalogue).join('\n');
  for (const { slug, title } of agreement!.metrics) expect(words).toContain(`| ${slug} | ${title} |`);
});

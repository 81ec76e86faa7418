import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogue, filesOf } from '../../unit/agreement/fixtures.ts';

const expected = readFileSync(fileURLToPath(new URL('expected/problems.txt', import.meta.url)), 'utf8');

test('all faults of all files are told in one run, sorted by place, a line each', () => {
  const { agreement, problems } = parseAgreement(filesOf('test/cases/bad-agreement/data'), catalogue);
  expect(agreement).toBeNull();
  expect(problems.map(sayProblem)).toEqual(expected.trimEnd().split('\n'));
});

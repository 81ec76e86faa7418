import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogue, companyWith, sampleFiles } from './fixtures.ts';
import { shownIn, withShown } from './shown-files.ts';

const shown = shownIn(readFileSync('data/README.md', 'utf8'));

test.each([
  ['a small company', companyWith({})],
  ['the sample', sampleFiles()],
])('the files that the guide for operations shows are read without a fault, beside those of %s', (_, files) => {
  expect(shown.length).toBeGreaterThan(4);
  const { problems } = parseAgreement(withShown(files, shown), catalogue);
  expect(problems.filter(({ level }) => level === 'fault').map(sayProblem)).toEqual([]);
});

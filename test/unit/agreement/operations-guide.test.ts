import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { catalogue, companyWith, sampleFiles } from './fixtures.ts';
import { shownIn, withShown } from './shown-files.ts';

const all = shownIn(readFileSync('data/README.md', 'utf8'));
const ofSources = all.filter(({ path }) => path.startsWith('agreement/sources/'));
const shown = all.filter((file) => !ofSources.includes(file));

test('the connections that the guide for operations shows are read without a fault', () => {
  const { connections, problems } = readSources(ofSources);
  expect(problems.map(sayProblem)).toEqual([]);
  expect(connections.map(({ to }) => to)).toEqual(['Salesforce', 'HubSpot', 'SFTP', 'S3', 'HTTPS']);
});

test.each([
  ['a small company', companyWith({})],
  ['the sample', sampleFiles()],
])('the files that the guide for operations shows are read without a fault, beside those of %s', (_, files) => {
  expect(shown.length).toBeGreaterThan(4);
  const { problems } = parseAgreement(withShown(files, shown), catalogue);
  expect(problems.filter(({ level }) => level === 'fault').map(sayProblem)).toEqual([]);
});

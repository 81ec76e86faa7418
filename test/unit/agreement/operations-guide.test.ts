import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogue, filesOf, sampleWith } from './fixtures.ts';

const guide = readFileSync('data/README.md', 'utf8');

test('the files that the guide for operations shows are read without a fault, beside those of the sample', () => {
  const blocks = [...guide.matchAll(/```yaml (\S+)\n([\s\S]*?)```/g)].map(([, file = '', yaml = '']) => ({
    file,
    yaml,
  }));
  expect(blocks.length).toBeGreaterThan(4);
  const vocabulary = filesOf('data/sample/agreement').find(({ path }) => path === 'vocabulary.yml')!.text;
  const changes: Record<string, string> = { 'vocabulary.yml': vocabulary };
  for (const { file, yaml } of blocks) changes[file] = `${changes[file] ?? ''}\n${yaml}`;
  const { problems } = parseAgreement(sampleWith(changes), catalogue);
  expect(problems.filter(({ level }) => level === 'fault').map(sayProblem)).toEqual([]);
});

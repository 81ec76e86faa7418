import { expect, test } from 'vitest';
import { guide } from '../../../../src/agreement/editor/guide.ts';
import { valueForms } from '../../../../src/agreement/editor/guide-values.ts';
import { parseAgreement } from '../../../../src/agreement/parse-agreement.ts';
import { readWhole } from '../../../../src/agreement/read-sentence.ts';
import { sayProblem } from '../../../../src/agreement/say-problem.ts';
import { slots } from '../../../../src/agreement/slots.ts';
import type { TextFile } from '../../../../src/values/text-file.ts';
import { catalogue, companyWith, sampleFiles, sentence } from '../fixtures.ts';
import { shownIn, withShown } from '../shown-files.ts';

const guideFor = (files: readonly TextFile[]): string => guide(parseAgreement(files, catalogue).agreement!, catalogue);

const companies = [
  { whose: 'a small company', files: companyWith({}) },
  { whose: 'the sample', files: sampleFiles() },
].map((one) => ({ ...one, text: guideFor(one.files) }));

test.each(companies)('every phrase, measure, slot and kind of file of $whose has its line', ({ text }) => {
  const lines = text.split('\n').filter((line) => line.startsWith('| `'));
  expect(lines.length).toBeGreaterThan(100);
  expect(
    lines.filter((line) => / \| {2}\|/.test(line)),
    'what has no words',
  ).toEqual([]);
});

test.each(Object.entries(valueForms))('the example of a value as %s is one', (kind, { example, of }) => {
  const read = readWhole(sentence(of, example), slots.operand.read);
  expect(read.problems).toEqual([]);
  expect(read.value?.value).toBe(kind);
});

test.each(companies)('the files that it shows are read without a fault, beside those of $whose', ({ files, text }) => {
  const shown = shownIn(text);
  expect(shown.length).toBeGreaterThan(3);
  const { problems } = parseAgreement(withShown(files, shown), catalogue);
  expect(problems.filter(({ level }) => level === 'fault').map(sayProblem)).toEqual([]);
});

import { expect, test } from 'vitest';
import { guide } from '../../../../src/agreement/editor/guide.ts';
import { valueForms } from '../../../../src/agreement/editor/guide-values.ts';
import { parseAgreement } from '../../../../src/agreement/parse-agreement.ts';
import { readWhole } from '../../../../src/agreement/read-sentence.ts';
import { slots } from '../../../../src/agreement/slots.ts';
import { catalogue, sampleWith, sentence } from '../fixtures.ts';

const sample = parseAgreement(sampleWith({}), catalogue).agreement!;
const text = guide(sample, catalogue);

test('every phrase, measure, slot and kind of file has its line', () => {
  const lines = text.split('\n').filter((line) => line.startsWith('| `'));
  expect(lines.length).toBeGreaterThan(100);
  expect(text.match(/\| {2}\|/g) ?? [], 'a key without its meaning').toEqual([]);
});

test.each(Object.entries(valueForms))('the example of a value as %s is one', (kind, { example, of }) => {
  const read = readWhole(sentence(of, example), slots.operand.read);
  expect(read.problems).toEqual([]);
  expect(read.value?.value).toBe(kind);
});

test('the files that it shows are read without a fault, beside those of the sample', () => {
  const blocks = [...text.matchAll(/```yaml (\S+)\n([\s\S]*?)```/g)].map(([, file = '', yaml = '']) => ({
    file,
    yaml,
  }));
  expect(blocks.length).toBeGreaterThan(3);
  const vocabulary = sampleWith({}).find(({ path }) => path.endsWith('vocabulary.yml'))!.text;
  const changes: Record<string, string> = { 'vocabulary.yml': vocabulary };
  for (const { file, yaml } of blocks) changes[file] = `${changes[file] ?? ''}\n${yaml}`;
  const { problems } = parseAgreement(sampleWith(changes), catalogue);
  expect(problems.filter(({ level }) => level === 'fault')).toEqual([]);
});

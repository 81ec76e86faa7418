import { expect, test } from 'vitest';
import { phrases, type PhraseTable } from '../../../src/agreement/phrases.ts';
import { readTest } from '../../../src/agreement/read-sentence.ts';
import { sayCondition } from '../../../src/agreement/words.ts';
import { sentence } from './fixtures.ts';

const table: PhraseTable = phrases;

test.each(Object.entries(table))('%s: its example is read as it, and said the same again', (name, row) => {
  const { value, problems } = readTest(sentence(row.example.of, row.example.says));
  expect(problems).toEqual([]);
  expect(value).toMatchObject({ is: 'test', phrase: name, said: row.example.says });
  expect(value && sayCondition(value)).toBe(row.example.says);
});

test.each(Object.entries(table))('%s: all its patterns have the same slots', (_, row) => {
  const slotsOf = (pattern: string) => [...pattern.matchAll(/\{(\w+:\w+)\}/g)].map((slot) => slot[1]).sort();
  for (const pattern of row.patterns) expect(slotsOf(pattern)).toEqual(slotsOf(row.patterns[0] ?? ''));
});

import { expect, test } from 'vitest';
import { misleading } from '../../../../src/agreement/editor/guide-misleading.ts';
import { readTest } from '../../../../src/agreement/read-sentence.ts';
import { sentence } from '../fixtures.ts';

const said = misleading.flatMap(({ of, wrong, right }) => [...wrong, ...right].map((one) => [one, of] as const));

test.each(said)('"%s" is read: of what looks right nobody warns, and what is meant can be said', (text, of) => {
  expect(readTest(sentence(of, text)).problems).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTest, readWhole, type Understood } from '../../../src/agreement/read-sentence.ts';
import { value } from '../../../src/agreement/slots/values.ts';
import { sayCondition, sayValue } from '../../../src/agreement/words.ts';
import type { Names } from '../../../src/agreement/names.ts';
import type { RecordKind } from '../../../src/values/catalogue.ts';
import { anyTest, anyValueOf } from './any-test.ts';
import { anyNames } from './any-world.ts';

const at = { file: 'vocabulary.yml', line: 1, column: 1 };

/** The tree alone: not as people wrote it, nor where. */
function bare(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, inner: unknown) => (key === 'said' || key === 'at' ? undefined : inner)),
  );
}

/** Something that can be said of a record of any kind, in any company. */
function anywhere<T>(any: (names: Names, kind: RecordKind) => fc.Arbitrary<T>) {
  return anyNames.chain((names) =>
    fc
      .constantFrom(...names.catalogue.kinds)
      .chain((of) => fc.record({ names: fc.constant(names), of: fc.constant(of), tree: any(names, of) })),
  );
}

function expectSame(said: string, { value: read, problems }: Understood<unknown>, tree: unknown): void {
  const faults = problems.filter((problem) => problem.level === 'fault');
  expect({ said, faults }).toEqual({ said, faults: [] });
  expect(bare(read), said).toEqual(bare(tree));
}

test('the words of any test are read as the same test', () => {
  fc.assert(
    fc.property(anywhere(anyTest), ({ names, of, tree }) => {
      const text = sayCondition(tree);
      expectSame(text, readTest({ text, of, names, at }), tree);
    }),
    { numRuns: 300 },
  );
});

test('the words of any value are read as the same value', () => {
  fc.assert(
    fc.property(anywhere(anyValueOf), ({ names, of, tree }) => {
      const text = sayValue(tree);
      expectSame(text, readWhole({ text, of, names, at }, value.read), tree);
    }),
    { numRuns: 300 },
  );
});

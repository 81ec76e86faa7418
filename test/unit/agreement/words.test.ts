import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTest } from '../../../src/agreement/read-sentence.ts';
import { sayCondition } from '../../../src/agreement/words.ts';
import { anyKind, anyTest } from './any-test.ts';
import { sentence } from './fixtures.ts';

/** The tree alone: not as people wrote it, nor where. */
function bare(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'said' || key === 'at' ? undefined : value)),
  );
}

test('the words of any tree are read as the same tree', () => {
  const cases = anyKind.chain((kind) => fc.tuple(fc.constant(kind), anyTest(kind)));
  fc.assert(
    fc.property(cases, ([kind, tree]) => {
      const said = sayCondition(tree);
      const { value, problems } = readTest(sentence(kind.name, said));
      expect(problems.filter((problem) => problem.level === 'fault')).toEqual([]);
      expect(bare(value)).toEqual(bare(tree));
    }),
    { numRuns: 1000 },
  );
});

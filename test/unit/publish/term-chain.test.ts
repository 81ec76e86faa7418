import { expect, test } from 'vitest';
import { termChain } from '../../../src/publish/term-chain.ts';
import type { Term } from '../../../src/values/agreement.ts';

const term = (name: string, isA: string | null): Term => ({
  name,
  plural: `${name}s`,
  slug: name,
  alsoCalled: [],
  kind: 'opportunity',
  isA,
  inWords: '',
  where: [],
  exceptWhen: [],
  saidButNotCounted: [],
  needs: [],
  at: { file: 'vocabulary.yml', line: 1, column: 1 },
});

test('a term comes with all that it narrows', () => {
  const terms = [term('win', 'new business'), term('new business', 'deal'), term('deal', null)];
  expect(termChain('win', terms).map(({ name }) => name)).toEqual(['win', 'new business', 'deal']);
  expect(termChain('deal', terms).map(({ name }) => name)).toEqual(['deal']);
  expect(termChain(null, terms)).toEqual([]);
});

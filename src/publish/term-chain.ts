import type { Term } from '../values/agreement.ts';

/** A term, and the terms that it narrows, one after another; none where the name is no term's. */
export function termChain(name: string | null, terms: readonly Term[]): Term[] {
  const term = terms.find((one) => one.name === name);
  return term ? [term, ...termChain(term.isA, terms)] : [];
}

/** How many random companies a property is tried on, and from which seed. */
import fc, { type GeneratorValue } from 'fast-check';

/** More by hand: `PLAIN_RUNS=5000`. `PLAIN_SEED` repeats a run; fast-check prints the seed of one that fails. */
const runs = process.env['PLAIN_RUNS'];
const seed = process.env['PLAIN_SEED'];

/** A test of a property of whatever is drawn, tried so often unless more is asked for by hand. */
export const property =
  (holds: (draw: GeneratorValue) => Promise<void>, usual = 50) =>
  async (): Promise<void> =>
    fc.assert(fc.asyncProperty(fc.gen(), holds), {
      numRuns: Number(runs ?? usual),
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    });

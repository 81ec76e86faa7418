/** How many random companies a property is tried on, and from which seed. */
import fc, { type GeneratorValue } from 'fast-check';

/** More by hand: `PLAIN_RUNS=5000`. `PLAIN_SEED` repeats a run; fast-check prints the seed of one that fails. */
const runs = Number(process.env['PLAIN_RUNS'] ?? 60);
const seed = process.env['PLAIN_SEED'];

/** A test of a property of whatever is drawn. */
export const property = (holds: (draw: GeneratorValue) => Promise<void>) => async (): Promise<void> =>
  fc.assert(fc.asyncProperty(fc.gen(), holds), {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });

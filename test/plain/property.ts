/** How many random companies a property is tried on, from which seed, and what is told of one that it does not hold of. */
import fc, { type GeneratorValue, type RunDetails } from 'fast-check';
import { test } from 'vitest';

/**
 * More by hand: `PLAIN_RUNS=5000`. `PLAIN_SEED` and `PLAIN_PATH` repeat one that fails, as it tells. The usual seed is always the same, so that
 * a change is judged by what it changes; `PLAIN_SEED=random` looks further.
 */
const { PLAIN_RUNS: runs, PLAIN_SEED: said = '20261122', PLAIN_PATH: path } = process.env;
const seed = said === 'random' ? undefined : said;

/** What fails is made smaller for so long: then what was found is told. */
const shrinking = 20_000;

/** A test of a property of whatever is drawn, tried so often unless more is asked for by hand. */
export function testProperty(name: string, holds: (draw: GeneratorValue) => Promise<void>, usual = 50): void {
  const numRuns = Number(runs ?? usual);
  test(name, { timeout: 160_000 + 500 * numRuns }, async () => {
    const found = await fc.check(fc.asyncProperty(fc.gen(), forAWhile(holds)), {
      numRuns,
      ...(seed === undefined ? {} : { seed: Number(seed) }),
      ...(path === undefined ? {} : { path }),
    });
    if (found.failed) throw new Error(told(found));
  });
}

/** Some time after it has failed nothing fails any more. */
function forAWhile(holds: (draw: GeneratorValue) => Promise<void>): (draw: GeneratorValue) => Promise<void> {
  let until = Infinity;
  return async (draw) => {
    if (performance.now() > until) return;
    await holds(draw).catch((error: unknown) => {
      if (!fc.PreconditionFailure.isFailure(error)) until = Math.min(until, performance.now() + shrinking);
      throw error;
    });
  };
}

/** How to repeat it, then what the smallest company that fails says of itself: what was drawn for it is of no use to a reader. */
function told<T>({ seed, counterexamplePath, numRuns, numShrinks, errorInstance }: RunDetails<T>): string {
  const again = `PLAIN_SEED=${seed}${counterexamplePath === null ? '' : ` PLAIN_PATH=${counterexamplePath}`}`;
  const why = errorInstance instanceof Error ? errorInstance.message : 'Nothing could be tried.';
  return `Again: ${again} (run ${numRuns}, made smaller ${numShrinks} times)\n\n${why}`;
}

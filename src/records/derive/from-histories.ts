import { handoverDerivation } from './derivation.ts';
import type { Derivation } from './derivation.ts';
import { handoverMaker, handoversOfToday } from './handovers.ts';
import { takeHistories } from './lead-histories.ts';
import { ownershipMaker, ownershipsOfToday } from './ownerships.ts';

/**
 * Makes the handovers and the ownerships: out of the history of leads, which is read once for both and held for a few leads at a time; or,
 * where the CRM keeps none, out of what leads say today.
 */
export async function deriveFromHistories(derivation: Derivation): Promise<void> {
  await handoversOfToday(derivation);
  await ownershipsOfToday(derivation);
  const called = handoverDerivation(derivation.sources)?.history;
  if (!called) return;
  const makers = [await handoverMaker(derivation), ownershipMaker(derivation)].filter((maker) => maker !== null);
  if (makers.length > 0) await takeHistories(derivation, called, makers);
}

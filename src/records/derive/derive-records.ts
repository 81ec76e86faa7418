import type { Derivation } from './derivation.ts';
import { deriveHandovers } from './handovers.ts';
import { deriveConversions, deriveLeadActivities } from './lead-activities.ts';
import { deriveStageChanges } from './stage-changes.ts';

/** Makes the records, and the fields of records, that follow from others. The indices must be there. */
export async function deriveRecords(derivation: Derivation): Promise<void> {
  await deriveStageChanges(derivation);
  await deriveConversions(derivation);
  await deriveLeadActivities(derivation);
  await deriveHandovers(derivation);
}

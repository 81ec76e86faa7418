import type { Misfitting } from '../fits.ts';

/** Says which slot a misfit is about. */
export function at(slot: string, misfit: Misfitting | null): (Misfitting & { readonly at: string }) | null {
  return misfit && { ...misfit, at: slot };
}

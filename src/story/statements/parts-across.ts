import { acrossPeriod } from '../figures/compared-period.ts';
import { partsIn } from '../parts/breakdown-parts.ts';
import { parts, shownBy } from './parts.ts';
import type { StatementKind } from './statement-kind.ts';

/** What a breakdown shows in the period in which its page sets several numbers side by side. Nothing of teams and people. */
export const partsAcross: StatementKind = {
  ...parts,
  kind: 'parts across',
  facts(subject, dimension = '') {
    const period = acrossPeriod(subject, dimension);
    const found = period && partsIn(subject, dimension, period);
    return found && shownBy(subject, found, dimension);
  },
};

import { briefest } from '../count-words.ts';
import { distanceBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { sentence } from '../locale/en/forms.ts';
import { distanceWords, levelBy, saysDistance, sideIn, title } from './title.ts';
import type { StatementKind } from './statement-kind.ts';

/** How far the value lies from what was agreed, where the title had no room for it. */
export const distance: StatementKind = {
  kind: 'distance',
  numbers: { target: 'own', apart: 'apart' },
  directions: (facts) => title.directions(facts),
  facts(subject) {
    const facts = title.facts(subject);
    return facts && typeof facts['target'] === 'number' && !saysDistance(facts, subject) ? facts : null;
  },
  words: (facts, subject) => sentence(distanceWords(facts, subject)),
  brief: (facts, subject) => briefest(distanceBrief(distanceWords(facts, subject), sideIn(facts), levelBy(subject))),
  holds: (facts, subject) => title.holds(facts, subject),
  claims: (facts, subject) => claimOf('side', subject, facts['period'], sideIn(facts)),
};

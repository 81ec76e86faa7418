/** The canonical records that every CRM maps to: kinds, fields and what belongs to what. */
import type { CanonicalKind } from './canonical-kind.ts';
import { campaignKinds } from './kinds/campaign-kinds.ts';
import { dealKinds } from './kinds/deal-kinds.ts';
import { leadKinds } from './kinds/lead-kinds.ts';
import { workKinds } from './kinds/work-kinds.ts';

export const canonicalKinds: readonly CanonicalKind[] = [...leadKinds, ...dealKinds, ...campaignKinds, ...workKinds];

/** Every check of the data, in the order in which they are told where they find equally much. */
import type { CheckSort } from '../../values/health.ts';
import { ahead, before1971 } from './dates-far-off.ts';
import { belowZero } from './below-zero.ts';
import type { HealthCheck } from './health-check.ts';
import { longPast } from './long-past.ts';
import { missingField } from './missing-field.ts';
import { noHistory } from './no-history.ts';
import { ownerGone, ownerUnknown } from './owner.ts';
import { sameDeal } from './same-deal.ts';
import { sameName } from './same-name.ts';
import { samePerson } from './same-person.ts';
import { wrongOrder } from './wrong-order.ts';

export const healthChecks = {
  lacks: missingField,
  'wrong order': wrongOrder,
  ahead,
  'before 1971': before1971,
  'below zero': belowZero,
  'same person': samePerson,
  'same deal': sameDeal,
  'same name': sameName,
  'no history': noHistory,
  'owner gone': ownerGone,
  'owner unknown': ownerUnknown,
  'long past': longPast,
} as const satisfies Readonly<Record<CheckSort, HealthCheck>>;

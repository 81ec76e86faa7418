import type { Twin } from './twin.ts';
import { dealsMovedBack, openPipeline, pipelineFromInbound, wonThisYear } from './twins/deals.ts';
import { inquiries, leadsWon, qualifiedLeadsDelivered } from './twins/leads.ts';
import { followedUpInTime, handedOverInTime, leadsAccepted, responseTime } from './twins/promises.ts';

/** The metrics of the sample that are written by hand too. */
export const twins: readonly Twin[] = [
  inquiries,
  qualifiedLeadsDelivered,
  handedOverInTime,
  leadsAccepted,
  followedUpInTime,
  responseTime,
  leadsWon,
  pipelineFromInbound,
  wonThisYear,
  dealsMovedBack,
  openPipeline,
];

import { newestOver } from '../story/bridge-steps.ts';
import { bridgeSays } from '../story/statements/bridge.ts';
import type { Bridge, BridgePeriod } from '../values/bridge.ts';
import type { Edition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { subjectFor } from './materials.ts';

export interface BridgeTold {
  readonly grain: 'month' | 'quarter';
  readonly period: BridgePeriod;
  readonly says: Statement;
}

/** How a balance went through the newest month and the newest quarter that are over, each where there is one. */
export function bridgeTold(edition: Edition, bridge: Bridge): BridgeTold[] {
  const balance = edition.metrics.find(({ metric }) => metric.slug === bridge.balance);
  if (!balance) return [];
  const subject = subjectFor(edition, balance);
  return (['month', 'quarter'] as const).flatMap((grain) => {
    const period = newestOver(bridge, grain);
    return period ? [{ grain, period, says: bridgeSays(bridge, period, subject) }] : [];
  });
}

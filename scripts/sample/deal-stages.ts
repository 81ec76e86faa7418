export const stages = {
  Prospecting: { probability: 10, forecast: 'Pipeline' },
  Discovery: { probability: 25, forecast: 'Pipeline' },
  Proposal: { probability: 50, forecast: 'Best Case' },
  'Ready to close': { probability: 80, forecast: 'Commit' },
  'Closed Won': { probability: 100, forecast: 'Closed' },
  'Closed Lost': { probability: 0, forecast: 'Omitted' },
} as const;
export type Stage = keyof typeof stages;
export type Forecast = (typeof stages)[Stage]['forecast'];

export function isClosed(stage: Stage): boolean {
  return stage === 'Closed Won' || stage === 'Closed Lost';
}

/** A deal enters a stage, with what it is worth from then on; null while nobody has written that down. */
export interface Step {
  readonly at: number;
  readonly stage: Stage;
  readonly amount: number | null;
}

/** A deal as it stood from an instant on. */
export interface Standing extends Step {
  /** A local day. */
  readonly closeDay: number;
  readonly forecast: Forecast;
}

/** What stands in `api/bridges/SLUG.json` and `api/bridges/SLUG.csv`. */
import type { MetricUnit } from '../values/agreement.ts';
import type { Bridge } from '../values/bridge.ts';
import { unitWord } from './api-row.ts';
import { csvOf, type Cell } from './csv.ts';
import { majorOf } from './major-units.ts';

/** One step of a period's way: the opening, each movement, what is not explained, the closing. */
export interface ApiStep {
  readonly grain: string;
  readonly period: string;
  readonly from: string;
  /** Inclusive. */
  readonly to: string;
  readonly status: string;
  readonly step: 'opening' | 'movement' | 'not explained' | 'closing';
  /** The movement's name; else empty. */
  readonly movement: string;
  /** Money in major units; null is not known. */
  readonly amount: Cell;
  readonly unit: string;
}

const columns = ['grain', 'period', 'from', 'to', 'status', 'step', 'movement', 'amount', 'unit'] as const;

/** `api/bridges/SLUG.json`: the metric that moves a balance, the balance, and the steps of each period, which add up. */
export function bridgeFile(bridge: Bridge) {
  const { metric, balance, movements } = bridge;
  return { slug: metric, balance, movements, steps: stepsOf(bridge) };
}

/** `api/bridges/SLUG.csv`: the steps. */
export function bridgeTable(bridge: Bridge): string {
  return csvOf(
    columns,
    stepsOf(bridge).map((step) => columns.map((column) => step[column])),
  );
}

function stepsOf({ unit, movements, periods }: Bridge): ApiStep[] {
  return periods.flatMap(({ grain, period, from, to, status, opening, moved, notExplained, closing }) => {
    const step = (name: ApiStep['step'], amount: number | null, movement = ''): ApiStep => ({
      grain,
      period,
      from,
      to,
      status,
      step: name,
      movement,
      amount: inMajor(amount, unit),
      unit: unitWord(unit),
    });
    return [
      step('opening', opening),
      ...movements.map((movement, index) => step('movement', moved[index] ?? null, movement)),
      step('not explained', notExplained),
      step('closing', closing),
    ];
  });
}

const inMajor = (amount: number | null, unit: MetricUnit): Cell =>
  amount !== null && unit.unit === 'money' ? majorOf(amount, unit.currency) : amount;

/** The usual ranges of a metric as the API tells them, and the periods that left them. */
import { isBetter, usualOf, type Usual } from '../story/usual.ts';
import type { Agreement, MetricUnit } from '../values/agreement.ts';
import type { MetricEdition } from '../values/edition.ts';
import type { Grain } from '../values/period.ts';
import { inApi } from './api-row.ts';
import type { Cell } from './csv.ts';

/** The usual range at one grain, in the units of the values; all null but `why` and `periods` where there is none. */
export interface ApiLimits {
  readonly centre: Cell;
  readonly lower: Cell;
  readonly upper: Cell;
  readonly scale: 'linear' | 'log' | null;
  /** The first and last period that it is made from, and how many these are. */
  readonly from: string | null;
  readonly to: string | null;
  readonly periods: number;
  /** Why there is none: `too early`, `unmoved`, `carries over`, `day`. */
  readonly why: Usual['none'];
}

/** A period in which a rule fires. */
export interface ApiSignal {
  readonly grain: Grain;
  readonly period: string;
  readonly rules: readonly ('outside' | 'run')[];
  readonly side: 'above' | 'below';
  /** So many in a row, this one the last, lie on this side of the centre; the first of them is `since`. */
  readonly run: number;
  readonly since: string;
  /** Null: neither way is said to be good. */
  readonly better: boolean | null;
}

export interface ApiUsual {
  readonly limits: Readonly<Partial<Record<Grain, ApiLimits>>>;
  readonly signals: readonly ApiSignal[];
}

/** Of the whole of a metric, for each grain of periods. */
export function apiUsual(one: MetricEdition, agreement: Agreement): ApiUsual {
  const whole = one.values.filter(({ dimension }) => dimension === '');
  const grains = [...new Set(whole.map(({ grain }) => grain))].filter(
    (grain) => grain !== 'all' && grain !== 'undated',
  );
  const usuals = grains.map((grain) => usualOf({ ...one, agreement }, grain));
  const dayOf = (grain: Grain, name: string) =>
    whole.find((row) => row.grain === grain && row.period === name)?.to ?? '';
  return {
    limits: Object.fromEntries(usuals.map((usual) => [usual.grain, limitsIn(usual, one.metric.unit)])),
    signals: usuals.flatMap(({ grain, signals }) =>
      signals.map(({ period, rules, side, run, since }) => {
        const better = isBetter(one.metric, side, dayOf(grain, period));
        return { grain, period, rules, side, run, since, better };
      }),
    ),
  };
}

/** Money to the whole minor unit, as all other amounts are. */
function limitsIn({ limits, none, points }: Usual, unit: MetricUnit): ApiLimits {
  const said = (level: number | undefined) =>
    inApi(level === undefined ? null : unit.unit === 'money' ? Math.round(level) : level, unit);
  return {
    centre: said(limits?.centre),
    lower: said(limits?.lower),
    upper: said(limits?.upper),
    scale: limits?.scale ?? null,
    from: limits?.from ?? null,
    to: limits?.to ?? null,
    periods: limits?.periods ?? points.length,
    why: none,
  };
}

import type { Metric } from '../../values/agreement.ts';
import type { PauseRule } from '../../values/parties.ts';
import { grains } from '../../values/period.ts';
import { fault, known, type Reporting } from '../report.ts';
import { amountOf, exampleOf } from './amounts.ts';
import type { SaidMetric } from './metric-schema.ts';

/** Reads which members of a breakdown are paused; null where none are, or with a problem. */
export function readPause(
  reporting: Reporting,
  said: SaidMetric['pause'],
  { breakdowns, unit, finest, wordings }: Pick<Metric, 'breakdowns' | 'unit' | 'finest' | 'wordings'>,
): PauseRule | null {
  if (!said) return null;
  const tell = (key: string, says: string, fix: string) => fault(reporting, ['pause', key], says, fix);
  const dimensions = breakdowns.map((breakdown) => breakdown.dimension);
  const isKnown = known(reporting, ['pause', 'who'], 'dimension', said.who, dimensions);
  const below = amountOf(said.below, unit);
  if (below === null) tell('below', `"${said.below}" has no unit that fits`, `write it like "${exampleOf(unit)}"`);
  const { target } = wordings[0];
  if (target?.way === 'at most')
    tell('below', `"below ${said.below}" is the good side of "${target.said}"`, 'who stays below keeps the promise');
  const { periods, grain } = said.for;
  if (grains.indexOf(grain) < grains.indexOf(finest))
    tell('for', `nothing finer than a ${finest} is counted`, 'change "finest:"');
  if (!isKnown || below === null) return null;
  const stretch = `${periods} ${grain}${periods === 1 ? '' : 's'}`;
  return { dimension: said.who, below, periods, grain, said: `${said.who} below ${said.below} for ${stretch}` };
}

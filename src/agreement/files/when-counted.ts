import type { Metric } from '../../values/agreement.ts';
import type { Target } from '../../values/target.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import { measures, type MeasureKey } from '../measures.ts';
import { grains, type Grain } from '../../values/period.ts';
import type { FieldPath } from '../../values/tree.ts';
import { isAboutBroken, readAt, type Speaking } from '../read-conditions.ts';
import { fault, isBroken } from '../report.ts';
import { readPath } from '../slots/paths.ts';
import { isUnnamedValue } from './fields.ts';
import type { SaidMetric } from './metric-schema.ts';
import { grainOf } from './targets.ts';

/** What puts records into periods. */
export type WhenCounted = Pick<Metric, 'by' | 'asOf' | 'running'>;

/** Reads the moment that records are counted by; or that they are counted as they stood, or without a moment. */
export function readWhenCounted(speaking: Speaking, said: SaidMetric, kind: RecordKind, key: MeasureKey): WhenCounted {
  const asOf = said['as of'] ?? null;
  const running = said.running ?? null;
  if (asOf !== null && said.by !== undefined && said.by !== 'nothing')
    fault(
      speaking,
      ['by'],
      '"by:" does not go with "as of:"',
      'what stands at a time has no moment that it is counted by',
    );
  const timeless = asOf !== null ? 'as of' : said.by === 'nothing' ? 'by' : null;
  if (timeless !== null && measures[key].needs.some((needed) => needed === 'within'))
    fault(speaking, [timeless], `"${key}:" needs "by:" with a moment`, 'its records have their time from then on');
  if (running !== null && (asOf !== null || said.by === 'nothing'))
    fault(speaking, ['running'], `"running:" needs "by:" with a moment`, 'leave one of them away');
  return { by: asOf === null ? readBy(speaking, said.by, kind) : null, asOf, running };
}

/** The finest grain: what is said, else the target's, or what that is spread over, else a month; of what has no periods, all time. */
export function finestOf(
  speaking: Speaking,
  said: SaidMetric,
  { by, asOf, running }: WhenCounted,
  target: Target | null,
): Grain {
  const periods = asOf === null ? by !== null || said.by !== 'nothing' : typeof asOf === 'string';
  if (!periods) {
    if (said.finest !== undefined && said.finest !== 'all')
      fault(speaking, ['finest'], 'this has one value for all time', 'leave "finest:" away');
    return 'all';
  }
  const stretch = grainOf(target);
  const isSpread = target?.level.level === 'one' && target.level.spread;
  const finest = said.finest ?? (isSpread && stretch !== null ? shorter[stretch] : stretch) ?? 'month';
  if (asOf === 'period start' && finest === 'all')
    fault(speaking, ['finest'], 'all time has no start that something stood at', 'leave "finest:" away');
  if (stretch !== null && grains.indexOf(stretch) < grains.indexOf(finest)) {
    const says = `the target is for a ${stretch}, and nothing finer than a ${finest} is counted`;
    fault(speaking, ['target'], says, 'change "finest:"');
  }
  if (running !== null && grains.indexOf(running) <= grains.indexOf(finest))
    fault(speaking, ['running'], `nothing finer than a ${finest} is counted, so nothing runs on`, 'change "finest:"');
  return finest;
}

/** What a target is spread over where nobody said how fine. */
const shorter: Readonly<Partial<Record<Grain, Grain>>> = {
  week: 'day',
  month: 'week',
  quarter: 'month',
  year: 'month',
};

/** Whether shorter periods add up to longer ones, as far as when is counted says. */
export function periodsAdd({ asOf, running }: WhenCounted): boolean {
  return asOf === null && running === null;
}

/** Whether records can be parted by the values of a field as they are. */
const parts = ({ type }: FieldPath): boolean => type.is === 'text' || type.is === 'yes-no' || type.is === 'number';

function readBy(speaking: Speaking, said: string | undefined, kind: RecordKind): FieldPath | null {
  if (said === 'nothing') return null;
  if (said === undefined) {
    if (isBroken(speaking, ['as of'])) return null;
    const fix = `name the moment that puts a record into a month, such as "${kind.happens}", or "nothing"`;
    fault(speaking, ['by'], '"by:" is missing', fix);
    return null;
  }
  if (isUnnamedValue(speaking, ['by'], said, kind)) return null;
  const by = readAt(speaking, ['by'], said, kind, readPath);
  if (by && by.type.is !== 'moment' && !isAboutBroken(speaking.names, said))
    fault(
      speaking,
      ['by'],
      `"${said}" is not a moment`,
      parts(by) ? `to part by it write "break down by: ${said}"` : '',
    );
  return by;
}

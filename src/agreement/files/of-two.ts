import type { Measure, Metric, MetricUnit, Wording } from '../../values/agreement.ts';
import type { Breakdown } from '../../values/breakdown.ts';
import { grains } from '../../values/period.ts';
import type { Speaking } from '../read-conditions.ts';
import { fault } from '../report.ts';
import { betterOf } from './better.ts';
import { readCommon, withPause, type MetricFile } from './metric.ts';
import { partsOf, type Parts } from './parts-of-two.ts';
import type { TargetForm } from './target-text.ts';
import { readTargets } from './targets.ts';
import { unitOfTwo } from './unit-of-two.ts';
import { finestOf, periodsAdd, type WhenCounted } from './when-counted.ts';
import type { World } from './world.ts';

/** Reads a metric that is made of two others, which were read before: one for each of another, or one less another. */
export function readOfTwo(file: MetricFile, metrics: readonly Metric[], world: World): Metric | null {
  const { said } = file;
  const speaking: Speaking = { ...file, names: world.names };
  const common = readCommon(file, world);
  checkKeys(speaking, file);
  const parts = partsOf(speaking, said, metrics, world.slugs);
  if (!parts) return null;
  const { upper, lower, measure } = parts;
  const unit = unitOfTwo(speaking, parts);
  if (!unit) return null;
  const when: WhenCounted = { by: upper.by, asOf: upper.asOf, running: upper.running };
  const adds = addsOf(parts);
  const wording = wordingOf(speaking, file, parts, formOf(parts, unit, adds), world);
  const finest = finestOfTwo(speaking, file, parts);
  const ownTarget = measure.measure === 'difference' ? wording.target : null;
  const metric: Metric = {
    ...common,
    ...when,
    adds,
    needs: [],
    finest: finestOf(speaking, { ...said, finest }, { ...when, running: null }, ownTarget),
    breakdowns: breakdownsOf(speaking, file, parts),
    unit,
    better: betterOf(speaking, said, wording.target),
    wordings: [wording],
    words: {
      says: said.says ?? `${said.title}: {value} in {period}`,
      measured: said.measured ?? measuredOf(upper, lower, measure),
      move: said.move ?? null,
    },
  };
  return withPause(speaking, said, metric);
}

/** A difference adds up where both of its metrics do; a ratio never does. */
function addsOf({ upper, lower, measure }: Parts): Metric['adds'] {
  if (measure.measure === 'ratio') return { periods: false, members: false };
  return {
    periods: upper.adds.periods && lower.adds.periods,
    members: upper.adds.members && lower.adds.members,
  };
}

/** The target of a difference of sums is for a stretch of time, as theirs are. */
function formOf({ upper, lower }: Parts, unit: MetricUnit, adds: Metric['adds']): TargetForm {
  const runsFor = upper.running === lower.running && upper.running !== 'all' ? upper.running : null;
  const forATime = adds.members && (runsFor !== null || (adds.periods && periodsAdd(upper)));
  return { unit, target: forATime ? 'for a time' : 'plain', spreads: forATime, runsFor: forATime ? runsFor : null };
}

function wordingOf(
  speaking: Speaking,
  { said }: MetricFile,
  { upper, measure }: Parts,
  form: TargetForm,
  world: World,
): Wording {
  const [{ term, kind }] = upper.wordings;
  const targets = readTargets(
    speaking,
    { value: said.target, path: ['target'] },
    { value: said.broken, path: ['broken'] },
    form,
    world,
  );
  return { ...targets, from: null, until: null, measure, term, kind, keptWhen: [], instead: [], exceptWhen: [] };
}

function measuredOf(upper: Metric, lower: Metric, measure: Measure): string {
  if (measure.measure === 'difference') return `${upper.title}, less: ${lower.title}`;
  const what = { value: '', target: 'the target of ', remaining: 'what is left of the target of ' };
  return `${upper.title}, for each of: ${measure.measure === 'ratio' ? what[measure.perIs] : ''}${lower.title}`;
}

/** The finest grain that is said, else that which both of them have. */
function finestOfTwo(speaking: Speaking, { said }: MetricFile, { upper, lower }: Parts): Metric['finest'] {
  const both = [upper, lower].toSorted((one, other) => grains.indexOf(other.finest) - grains.indexOf(one.finest));
  const [coarser = upper] = both;
  const { finest } = said;
  if (finest === undefined) return coarser.finest;
  if (grains.indexOf(finest) >= grains.indexOf(coarser.finest)) return finest;
  fault(
    speaking,
    ['finest'],
    `"${coarser.slug}" is not counted by the ${finest}`,
    `write "${coarser.finest}", or change "finest:" there`,
  );
  return coarser.finest;
}

/** Keys that are left to the two metrics. */
const ofItsParts = [
  'by',
  'as of',
  'running',
  'moves',
  'rate on',
  'needs',
  'kept when',
  'instead for',
  'counted in',
  'except when',
  'within',
  'percentile',
  'history',
] as const;

function checkKeys(speaking: Speaking, { said }: MetricFile): void {
  const own = said['ratio of'] === undefined ? 'difference of' : 'ratio of';
  for (const key of ofItsParts) {
    if (said[key] !== undefined)
      fault(speaking, [key], `"${key}:" does not go with "${own}:"`, 'say it in its two metrics');
  }
}

/** It is broken down by what both of its metrics are broken down by, under the same name. A target has no members. */
function breakdownsOf(speaking: Speaking, { said }: MetricFile, { upper, lower, measure }: Parts): Breakdown[] {
  const wanted = said['break down by'];
  if (wanted === undefined) return [];
  if (measure.measure === 'ratio' && measure.perIs !== 'value') {
    fault(speaking, ['break down by'], 'a target is for the whole, and has no groups', 'leave it away');
    return [];
  }
  if (!Array.isArray(wanted)) {
    const says = `a ${measure.measure} takes the dimensions of its metrics`;
    fault(speaking, ['break down by'], says, 'write their names in a list');
    return [];
  }
  return wanted.flatMap((dimension, index) => {
    const lacking = [upper, lower].find((part) => !part.breakdowns.some((one) => one.dimension === dimension));
    if (lacking)
      fault(
        speaking,
        ['break down by', index],
        `"${lacking.slug}" is not broken down by "${dimension}"`,
        'add it there',
      );
    return upper.breakdowns.filter((one) => one.dimension === dimension && !lacking);
  });
}

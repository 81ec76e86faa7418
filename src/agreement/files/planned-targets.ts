import type { Target, TargetLevel } from '../../values/target.ts';
import { fault, isBrokenInside, known, type Reporting } from '../report.ts';
import type { Path } from '../yaml-places.ts';
import { amountOf, exampleOf, pointMisfitIn } from './amounts.ts';
import type { SaidPlan } from './metric-schema.ts';
import { periodNamed } from './period-names.ts';
import type { TargetForm } from './target-text.ts';
import type { Planning } from './targets.ts';

/** Something that was written, and where. */
interface Written<T> {
  readonly value: T;
  readonly path: Path;
}

/** Keys that derive a target from other metrics. */
const deriving = ['divided by', 'times', 'earlier by'] as const;

/** Reads a target that is listed by period, or that is derived from the plan for another metric. */
export function readPlanned(
  reporting: Reporting,
  { value, path }: Written<SaidPlan>,
  form: TargetForm,
  planning: Planning,
): Target | null {
  const [way, second] = (['at least', 'at most'] as const).filter((key) => value[key] !== undefined);
  const told = way === undefined ? undefined : value[way];
  if (way === undefined || told === undefined || second !== undefined) {
    if (!isBrokenInside(reporting, path))
      fault(reporting, path, 'a target is "at least:" or "at most:"', 'write one of them');
    return null;
  }
  const level =
    typeof told === 'string'
      ? derivedFrom(reporting, value, { value: told, path: [...path, way] }, path, planning)
      : listedIn(reporting, { value: told, path: [...path, way] }, form, planning);
  if (level?.level === 'listed')
    for (const key of deriving.filter((one) => value[one] !== undefined))
      fault(reporting, [...path, key], `"${key}:" goes with the plan for another metric, not with a list`);
  return level && { way, level, said: saidOf(way, level) };
}

function listedIn(
  reporting: Reporting,
  { value, path }: Written<Readonly<Record<string, string>>>,
  { unit }: TargetForm,
  { company }: Planning,
): TargetLevel | null {
  const periods = new Map<string, number>();
  for (const [name, written] of Object.entries(value)) {
    const misfit = periodNamed(name, company).misfit ?? pointMisfitIn(written);
    const amount = amountOf(written, unit);
    if (misfit) fault(reporting, [...path, name], misfit.says, misfit.fix);
    else if (amount === null)
      fault(reporting, [...path, name], `"${written}" has no unit that fits`, `write it like "${exampleOf(unit)}"`);
    else periods.set(name, amount);
  }
  return periods.size === Object.keys(value).length ? { level: 'listed', periods } : null;
}

function derivedFrom(
  reporting: Reporting,
  said: SaidPlan,
  plan: Written<string>,
  path: Path,
  { slugs }: Planning,
): TargetLevel | null {
  const earlierBy = said['earlier by'] ?? null;
  const wholePeriods = earlierBy === null || ['months', 'weeks', 'days'].includes(earlierBy.unit);
  if (!wholePeriods)
    fault(reporting, [...path, 'earlier by'], 'plans are moved by months, weeks or days', 'write it like "3 months"');
  const there = [
    known(reporting, plan.path, 'metric', plan.value, slugs),
    ...(['divided by', 'times'] as const).flatMap((key) =>
      (said[key] ?? []).map((slug, index) => known(reporting, [...path, key, index], 'metric', slug, slugs)),
    ),
  ];
  if (!wholePeriods || there.includes(false)) return null;
  return {
    level: 'derived',
    plan: plan.value,
    dividedBy: said['divided by'] ?? [],
    times: said.times ?? [],
    earlierBy,
  };
}

/** A target in one line, where it was written in several. */
function saidOf(way: Target['way'], level: TargetLevel): string {
  if (level.level !== 'derived') return `${way} what is listed for the period`;
  const { plan, dividedBy, times, earlierBy } = level;
  const step = (how: string, slugs: readonly string[]) => (slugs.length === 0 ? '' : ` ${how} ${slugs.join(' and ')}`);
  const moved = earlierBy ? `, ${earlierBy.amount} ${earlierBy.unit} earlier` : '';
  return `${way} the plan for ${plan}${step('divided by', dividedBy)}${step('times', times)}${moved}`;
}

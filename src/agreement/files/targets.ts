import type { Company, Wording } from '../../values/agreement.ts';
import type { Target } from '../../values/target.ts';
import { grains, type Grain } from '../../values/period.ts';
import { fault, type Reporting } from '../report.ts';
import type { Path } from '../yaml-places.ts';
import type { SaidTarget } from './metric-schema.ts';
import { readPlanned } from './planned-targets.ts';
import { readTarget, type TargetForm, type TargetRole } from './target-text.ts';

/** Something that was written, and where; undefined where nothing was. */
export interface Located<T> {
  readonly value: T | undefined;
  readonly path: Path;
}

/** What targets are read beside: whose periods are named, and which metrics there are. */
export interface Planning {
  readonly company: Company;
  /** Slugs of all metrics' files. */
  readonly slugs: readonly string[];
}

/** Reads a target and the bound of what is broken, and sees that they fit each other. */
export function readTargets(
  reporting: Reporting,
  saidTarget: Located<SaidTarget>,
  saidBroken: Located<string>,
  form: TargetForm,
  planning: Planning,
): Pick<Wording, 'target' | 'broken'> {
  const target =
    typeof saidTarget.value === 'object'
      ? readPlanned(reporting, { value: saidTarget.value, path: saidTarget.path }, form, planning)
      : textAt(reporting, { value: saidTarget.value, path: saidTarget.path }, form, 'target');
  const broken = textAt(reporting, saidBroken, form, 'broken');
  const tell = (says: string, fix = '') => fault(reporting, saidBroken.path, says, fix);
  if (broken && saidTarget.value === undefined)
    tell(`"${broken.said}" breaks a promise that has no target`, 'add "target:"');
  if (!broken || !target) return { target, broken };
  checkSides(target, broken, tell);
  return { target, broken: spreadLike(target, broken) };
}

/** The finest stretch of time that a target is for; null where it is for any, or follows another metric's. */
export function grainOf(target: Target | null): Grain | null {
  if (target?.level.level === 'one') return target.level.grain;
  if (target?.level.level !== 'listed') return null;
  const named = new Set([...target.level.periods.keys()].map(grainNamed));
  return grains.find((grain) => named.has(grain)) ?? null;
}

function textAt(reporting: Reporting, said: Located<string>, form: TargetForm, as: TargetRole): Target | null {
  if (said.value === undefined) return null;
  const { target, misfit } = readTarget(said.value, form, as);
  if (misfit) fault(reporting, said.path, misfit.says, misfit.fix);
  return target;
}

/** What is broken lies beyond the target, is for the same stretch of time, and is a part of a target that changes by period. */
function checkSides(target: Target, broken: Target, tell: (says: string, fix?: string) => void): void {
  const goodSide = `"${broken.said}" lies on the good side of "${target.said}"`;
  if (broken.way !== target.way) return tell(goodSide);
  const beyond = (bound: number, level: number) => (target.way === 'at least' ? bound > level : bound < level);
  if (broken.level.level === 'part of target') return beyond(broken.level.part, 1) ? tell(goodSide) : undefined;
  if (broken.level.level !== 'one') return;
  if (target.level.level !== 'one') {
    const part = target.way === 'at least' ? 'below 80%' : 'above 120%';
    return tell(`"${broken.said}" is one level, and the target has several`, `write it like "${part} of the target"`);
  }
  if (beyond(broken.level.value, target.level.value)) return tell(goodSide);
  if (broken.level.grain !== target.level.grain)
    tell(`"${broken.said}" is for another stretch of time than "${target.said}"`);
}

/** Where the target is spread over shorter periods, so is the bound. */
function spreadLike(target: Target, broken: Target): Target {
  if (target.level.level !== 'one' || broken.level.level !== 'one') return broken;
  return { ...broken, level: { ...broken.level, spread: target.level.spread } };
}

/** The grain of a period whose name was checked before. */
function grainNamed(period: string): Grain {
  if (period.startsWith('week-')) return 'week';
  if (period.startsWith('FY')) return period.includes('-Q') ? 'quarter' : 'year';
  return period.length > '2026-10'.length ? 'day' : 'month';
}

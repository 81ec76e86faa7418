import type { MetricUnit, Target, Wording } from '../../values/agreement.ts';
import type { Grain } from '../../values/period.ts';
import type { Misfitting } from '../fits.ts';
import type { MeasureRow } from '../measures.ts';
import { minorOf } from '../money.ts';
import { fault, type Reporting } from '../report.ts';
import type { Path } from '../yaml-places.ts';

/** How a metric's targets are said. */
export interface TargetForm {
  readonly unit: MetricUnit;
  readonly target: MeasureRow['target'];
}

/** Something that was written, and where; undefined where nothing was. */
export interface Located<T> {
  readonly value: T | undefined;
  readonly path: Path;
}

/** Reads a target and the bound of what is broken, and sees that they fit each other. */
export function readTargets(
  speaking: Reporting,
  saidTarget: Located<string | undefined>,
  saidBroken: Located<string | undefined>,
  form: TargetForm,
): Pick<Wording, 'target' | 'broken'> {
  const target = targetAt(speaking, saidTarget, form, 'target');
  const broken = targetAt(speaking, saidBroken, form, 'broken');
  const tell = (says: string, fix = '') => fault(speaking, saidBroken.path, says, fix);
  if (broken && target) checkSides(target, broken, tell);
  if (broken && saidTarget.value === undefined)
    tell(`"${broken.said}" breaks a promise that has no target`, 'add "target:"');
  return { target, broken };
}

function targetAt(
  reporting: Reporting,
  said: Located<string | undefined>,
  form: TargetForm,
  as: 'target' | 'broken',
): Target | null {
  if (said.value === undefined) return null;
  const { target, misfit } = readTarget(said.value, form, as);
  if (misfit) fault(reporting, said.path, misfit.says, misfit.fix);
  return target;
}

/** The stretch of time that a target's level is for; null where it is for any, or for several. */
export function grainOf(target: Target | null): Grain | null {
  return target?.level.level === 'one' ? target.level.grain : null;
}

function checkSides(target: Target, broken: Target, tell: (says: string) => void): void {
  if (target.level.level !== 'one' || broken.level.level !== 'one') return;
  const [level, bound] = [target.level.value, broken.level.value];
  const beyond = target.way === 'at least' ? bound > level : bound < level;
  if (broken.way !== target.way || beyond) tell(`"${broken.said}" lies on the good side of "${target.said}"`);
  else if (grainOf(broken) !== grainOf(target))
    tell(`"${broken.said}" is for another stretch of time than "${target.said}"`);
}

type ReadTarget =
  { readonly target: Target; readonly misfit: null } | { readonly target: null; readonly misfit: Misfitting };

const ways = { 'at least': 'at least', 'at most': 'at most', below: 'at least', above: 'at most' } as const;

/** Reads `at least 90%`, or, as the bound of what is broken, `below 80%`: what is not below 80% is at least 80%. */
export function readTarget(said: string, form: TargetForm, as: 'target' | 'broken'): ReadTarget {
  const [, word = '', rest = ''] = /^(at least|at most|below|above)\s+(.+)$/.exec(said) ?? [];
  const fits = as === 'target' ? word.startsWith('at') : word === 'below' || word === 'above';
  if (!fits) return wrong(`"${said}" doesn't say on which side it lies`, form, as);
  const [, written = rest, time] = /^(.+?)\s+(?:a|an|per|each|every)\s+(day|week|month|quarter|year)$/.exec(rest) ?? [];
  const grain = (time ?? null) as Grain | null;
  if (grain !== null && form.target !== 'for a time')
    return wrong(`"${said}" is for a ${grain}, and this is no amount that adds up over time`, form, as);
  const value = amountOf(written, form.unit);
  if (value === null || (grain === null && form.target === 'for a time'))
    return wrong(`"${said}" has no unit that fits`, form, as);
  return {
    target: { way: ways[word as keyof typeof ways], level: { level: 'one', value, grain, spread: false }, said },
    misfit: null,
  };
}

/** A target as it would be said, for who said none that can be read. */
function wrong(says: string, form: TargetForm, as: 'target' | 'broken'): ReadTarget {
  const amounts = {
    share: '90%',
    money: `180,000 ${form.unit.unit === 'money' ? form.unit.currency : ''}`,
    records: '22',
    number: '22',
    times: '3',
    duration: '5',
    day: '2026-01-31',
  };
  const time = form.target === 'for a time' ? ' a month' : '';
  return {
    target: null,
    misfit: {
      says,
      fix: `write it like "${as === 'target' ? 'at least' : 'below'} ${amounts[form.unit.unit]}${time}"`,
    },
  };
}

function amountOf(written: string, unit: MetricUnit): number | null {
  if (unit.unit === 'share') {
    const percent = numberIn(/^([\d.]+)%$/.exec(written)?.[1]);
    return percent === null ? null : percent / 100;
  }
  if (unit.unit === 'money') {
    const [, amount, currency] = /^([\d,.]+) ([A-Z]{3})$/.exec(written) ?? [];
    const number = numberIn(amount);
    return number === null || currency !== unit.currency ? null : minorOf(number, unit.currency);
  }
  const [, amount, noun] = /^([\d,.]+)(?: (.+))?$/.exec(written) ?? [];
  const nouns = unit.unit === 'records' ? [unit.noun, unit.nouns] : [];
  return noun === undefined || nouns.includes(noun.toLowerCase()) ? numberIn(amount) : null;
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

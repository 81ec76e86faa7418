import { dateOf, instantOf, localDayOf } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import type { Stage, Step } from './deal-stages.ts';
import { workAfter, workdayFrom } from './office.ts';

/** The stages that a deal goes through, in order: most straight on, some skip one or go back, a few are taken up again when lost. */
function pathOf(dice: Dice, won: boolean): Stage[] {
  const path: Stage[] = dice.chance(0.35) ? ['Discovery'] : ['Prospecting', 'Discovery'];
  if (!dice.chance(0.1)) path.push('Proposal');
  if (dice.chance(0.08)) path.push('Discovery', 'Proposal');
  path.push('Ready to close');
  if (won) return [...path, 'Closed Won'];
  const reached = dice.next();
  const kept = reached < 0.12 ? 1 : reached < 0.4 ? 2 : reached < 0.72 ? 3 : path.length;
  const lost: Stage[] = [...path.slice(0, kept), 'Closed Lost'];
  if (!dice.chance(0.035)) return lost;
  return [...lost, 'Proposal', 'Ready to close', dice.chance(0.4) ? 'Closed Won' : 'Closed Lost'];
}

/** From June 2026 on, nearly half of the deals that are ready to close get stuck there, for months; before, some of those that were lost. */
function isStuck(at: number, won: boolean, dice: Dice): boolean {
  const { year, month } = dateOf(localDayOf(at));
  const late = year > 2026 || (year === 2026 && month >= 6);
  return dice.chance(late ? 0.24 : won ? 0.04 : 0.25);
}

/** How many days a deal stays in a stage. Those that will be lost linger at times. */
function stayOf(stage: Stage, at: number, won: boolean, dice: Dice): number {
  const lingers = dice.chance(won ? 0.03 : 0.14) ? 3.2 : 1;
  if (stage === 'Prospecting') return dice.between(2, 10);
  if (stage === 'Discovery') return dice.between(8, 22) * lingers;
  if (stage === 'Proposal') return dice.between(8, 24) * lingers;
  if (stage === 'Closed Lost') return dice.between(15, 70);
  return isStuck(at, won, dice) ? dice.between(90, 240) : dice.between(5, 20);
}

/** A deal's way from the instant it was opened to its end. */
export function courseOf(dice: Dice, opened: number, won: boolean, amount: number, reached: number): Step[] {
  const path = pathOf(dice, won);
  const written = dice.chance(0.14) ? 'Proposal' : null;
  const steps: Step[] = [];
  let at = opened;
  let worth = amount;
  let isWritten = written === null;
  for (const stage of path.slice(Math.min(reached, path.length - 2))) {
    if (stage === 'Proposal' && dice.chance(0.7)) worth = Math.round((worth * dice.between(0.6, 1.05)) / 100) * 100;
    if (stage === 'Ready to close' && dice.chance(0.4)) worth = Math.round((worth * dice.between(0.75, 1)) / 100) * 100;
    isWritten ||= stage === 'Proposal' || stage === 'Ready to close';
    steps.push({ at, stage, amount: isWritten ? worth : null });
    at = workAfter(at, stayOf(stage, at, won, dice), dice);
  }
  return steps;
}

/** The way of a renewal: offered, agreed, and signed about the day on which the contract ends. */
export function renewalCourseOf(dice: Dice, opened: number, ends: number, amount: number): Step[] {
  const lost = dice.chance(0.14);
  const last = instantOf(workdayFrom(ends + dice.whole(-12, 9)), dice.whole(36_000, 59_000));
  const ready = workAfter(opened, ((last - opened) / 86_400) * dice.between(0.5, 0.7), dice);
  const steps: Step[] = [
    { at: opened, stage: 'Proposal', amount },
    { at: ready, stage: 'Ready to close', amount: dice.chance(0.3) ? Math.round(amount / 105) * 100 : amount },
  ];
  return [...steps, { at: last, stage: lost ? 'Closed Lost' : 'Closed Won', amount: steps[1]!.amount }];
}

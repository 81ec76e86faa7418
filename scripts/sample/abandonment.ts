import type { Dice } from './chance.ts';
import type { SalesTeam } from './company.ts';
import type { Handover } from './handover.ts';
import type { Change, Touch } from './lead-life.ts';
import { afterHours } from './office.ts';
import { isTry, touch } from './touches.ts';

/** How often a team tries to reach someone before it gives up: at least and at most. Sales International gives up soon. */
const tries: Readonly<Record<SalesTeam, readonly [number, number]>> = {
  'Inside sales': [5, 8],
  'Sales DACH': [4, 7],
  'Sales International': [1, 3],
  'Partner sales': [3, 6],
};

/** What sales leaves behind when it gives a lead up: further tries, and the change of status. Null where it does not give up. */
export function abandonmentOf(last: Handover, dice: Dice): { changes: Change[]; touches: Touch[] } | null {
  if (last.waits === null || !dice.chance(last.accepted === null ? 0.7 : 0.6)) return null;
  const before = last.touches.filter(isTry);
  const touches: Touch[] = [];
  let at = Math.max(last.waits, ...before.map((one) => one.done!));
  // Whom nobody called at first, nobody calls later.
  const wanted = before.length > 0 ? dice.whole(...tries[last.team]) : 0;
  for (let left = wanted - before.length; left > 0; left--) {
    at = afterHours(at, dice.between(6, 26));
    touches.push(touch(dice.pick(['call', 'call', 'email']), at, last.owner.id));
  }
  const given = afterHours(at, dice.between(8, 36));
  return { touches, changes: [{ at: given, by: last.owner.id, field: 'Status', to: 'Abandoned' }] };
}

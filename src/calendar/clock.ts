import { slotSeconds } from './slots.ts';
import type { Duration, Window } from '../values/tree.ts';

/** What leads from a moment to the other end of its window: by which calendar, how long, and to which side. */
export interface Clock {
  /** A calendar's slug; '' for units that no calendar changes. */
  readonly calendar: string;
  readonly duration: Duration;
  readonly side: Window['side'];
}

/** Minutes and hours pass everywhere alike: they are added, and need no table. */
export function elapsedSeconds({ amount, unit }: Duration): number | null {
  if (unit === 'minutes') return Math.round(amount * 60);
  if (unit === 'hours') return Math.round(amount * 3600);
  return null;
}

/** The clock of a duration; the calendar is kept only where it matters. */
export function clockOf(calendar: string, duration: Duration, side: Window['side']): Clock {
  return { calendar: duration.unit.startsWith('business') ? calendar : '', duration, side };
}

/** `2 business days after, by office`. Clocks with the same name are the same. */
export function clockName({ calendar, duration, side }: Clock): string {
  const by = calendar === '' ? '' : `, by ${calendar}`;
  return `${duration.amount} ${duration.unit} ${side}${by}`;
}

/** Whether a deadline may jump in the middle of a slot: in opening time that is no multiple of it, or that runs back to a closing. */
export function jumpsInSlots({ duration: { amount, unit }, side }: Clock): boolean {
  if (unit !== 'business minutes' && unit !== 'business hours') return false;
  const seconds = Math.round(amount * (unit === 'business hours' ? 3600 : 60));
  return side === 'before' || seconds % slotSeconds !== 0;
}

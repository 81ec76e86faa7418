/** Related records that count, one by one. */
import { alike, asDay, precisionOf } from './plain-answer.ts';
import { dayDeadline, deadline } from './plain-deadline.ts';
import { fieldAnswer, inHorizon, relatedTo } from './plain-fields.ts';
import type { Standing, Answer } from './plain-world.ts';
import type { Verdict } from '../../src/values/plain.ts';
import type { Order, Records, When, Window } from '../../src/values/tree.ts';

/** Those of a record's related records that count; and whether that may still change: a window is open, or one of them waits itself. */
export function related(at: Standing, asked: Records): { records: Standing[]; waits: boolean } {
  const empty: Answer = { known: null, waits: false, type: { is: 'moment', precision: 'instant', may: 'be a fact' } };
  const { reader } = at.sight;
  let waits = asked.when !== null && liesAt(at, empty, asked.when).waits;
  const records = relatedTo(at, asked.kind).filter((one) => {
    const happens = fieldAnswer(one, one.kind.happens);
    const inTime = asked.when === null ? { holds: true, waits: false } : liesAt(at, happens, asked.when);
    const member = asked.term === null ? { holds: true, waits: false } : reader.isOfTerm(one, asked.term);
    const where = reader.allHold(one, asked.where);
    waits ||= inTime.waits || member.waits || where.waits;
    return inTime.holds && member.holds && where.holds && inHorizon(at.sight, happens);
  });
  return { records, waits };
}

/** Whether a moment lies where a sentence says. The moments in the sentence are those of the record that asks. */
export function liesAt(asking: Standing, moment: Answer, when: When): Verdict {
  const verdict = verdictOf(asking, moment, when);
  return { holds: verdict.holds && inHorizon(asking.sight, moment), waits: moment.waits || verdict.waits };
}

function verdictOf(asking: Standing, moment: Answer, when: When): Verdict {
  const { reader } = asking.sight;
  switch (when.when) {
    case 'order':
      return inTurn(asking, moment, when.order, reader.moment(asking, when.than));
    case 'between':
      return between(asking, moment, reader.moment(asking, when.from), reader.moment(asking, when.to));
    case 'window':
      return inWindow(asking, moment, when.window);
  }
}

/** Both ends inside. Beside an end that is a day, or for a day, by local dates. */
function between({ sight }: Standing, moment: Answer, from: Answer, to: Answer): Verdict {
  const waits = from.waits || to.waits;
  const upTo = (one: Answer, other: Answer): boolean => {
    const [first, last] = alike(sight, [one, other]);
    return first !== null && last !== null && first !== undefined && last !== undefined && first <= last;
  };
  return { holds: upTo(from, moment) && upTo(moment, to), waits };
}

const compares: Readonly<Record<Order, (one: string | number, other: string | number) => boolean>> = {
  before: (one, other) => one < other,
  after: (one, other) => one > other,
  on: (one, other) => one === other,
  'on or before': (one, other) => one <= other,
  'on or after': (one, other) => one >= other,
};

/** Two instants are before or after each other to the second; `on` speaks of local dates, and so does all that has a day in it. */
function inTurn({ sight }: Standing, moment: Answer, order: Order, than: Answer): Verdict {
  const { waits } = than;
  if (moment.known === null || than.known === null) return { holds: false, waits };
  const byInstant =
    precisionOf(moment) === 'instant' && precisionOf(than) === 'instant' && (order === 'before' || order === 'after');
  if (byInstant) return { holds: compares[order](Number(moment.known), Number(than.known)), waits };
  return { holds: compares[order](asDay(sight, moment) ?? '', asDay(sight, than) ?? ''), waits };
}

/** Both ends inside. It waits while the later end is ahead; one that ends with a day, until that day is over; one that ends now has ended. */
function inWindow(asking: Standing, moment: Answer, { duration, side, anchor }: Window): Verdict {
  const { sight } = asking;
  const start = sight.reader.moment(asking, anchor);
  const { waits } = start;
  if (start.known === null) return { holds: false, waits };
  // Calendar days go by local dates, whatever stands on either side.
  const byDay = precisionOf(moment) === 'day' || precisionOf(start) === 'day' || duration.unit === 'calendar days';
  const near = byDay ? asDay(sight, start) : Number(start.known);
  const far = byDay
    ? dayDeadline(sight.clock, asDay(sight, start) ?? '', duration, side)
    : deadline(sight.clock, Number(start.known), duration, side);
  const [first, last] = side === 'after' ? [near, far] : [far, near];
  const at = byDay ? asDay(sight, moment) : moment.known;
  const endsNow = side === 'before' && anchor.moment === 'now';
  const open = !endsNow && last !== null && (typeof last === 'number' ? last > sight.asOf : last >= sight.asOfDay);
  const holds = at !== null && first !== null && last !== null && first <= at && at <= last;
  return { holds, waits: waits || open };
}

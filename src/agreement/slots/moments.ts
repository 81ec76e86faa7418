import {
  edgeGrains,
  orders,
  type Beyond,
  type Edge,
  type Moment,
  type Order,
  type Value,
  type Window,
} from '../../values/tree.ts';
import { isDay } from '../day.ts';
import { isMoment } from '../moment-fits.ts';
import { andThen, anotherValue, readWords, reading, type Asking, type Reading } from '../reading.ts';
import { sayMoment, sayWindow } from '../tree-in-words.ts';
import { readDuration } from './durations.ts';
import type { Slot } from './slot.ts';

export const moment: Slot<Moment> = {
  means:
    "a moment: a field such as `created`, `its first touch's completed`, `entered Proposal`, `the start of the month of created`, `the later of created and closed`, a day such as `2026-01-31`, or `now`",
  read: (asking, from) => {
    const now = readWords(asking, from, ['now']);
    const told = asking.told(asking, from).map((found): Reading<Moment> => ({
      ...found,
      value: { moment: 'told', told: found.value },
    }));
    const made = [...readEdge(asking, from), ...readBeyond(asking, from)];
    return [
      ...told,
      ...made,
      ...madeOfTwo(asking, [...told, ...made]),
      ...readDay(asking, from),
      ...(now === null ? [] : [reading<Moment>({ moment: 'now' }, now)]),
    ];
  },
  say: sayMoment,
};

/** `within 2 business days of assigned`. */
export const window: Slot<Window> = {
  means: 'a stretch of time beside a moment: `within 2 business days of assigned`',
  read: (asking, from) => {
    const next = readWords(asking, from, ['within']);
    if (next === null) return [];
    return andThen(readDuration(asking, next), (duration, afterDuration) =>
      sides.flatMap(([word, side]) => {
        const afterSide = readWords(asking, afterDuration, [word]);
        if (afterSide === null) return [];
        return andThen(moment.read(asking, afterSide), (anchor, end) => [reading({ duration, side, anchor }, end)]);
      }),
    );
  },
  say: sayWindow,
};

export const order: Slot<Order> = {
  means:
    '`before` and `after`, to the second where both are instants; `on`, `on or before` and `on or after`, by local dates also between two instants: `on or before created` takes in that whole day',
  read: (asking, from) =>
    orders.flatMap((word) => {
      const next = readWords(asking, from, word.split(' '));
      return next === null ? [] : [reading(word, next)];
    }),
  say: (filled) => filled,
};

const sides = [
  ['of', 'after'],
  ['after', 'after'],
  ['before', 'before'],
] as const;

function readDay(asking: Asking, from: number): Reading<Moment>[] {
  const token = asking.tokens[from];
  if (token?.is !== 'day') return [];
  const misfits = isDay(token.text) ? [] : [{ from, to: from + 1, says: `there is no day ${token.text}`, fix: '' }];
  return [reading({ moment: 'day', day: token.text }, from + 1, misfits)];
}

/** Reads `the start of the month of closed`; `the period's end`, or `the end of the period`. */
export function readEdge(asking: Asking, from: number): Reading<Edge>[] {
  return (['start', 'end'] as const).flatMap((which) => {
    const ofPeriod =
      readWords(asking, from, ['the', 'period', "'s", which], anotherValue) ??
      readWords(asking, from, ['the', which, 'of', 'the', 'period'], anotherValue);
    const edges = edgeGrains.flatMap((grain) => {
      const next = readWords(asking, from, ['the', which, 'of', 'the', grain, 'of'], anotherValue);
      if (next === null) return [];
      return andThen(readMoment(asking, next), (of, end) => [reading<Edge>({ moment: 'edge', which, grain, of }, end)]);
    });
    return ofPeriod === null ? edges : [...edges, reading<Edge>({ moment: 'period', which }, ofPeriod)];
  });
}

/** Reads `the later of accepted and rejected`. */
export function readBeyond(asking: Asking, from: number): Reading<Beyond>[] {
  return (['later', 'earlier'] as const).flatMap((which) => {
    const start = readWords(asking, from, ['the', which, 'of'], anotherValue);
    if (start === null) return [];
    return andThen(readMoment(asking, start), (one, afterOne) => {
      const next = readWords(asking, afterOne, ['and']);
      if (next === null) return [];
      return andThen(readMoment(asking, next), (other, end) => [
        reading<Beyond>({ moment: 'beyond', which, one, other }, end),
      ]);
    });
  });
}

/** Reads what has to be a moment. */
function readMoment(asking: Asking, from: number): Reading<Moment>[] {
  return andThen(moment.read(asking, from), (found, end) => {
    const misfit = isMoment(found);
    return [reading(found, end, misfit ? [{ ...misfit, from, to: end }] : [])];
  });
}

/** A moment with a step is well understood, and still a sentence has no room for it. */
function madeOfTwo(asking: Asking, made: readonly Reading<Moment>[]): Reading<Moment>[] {
  const says = 'a moment that is made of two has no name yet';
  const fix = 'name it in vocabulary.yml, with "is the:", and say the name here';
  return made.flatMap((found) => {
    const first = valueOf(found.value);
    if (first === null) return [];
    return asking.step(asking, first, found.next).map((step) => ({
      ...step,
      value: found.value,
      bare: found.bare + step.bare,
      misfits: [{ from: found.next, to: step.next, says, fix }],
    }));
  });
}

/** A moment that may be the first part of a value. */
function valueOf(moment: Moment): Value | null {
  switch (moment.moment) {
    case 'told':
      return moment.told;
    case 'edge':
    case 'period':
      return { value: 'edge', edge: moment };
    case 'beyond':
      return { value: 'beyond', beyond: moment };
    default:
      return null;
  }
}

/** Every word of direction or comparison is backed by a fact of that direction. */
import { directionWords, type Direction } from '../locale/en/reading.ts';
import type { Facts } from '../statements/statement-kind.ts';

type Backed = (facts: Facts) => boolean;

const isOne =
  (name: string, ...of: readonly unknown[]): Backed =>
  (facts) =>
    name in facts && of.includes(facts[name]);

const anyOf =
  (...ways: readonly Backed[]): Backed =>
  (facts) =>
    ways.some((way) => way(facts));

/** A fact that is a number and lies so. */
const isNumber =
  (name: string, holds: (value: number) => boolean): Backed =>
  (facts) => {
    const fact = facts[name];
    return typeof fact === 'number' && holds(fact);
  };

/** Two facts that are numbers and lie so. */
const areNumbers =
  (one: string, other: string, holds: (one: number, other: number) => boolean): Backed =>
  (facts) => {
    const [first, second] = [facts[one], facts[other]];
    return typeof first === 'number' && typeof second === 'number' && holds(first, second);
  };

/** A fact that names a member. */
const isName =
  (name: string): Backed =>
  (facts) =>
    typeof facts[name] === 'string';

const changes: Backed = isOne('says', 'outside', 'run');
const positive = (value: number) => value > 0;

/** Facts that count what all, or none, are of. */
const wholes = ['judged', 'promises', 'periods', 'of', 'members'] as const;

/** What backs a word. A word that no fact can back has no way. */
export const backing: Readonly<Record<Direction, Backed>> = {
  more: anyOf(isOne('over', true), isOne('side', 'above'), isOne('more', true), isNumber('change', positive)),
  'taken away': (facts) => Object.entries(facts).some(([name, fact]) => name.startsWith('moved: ') && Number(fact) < 0),
  others: isOne('why', 'not countable'),
  'nearly equal': anyOf(isOne('nearly', true), isOne('says', 'little')),
  less: anyOf(
    isNumber('under', positive),
    isOne('over', false),
    isOne('side', 'below'),
    isOne('more', false),
    isNumber('change', (by) => by < 0),
  ),
  'more is asked': (facts) => isOne('way', 'at least')(facts) && isNumber('missing', positive)(facts),
  'less is asked': (facts) => isOne('way', 'at most')(facts) && isNumber('missing', positive)(facts),
  'at least': anyOf(isOne('way', 'at least'), isNumber('far', positive)),
  'at most': anyOf(isOne('way', 'at most'), (facts) => typeof facts['target'] === 'number'),
  better: isOne('better', true),
  worse: isOne('better', false),
  'neither better nor worse': isOne('better', null),
  'real change': (facts) => changes(facts) && isOne('better', null)(facts),
  usual: (facts) => typeof facts['says'] === 'string' && !changes(facts),
  kept: anyOf(
    isNumber('kept', () => true),
    isNumber('numerator', () => true),
    isOne('mark', 'kept'),
  ),
  slipping: anyOf(isNumber('slipping', positive), isOne('mark', 'slipping')),
  broken: anyOf(isNumber('broken', positive), isOne('mark', 'broken')),
  all: anyOf(
    areNumbers('under', 'records', (under, records) => under === records),
    areNumbers('kept', 'missed', (kept, missed) => kept === 0 || missed === 0),
    ...wholes.map((whole) => areNumbers('kept', whole, (kept, all) => kept === all)),
    isNumber('periods', positive),
  ),
  none: anyOf(
    areNumbers('kept', 'missed', (kept, missed) => kept === 0 || missed === 0),
    ...['kept', 'value', 'earlierValue', 'beforeValue', 'yearAgoValue', 'judged', 'count'].map((name) =>
      isNumber(name, (value) => value === 0),
    ),
    isOne('value', null),
    isOne('why', 'not known'),
  ),
  equal: anyOf(
    areNumbers('value', 'earlierValue', (value, earlier) => value === earlier),
    isOne('says', 'unmoved'),
    isNumber('apart', (apart) => apart === 0),
    isOne('same', true),
    isOne('nearly', true),
  ),
  half: isNumber('part', (part) => Math.abs(part - 0.5) < 0.005),
  double: isNumber('times', (times) => Math.abs(times - 2) < 0.05),
  'record high': anyOf(isOne('record', 'highest', 'high', 'most', 'longest'), isName('highest')),
  'record low': anyOf(isOne('record', 'lowest', 'low', 'least', 'fewest', 'shortest'), isName('lowest')),
  'largest part': anyOf(
    isNumber('part', (part) => part >= 0.5),
    isOne('largest', true),
  ),
  'smallest part': isOne('smallest', true),
  never: () => false,
};

/** The words of a text that claim a direction which no fact has. */
export function directionsWithoutFact(text: string, facts: Facts): string[] {
  const found: string[] = [];
  let left = text;
  for (const [words, direction] of directionWords) {
    left = left.replace(words, (said) => {
      if (!backing[direction](facts)) found.push(said);
      return ' ';
    });
  }
  return found;
}

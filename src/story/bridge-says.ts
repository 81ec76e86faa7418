import type { Bridge, BridgePeriod } from '../values/bridge.ts';
import type { Statement } from '../values/statement.ts';
import { knownPeriod, type Moved } from './bridge-steps.ts';
import { mostWords, wordsIn } from './count-words.ts';
import { periodWords } from './locale/en/forms.ts';
import { bridgeNotKnownWords, movementWords, notExplainedWords, wentWords } from './locale/en/bridge.ts';
import { atAllLengths } from './statements/statement-kind.ts';
import type { Subject } from './subject.ts';

/** So many movements are told in a title. */
const mostTold = 3;

/** The balance, as far as a sentence needs it. */
export type BalanceSubject = Pick<Subject, 'metric' | 'numbers' | 'today'>;

/**
 * How a balance went through a period, and the movements that moved it most: those up first, then those down, the largest first. It adds up what
 * was counted and tells no cause. Amounts of movements leave the unit to the change before them.
 */
export function bridgeSays(bridge: Bridge, period: BridgePeriod, subject: BalanceSubject): Statement {
  const called = periodWords({ ...period, name: period.period }, subject.today);
  const { title } = subject.metric;
  const known = knownPeriod(bridge, period);
  const about = { kind: 'bridge', subject: bridge.metric };
  if (!known) {
    const words = bridgeNotKnownWords(title, called);
    return atAllLengths({ ...about, facts: { period: period.period, change: null }, words }, words, title);
  }
  const { opening, closing } = known;
  const moving = known.moved.filter(({ amount }) => amount !== 0);
  const told = moving.toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount)).slice(0, mostTold);
  const say = (amount: number) => subject.numbers.sentence(Math.abs(amount));
  const went = {
    period: called,
    title,
    change: closing === opening ? '' : say(closing - opening),
    grew: closing > opening,
    closing: say(closing),
    others: told.length < moving.length,
  };
  const words = wentWords({
    ...went,
    up: told.filter(({ amount }) => amount > 0).map((one) => partWords(one, say)),
    down: told.filter(({ amount }) => amount < 0).map((one) => partWords(one, say)),
  });
  const facts = Object.fromEntries(
    told.map(({ movement, amount }) => [`moved: ${movement ?? notExplainedWords}`, amount]),
  );
  const short = wentWords({ ...went, up: [], down: [] });
  const said = {
    ...about,
    facts: { period: period.period, opening, closing, change: closing - opening, ...facts },
    words: wordsIn(words) > mostWords ? short : words,
  };
  return atAllLengths(said, short, '');
}

/** `483,000 opened`: the unit stands after the first blank of a spoken amount, and is told before. */
function partWords({ movement, amount }: Moved, say: (amount: number) => string): string {
  const [figures = ''] = say(amount).split(' ');
  return movementWords(figures, movement ?? notExplainedWords);
}

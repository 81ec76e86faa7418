import { marked } from './backed.ts';
import type { PublishedValue } from '../../values/value.ts';
import { streakBrief, streakWords, type Run } from '../locale/en/over-time.ts';
import { runOfMarks } from '../run-of-marks.ts';
import { calledIn, type Subject } from '../subject.ts';
import { claimOf } from './claims.ts';
import { lately } from './lately.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** So many alike are a run. */
const fewestInARow = 3;

/** What all of a run have in common: slipping and broken ones are both not kept. */
function calledRun(run: readonly PublishedValue[]): Run {
  const marks = new Set(run.map(({ mark: { mark } }) => mark));
  const [only] = marks;
  return marks.size > 1 || only === undefined || only === 'none' ? 'off' : only;
}

/** Whether what is said of the last twelve periods says it already: all of those that can be judged kept it, or none. */
function isSaid(subject: Subject): boolean {
  const facts = lately.facts(subject);
  return facts !== null && (facts['kept'] === 0 || facts['kept'] === facts['judged']);
}

/** How many periods in a row, the newest one among them, kept what was agreed, or did not. Marks are those that stand: each by what was agreed then. */
export const streak: StatementKind = {
  kind: 'streak',
  numbers: { periods: 'count' },
  directions: ({ run }) => marked(run === 'off' ? 'kept' : run),
  facts(subject) {
    const run = runOfMarks(subject);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.length < fewestInARow || isSaid(subject)) return null;
    const kept = last.mark.mark === 'kept' ? run.length : 0;
    return {
      run: calledRun(run),
      periods: run.length,
      kept,
      since: first.period,
      until: last.period,
      mark: last.mark.mark,
    };
  },
  words(facts, subject) {
    const first = subject.series.find(({ period }) => period === facts['since']);
    const since = first ? calledIn(subject, first) : '';
    return streakWords(text(facts, 'run') as Run, number(facts, 'periods'), subject.usual.grain, since);
  },
  brief: (facts, { usual }) => streakBrief(text(facts, 'run') as Run, number(facts, 'periods'), usual.grain),
  holds(facts, { series, latest }) {
    if (facts['kept'] !== (facts['run'] === 'kept' ? facts['periods'] : 0)) return false;
    let [periods, before] = [0, 'none'];
    for (const { period, from, mark } of series) {
      if (latest && from > latest.from) break;
      const fits =
        facts['run'] === 'off' ? mark.mark === 'slipping' || mark.mark === 'broken' : mark.mark === facts['run'];
      periods = fits ? periods + 1 : 0;
      if (period === facts['since'] && periods !== 1) return false;
      before = mark.mark;
    }
    return periods === facts['periods'] && before === facts['mark'] && latest?.period === facts['until'];
  },
  // Of what was not kept only the newest is known to be slipping or broken.
  claims(facts, subject) {
    const { series } = subject;
    const [since, until] = ['since', 'until'].map((name) => series.findIndex(({ period }) => period === facts[name]));
    const run = facts['run'] === 'off' ? [] : series.slice(since, until);
    return [
      ...run.flatMap(({ period }) => claimOf('mark', subject, period, text(facts, 'run'))),
      ...claimOf('mark', subject, facts['until'], text(facts, 'mark')),
    ];
  },
};

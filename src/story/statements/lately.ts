import { allOrNone } from './backed.ts';
import { briefest } from '../count-words.ts';
import { latelyBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { latelyWords } from '../locale/en/beside.ts';
import { runOfMarks } from '../run-of-marks.ts';
import { number, type StatementKind } from './statement-kind.ts';

const periods = 12;
const fewestJudged = 3;

/** How many of the last twelve periods kept it, the newest one included. A longer run of them is said by itself. */
export const lately: StatementKind = {
  kind: 'lately',
  numbers: { periods: 'count', judged: 'count', kept: 'count' },
  directions: ({ kept, judged }) => ['kept', ...allOrNone(kept, judged)],
  facts(subject) {
    const { series, latest, mark } = subject;
    if (!latest || mark.mark === 'none' || runOfMarks(subject).length > periods) return null;
    const until = series.indexOf(latest) + 1;
    const marks = series.slice(Math.max(0, until - periods), until).map((value) => value.mark.mark);
    const judged = marks.filter((word) => word !== 'none').length;
    if (judged < fewestJudged) return null;
    return {
      until: latest.period,
      periods: marks.length,
      judged,
      kept: marks.filter((word) => word === 'kept').length,
    };
  },
  words: (facts, { latest }) =>
    latelyWords(number(facts, 'kept'), number(facts, 'judged'), number(facts, 'periods'), latest?.grain ?? 'month'),
  brief: (facts, { latest }) =>
    briefest(
      latelyBrief(number(facts, 'kept'), number(facts, 'judged'), number(facts, 'periods'), latest?.grain ?? 'month'),
    ),
  holds(facts, { series }) {
    let [seen, judged, kept, counting] = [0, 0, 0, false];
    for (const value of series.toReversed()) {
      counting ||= value.period === facts['until'];
      if (!counting || seen === periods) continue;
      const { mark } = value.mark;
      seen += 1;
      judged += mark === 'none' ? 0 : 1;
      kept += mark === 'kept' ? 1 : 0;
    }
    return seen === facts['periods'] && judged === facts['judged'] && kept === facts['kept'];
  },
  // Of single periods it says only what all of them have in common; the newest has a mark.
  claims: (facts, subject) =>
    facts['kept'] === facts['judged'] ? claimOf('mark', subject, facts['until'], 'kept') : [],
};

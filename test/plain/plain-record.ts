/** A record that answers what the phrases ask of it, and whether it is of a term. */
import { alike, asDay, precisionOf } from './plain-answer.ts';
import { isWorkingDay, weekdayOf } from './plain-clock.ts';
import { inHorizon } from './plain-fields.ts';
import { liesAt, related } from './plain-related.ts';
import { answer, choiceField, literal, momentAnswer } from './plain-values.ts';
import { follow, termOf, type Reader, type Standing } from './plain-world.ts';
import { plainMeaningOf } from '../../src/agreement/plain-meaning-of.ts';
import type { PlainRecord, Verdict } from '../../src/values/plain.ts';
import { weekdays, type Condition } from '../../src/values/tree.ts';

export function plainRecord(at: Standing): PlainRecord {
  const { sight } = at;
  return {
    ask: (values, question) => {
      const answers = values.map((value) => answer(at, value));
      const known = alike(sight, answers).filter((one) => one !== null);
      return { holds: known.length === values.length && question(...known), waits: answers.some((one) => one.waits) };
    },
    known: (value) => {
      const { known, waits } = answer(at, value);
      return { holds: known !== null, waits };
    },
    literal: (one) => literal(at, one).known ?? Number.NaN,
    rank: (value, choice) => {
      const of = choiceField(at, value);
      const order = sight.world.agreement.orders.find(({ fields }) =>
        fields.some(({ kind, field }) => kind === of?.kind && field === of.field),
      );
      const place = order?.choices.indexOf(String(choice)) ?? -1;
      return place < 0 ? null : place;
    },
    happened: (moment) => {
      const found = momentAnswer(at, moment);
      const isPlan = found.type.is === 'moment' && found.type.may === 'be a plan';
      const isHere =
        precisionOf(found) === 'day' ? String(found.known) <= sight.asOfDay : Number(found.known) <= sight.asOf;
      return { holds: found.known !== null && (!isPlan || isHere) && inHorizon(sight, found), waits: found.waits };
    },
    lies: (moment, when) => liesAt(at, momentAnswer(at, moment), when),
    fallsOn: (moment, days) => {
      const found = momentAnswer(at, moment);
      const day = asDay(sight, found);
      if (day === null) return { holds: false, waits: found.waits };
      const holds =
        days === 'a working day'
          ? isWorkingDay(sight.clock, day)
          : days.some((one) => weekdays[weekdayOf(day) - 1] === one);
      return { holds, waits: found.waits };
    },
    count: (records) => {
      const found = related(at, records);
      return { number: found.records.length, waits: found.waits };
    },
    isA: (links, term) => {
      const other = follow(at, links);
      const verdict = isOfTerm(other, term);
      return { holds: other.row !== null && verdict.holds, waits: verdict.waits };
    },
    found: (links) => ({ holds: follow(at, links).row !== null, waits: false }),
  };
}

const all = (verdicts: readonly Verdict[]): Verdict => ({
  holds: verdicts.every((one) => one.holds),
  waits: verdicts.some((one) => one.waits),
});

/** Whether conditions hold of a record. Together they wait as soon as one of them does. */
export const allHold = (at: Standing, conditions: readonly Condition[]): Verdict =>
  all(conditions.map((condition) => plainMeaningOf(plainRecord(at), condition)));

/** That none of them holds. */
export function noneHolds(at: Standing, conditions: readonly Condition[]): Verdict {
  const verdicts = conditions.map((condition) => plainMeaningOf(plainRecord(at), condition));
  return { holds: !verdicts.some((one) => one.holds), waits: verdicts.some((one) => one.waits) };
}

export const plainReader: Reader = { allHold, isOfTerm, moment: momentAnswer };

/** Whether a record is of a term: of the one that it narrows, with all that it says, and nothing that it excepts. */
export function isOfTerm(at: Standing, name: string): Verdict {
  const { isA, where, exceptWhen } = termOf(at.sight.world, name);
  const above = isA === null ? [] : [isOfTerm(at, isA)];
  return belongs([...above, ...where.map((one) => allHold(at, [one])), noneHolds(at, exceptWhen)]);
}

/** All hold. What fails one of them for good does not wait for the others. */
export const belongs = (verdicts: readonly Verdict[]): Verdict => ({
  holds: verdicts.every((one) => one.holds),
  waits: verdicts.some((one) => one.waits) && verdicts.every((one) => one.holds || one.waits),
});

import { briefest } from '../count-words.ts';
import { closingBrief, openBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { closingWords, openWords } from '../locale/en/beside.ts';
import { calledIn, type Subject } from '../subject.ts';
import { workingDayAfter } from '../working-days.ts';
import { text, type StatementKind } from './statement-kind.ts';

function closesOn({ latest, agreement }: Subject): string | null {
  const calendar = agreement.calendars.find(({ slug }) => slug === agreement.company.calendar);
  return latest && calendar ? workingDayAfter(calendar, latest.to, agreement.company.closesAfterWorkingDays) : null;
}

/**
 * That the newest period's books are still open, and until when. Where other data is of a later day and that day has passed, they stay open until newer
 * data comes: then it is said of which day the data is.
 */
export const closing: StatementKind = {
  kind: 'closing',
  numbers: {},
  directions: () => [],
  facts(subject) {
    const closes = closesOn(subject);
    return subject.latest && closes && subject.today <= closes && subject.latest.grain !== 'all'
      ? { period: subject.latest.period, closes, ...(closes < subject.newest ? { dataOf: subject.today } : {}) }
      : null;
  },
  words(facts, subject) {
    const period = subject.latest ? calledIn(subject, subject.latest) : '';
    return 'dataOf' in facts ? openWords(period, text(facts, 'dataOf')) : closingWords(period, text(facts, 'closes'));
  },
  brief: (facts) =>
    briefest('dataOf' in facts ? openBrief(text(facts, 'dataOf')) : closingBrief(text(facts, 'closes'))),
  holds: (facts, subject) =>
    facts['closes'] === closesOn(subject) &&
    subject.today <= text(facts, 'closes') &&
    (facts['dataOf'] ?? null) === (subject.newest > text(facts, 'closes') ? subject.today : null),
  claims: (facts, subject) => claimOf('closed', subject, facts['period'], false),
};

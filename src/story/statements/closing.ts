import { briefest } from '../count-words.ts';
import { closingBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { closingWords } from '../locale/en/beside.ts';
import { calledIn, type Subject } from '../subject.ts';
import { workingDayAfter } from '../working-days.ts';
import { text, type StatementKind } from './statement-kind.ts';

function closesOn({ latest, agreement }: Subject): string | null {
  const calendar = agreement.calendars.find(({ slug }) => slug === agreement.company.calendar);
  return latest && calendar ? workingDayAfter(calendar, latest.to, agreement.company.closesAfterWorkingDays) : null;
}

/** That the newest period's books are still open, and until when. */
export const closing: StatementKind = {
  kind: 'closing',
  numbers: {},
  directions: () => [],
  facts(subject) {
    const closes = closesOn(subject);
    return subject.latest && closes && subject.today <= closes && subject.latest.grain !== 'all'
      ? { period: subject.latest.period, closes }
      : null;
  },
  words: (facts, subject) =>
    closingWords(subject.latest ? calledIn(subject, subject.latest) : '', text(facts, 'closes')),
  brief: (facts) => briefest(closingBrief(text(facts, 'closes'))),
  holds: (facts, subject) => facts['closes'] === closesOn(subject) && subject.today <= text(facts, 'closes'),
  claims: (facts, subject) => claimOf('closed', subject, facts['period'], false),
};

import { dayWords, periodWords } from '../story/locale/en/forms.ts';
import { localDay } from '../story/subject.ts';
import type { Edition } from '../values/edition.ts';
import { closings, type Closing } from './closing.ts';

/** Which months can still change, and until when: 'October closed on 6 November. November closes on 7 December.' '' where no calendar tells. */
export function closingWords({ agreement, asOf }: Edition): string {
  const today = localDay(asOf, agreement.company.timeZone);
  return closings(agreement, today)
    .map((closing) => sentenceOf(closing, today))
    .join(' ');
}

function sentenceOf({ from, to, closes, closed }: Closing, today: string): string {
  if (closes === null) return '';
  const month = periodWords({ grain: 'month', name: from.slice(0, 7), from, to }, today);
  return `${month} ${closed ? 'closed' : 'closes'} on ${dayWords(closes)}.`;
}

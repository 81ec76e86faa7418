/** Of which day what the first page shows is: most of one, some files may lag. */
import { localDay } from '../story/subject.ts';
import type { Metric } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';
import type { Day } from '../values/period.ts';
import { dayName, lagWords } from '../story/locale/en/fresh.ts';

/** Files of one older day, and the numbers that are no newer. */
export interface Lag {
  readonly day: Day;
  readonly files: readonly string[];
  readonly metrics: readonly Metric[];
  /** `OpportunityContactRole.csv is of Friday, 6 November, so these are too:` */
  readonly words: string;
}

/** Which files lag behind the day of the newest, oldest first; a file that no number reads is left to the page about the data. */
export function lagsOf({ agreement, account, metrics }: Edition): Lag[] {
  const dayOf = (instant: number) => localDay(instant, agreement.company.timeZone);
  const dated = account.files.flatMap(({ file, asOf }) => (asOf === null ? [] : [{ file, day: dayOf(asOf) }]));
  const newest = dated.reduce((latest, { day }) => (day > latest ? day : latest), '');
  const lagging = Map.groupBy(
    dated.filter(({ day }) => day < newest),
    ({ day }) => day,
  );
  return [...lagging]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([day, of]): Lag[] => {
      const files = of.map(({ file }) => file);
      const reading = metrics.filter(({ reading: { asOf } }) => asOf !== null && dayOf(asOf) === day);
      const lag = { day, files, metrics: reading.map(({ metric }) => metric) };
      return reading.length > 0 ? [{ ...lag, words: lagWords(files, dayName(day), dayName(newest)) }] : [];
    });
}

/** Whom a promise says to pause, as a list that lead routing can read as a file, and the agreement's rule in words. */
import { withArticle } from '../agreement/plural.ts';
import { capital, tie } from '../story/locale/en/forms.ts';
import { fullPeriodWords, notKnown, ofWords } from '../story/locale/en/charts.ts';
import { numbersOf } from '../story/numbers.ts';
import { pausedOf } from '../story/paused.ts';
import { periodOf } from '../story/subject.ts';
import { isOfRecords } from '../story/traits.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { PauseRule } from '../values/parties.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { PublishedValue } from '../values/value.ts';
import { apiRow, apiUnits, type ApiRow } from './api-row.ts';
import { csvOf } from './csv.ts';

/** What was agreed, for the page: whom it pauses, and what ends the pause. */
export function pauseSentences({ grain, said }: PauseRule, counted: string): string[] {
  return [
    `Agreed: ${withArticle(said)} gets no new ${counted}.`,
    `A complete ${grain} that is not below, or has fewer than ten records to judge by, ends the pause.`,
  ];
}

/** How a member did in one period, with the counts that a share is made of: `2024: 9.1%, 1 of 11`. */
export function pausedPeriod(row: PublishedValue, metric: Metric, agreement: Agreement): string {
  const { value, numerator, denominator } = row;
  const counts = isOfRecords(metric) && numerator !== null && denominator !== null;
  const said = value === null ? notKnown : numbersOf(metric, agreement).exact(value);
  return `${capital(fullPeriodWords(periodOf(row)))}: ${said}${counts ? `, ${tie(ofWords(numerator, denominator))}` : ''}`;
}

/** `api/paused/SLUG.json`. */
export function pauseFile({ agreement }: Pick<Edition, 'agreement'>, one: MetricEdition) {
  const rule = one.metric.promise?.pause;
  const units = apiUnits(one.metric, agreement);
  return {
    slug: one.metric.slug,
    title: one.metric.title,
    rule: rule?.said ?? '',
    dimension: rule?.dimension ?? '',
    paused: (pausedOf(one) ?? []).map(({ member, since, periods }) => ({
      member,
      since,
      periods: periods.map((row) => partsOf(apiRow(row, units))),
    })),
  };
}

const partsOf = ({ period, from, to, value, numerator, denominator, records }: ApiRow) => ({
  period, from, to, value, numerator, denominator, records,
}); // prettier-ignore

/** The columns of `SLUG.csv`: one line for each who is to be paused; what has several periods holds them in order, with blanks between. */
const pauseColumns = ['member', 'since', 'periods', 'values', 'numerators', 'denominators', 'records'] as const;

/** `api/paused/SLUG.csv`. */
export function pauseTable(edition: Pick<Edition, 'agreement'>, one: MetricEdition): string {
  return csvOf(
    pauseColumns,
    pauseFile(edition, one).paused.map(({ member, since, periods }) => {
      const all = (part: keyof (typeof periods)[number]) => periods.map((row) => row[part] ?? '').join(' ');
      return [member, since, all('period'), all('value'), all('numerator'), all('denominator'), all('records')];
    }),
  );
}

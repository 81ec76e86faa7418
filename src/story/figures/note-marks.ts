import type { NoteMark } from '../../values/figure.ts';
import { reportingGrain } from '../../values/reporting-grain.ts';
import type { PublishedValue } from '../../values/value.ts';
import { noteSays } from '../locale/en/figures.ts';
import type { Subject } from '../subject.ts';
import { lookBack } from './look-back.ts';

type Remark = Subject['agreement']['notes'][number];

/**
 * The remarks on a metric, or on all, oldest first; what was noted on one day stands by its name. Minutes of a review that name no metric are about the
 * meeting and mark no chart.
 */
const remarksOn = ({ agreement, metric }: Subject): Remark[] =>
  agreement.notes
    .filter(({ metrics, review }) => (metrics.length === 0 ? !review : metrics.includes(metric.slug)))
    .toSorted((one, other) => (one.on === other.on ? (one.slug < other.slug ? -1 : 1) : one.on < other.on ? -1 : 1));

const within = (rows: readonly { readonly from: string; readonly to: string }[]) => {
  const [first, last] = [rows[0]?.from, rows.at(-1)?.to];
  return ({ on }: Remark) => first !== undefined && last !== undefined && first <= on && on <= last;
};

/** What the chart at the grain that pages report shows is numbered first: a remark has one number in all drawings of a metric. */
function numbered(subject: Subject): Remark[] {
  const grain = reportingGrain(subject.metric);
  const reported = subject.values
    .filter((row) => row.grain === grain && row.dimension === '' && row.status !== 'ahead')
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .slice(-lookBack[grain]);
  const [first, later] = [within(reported), remarksOn(subject)];
  return [...later.filter(first), ...later.filter((remark) => !first(remark))];
}

/** The remarks whose day lies in the stretch that is drawn, oldest first. */
export function noteMarks(subject: Subject, rows: readonly PublishedValue[]): NoteMark[] {
  const numbers = numbered(subject);
  return remarksOn(subject)
    .filter(within(rows))
    .map((remark) => ({
      number: numbers.indexOf(remark) + 1,
      on: remark.on,
      says: noteSays(remark.on, remark.title),
    }));
}

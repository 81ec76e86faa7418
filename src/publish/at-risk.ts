/** What a page says of the records that need somebody's hand, as far as it can be proved. */
import { asThingsStand, countAtRisk } from '../story/at-risk.ts';
import { checkListStatement } from '../story/check/check-list.ts';
import { atRisk } from '../story/lists/at-risk.ts';
import { stateOf, type Listing } from '../story/lists/list-kind.ts';
import { asOfDay } from '../story/locale/en/at-risk.ts';
import { longDay } from '../story/locale/en/forms.ts';
import { agreedOrder } from '../story/member-order.ts';
import { lastNouns, localDay } from '../story/subject.ts';
import type { CaseList } from '../values/cases.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import type { PublishedValue } from '../values/value.ts';
import { isOff } from './headline.ts';
import { subjectFor } from './materials.ts';
import { isChanged, type TrendRow } from './trend-rows.ts';

export interface RiskParts {
  /** `stage`. */
  readonly dimension: string;
  /** In the agreed order; `of` how many of each part there are, null for a count. */
  readonly rows: readonly { readonly member: string; readonly count: number; readonly of: number | null }[];
}

/** One way in which records are at risk. */
export interface RiskTold {
  readonly one: MetricEdition;
  /** How many, as things stand; null: not known. */
  readonly count: number | null;
  /** The same as a sentence. */
  readonly says: Statement | null;
  /** `As of 9 November 2026`; '' where nobody knows. */
  readonly asOf: string;
  /** Where they are, by choices of an agreed order such as the stages; null where the number is not parted so. */
  readonly where: RiskParts | null;
  /** Which they are; null in the company's edition. */
  readonly list: CaseList | null;
}

export interface AtRiskTold {
  /** All of them in a sentence, as far as it can hold them; null: there are none, or it is not certain. */
  readonly title: Statement | null;
  /** What the title could not hold. */
  readonly more: Statement | null;
  readonly risks: readonly RiskTold[];
}

/** What is at risk among the numbers of a page: what really turned for the worse first, then what is off, then by how many there are. */
export function atRiskTold(edition: Edition, rows: readonly TrendRow[], subject: string): AtRiskTold {
  const risks = rows
    .filter(({ one: { metric } }) => metric.atRisk !== null && metric.missing.length === 0)
    .map((row) => ({ row, risk: riskOf(edition, row.one) }))
    .toSorted((one, other) => urgency(one.row) - urgency(other.row) || (other.risk.count ?? 0) - (one.risk.count ?? 0))
    .map(({ risk }) => risk);
  const listing = listingOf(edition, subject, risks.map(({ one }) => one)); // prettier-ignore
  return { title: said(edition, listing, 'first'), more: said(edition, listing, 'more'), risks };
}

const urgency = (row: TrendRow): number => {
  if (isChanged(row) && row.trend.change.better === false) return 0;
  return isOff(row.one) ? 1 : 2;
};

function riskOf(edition: Edition, one: MetricEdition): RiskTold {
  const { metric, values, reading } = one;
  const row = asThingsStand(metric, values);
  const { timeZone } = edition.agreement.company;
  return {
    one,
    count: row && countAtRisk(metric, row),
    says: said(edition, listingOf(edition, metric.slug, [one]), 'first'),
    asOf: reading.asOf === null ? '' : asOfDay(longDay(localDay(reading.asOf, timeZone))),
    where: row && partsOf(edition, one, row),
    list: edition.cases.find((list) => list.metric === metric.slug && list.period === row?.period) ?? null,
  };
}

/** By choices of an agreed order only: of teams and people nobody is told to have the most. */
function partsOf(edition: Edition, { metric, values }: MetricEdition, now: PublishedValue): RiskParts | null {
  const { agreement, catalogue } = edition;
  const breakdown = metric.breakdowns.find(({ cut }) => {
    return cut.cut === 'value' && !cut.path.figure && agreedOrder({ cut }, agreement, catalogue).length > 0;
  });
  if (!breakdown) return null;
  const { dimension } = breakdown;
  const members = values.filter((value) => {
    return (
      value.dimension === dimension && value.grain === now.grain && value.period === now.period && value.records > 0
    );
  });
  const rows = members.map((value) => {
    return { member: value.member, count: countAtRisk(metric, value) ?? 0, of: value.denominator };
  });
  return rows.length > 1 ? { dimension, rows } : null;
}

const listingOf = (edition: Edition, subject: string, ones: readonly MetricEdition[]): Listing => ({
  subject,
  whose: 'these',
  team: '',
  numbers: [],
  risks: ones.map((one) => ({ metric: one.metric, values: one.values, nouns: lastNouns(subjectFor(edition, one)) })),
});

/** A sentence that its check finds true and well written. */
function said({ agreement }: Edition, listing: Listing, about: 'first' | 'more'): Statement | null {
  const statement = stateOf(atRisk, listing, about);
  return statement && checkListStatement(statement, listing, agreement).length === 0 ? statement : null;
}

/** Every sentence of it, for whoever wants to hold them against the values. */
export const saidAtRisk = (told: AtRiskTold | null): Statement[] =>
  [told?.more ?? null, ...(told?.risks ?? []).map(({ says }) => says)].filter((statement) => statement !== null);

/** What the page of partners shows partner by partner: what each kept of its promises, and what became of its leads. By name: nobody is ranked. */
import { marksFigure } from '../story/figures/marks-figure.ts';
import { kindOfPath } from '../story/kind-of-path.ts';
import { notKnown, ofWords, outcomeLabels } from '../story/locale/en/charts.ts';
import { capital, plainNumber, sentence } from '../story/locale/en/forms.ts';
import { partnersPage as en } from '../story/locale/en/promises.ts';
import { fewest, judgedFrom } from '../story/mark-of.ts';
import { outcomeSense, wellAndIll } from '../story/outcome-sense.ts';
import { paused } from '../story/statements/paused.ts';
import { comparedWords, type Subject } from '../story/subject.ts';
import { isOfRecords } from '../story/traits.ts';
import { notRecorded, theRest } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { MarksFigure } from '../values/figure-marks.ts';
import type { Grain } from '../values/period.ts';
import { reportingGrain } from '../values/reporting-grain.ts';
import type { Statement } from '../values/statement.ts';
import type { Mark, PublishedValue } from '../values/value.ts';
import { subjectFor } from './materials.ts';
import { saidOf } from './said-of.ts';

/** The kind of record that a partner is, and the party that promises. */
const partner = 'partner';
const partners = 'partners';

/** So many periods make a partner's record. */
const lookBack = 5;

/** One partner's row under a promise. */
export interface PartnerRow {
  readonly member: string;
  readonly figure: MarksFigure;
  /** Of the newest period that is over. */
  readonly mark: Mark;
  readonly last: Counts | null;
  readonly soFar: Counts | null;
}

export interface Counts {
  readonly well: string;
  readonly ill: string;
  readonly waiting: string;
}

/** A promise of partners, partner by partner. */
export interface PartnerPromise {
  readonly one: MetricEdition;
  /** `2023 to 2025`. */
  readonly stretch: string;
  /** `2025`, and `2026, so far`; '' where nothing is over, or nothing runs. */
  readonly last: string;
  readonly soFar: string;
  readonly labels: { readonly kept: string; readonly missed: string; readonly waiting: string };
  readonly rows: readonly PartnerRow[];
}

export interface LeadsColumn {
  readonly one: MetricEdition;
  readonly period: string;
}

export interface LeadsRow {
  readonly member: string;
  readonly isWhole: boolean;
  readonly cells: readonly { readonly value: string; readonly few: boolean }[];
}

/** What became of the leads of each partner, number beside number. */
export interface LeadsTable {
  readonly columns: readonly LeadsColumn[];
  readonly rows: readonly LeadsRow[];
}

/** By which breakdown a metric parts by partner: that of its rule of pausing, else one by what a partner is called; '' for none. */
export function partnerDimension({ metric }: Pick<MetricEdition, 'metric'>, { catalogue }: Pick<Edition, 'catalogue'>) {
  const byPartner = metric.breakdowns.find(
    ({ cut, clauseOf }) => clauseOf === null && cut.cut === 'value' && kindOfPath(cut.path, catalogue) === partner,
  );
  return metric.promise?.pause?.dimension ?? byPartner?.dimension ?? '';
}

/** A partner's leads are few: they are told of by the year, or by what the rule of pausing asks for. */
function grainOf({ metric, values }: MetricEdition, dimension: string): Grain {
  const hasYears = values.some((row) => row.grain === 'year' && row.dimension === dimension);
  return metric.promise?.pause?.grain ?? (hasYears ? 'year' : reportingGrain(metric));
}

/** The periods of the whole that are over, and the one that runs; oldest first, none before the first record. */
function periodsOf({ values }: MetricEdition, grain: Grain) {
  const wholes = values
    .filter((row) => row.grain === grain && row.dimension === '' && row.records > 0)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const over = wholes.filter(({ status }) => status !== 'so far' && status !== 'ahead').slice(-lookBack);
  return { over, running: wholes.findLast(({ status }) => status === 'so far') ?? null };
}

/** By name, and last what names no partner. */
function membersOf({ values }: MetricEdition, dimension: string, periods: readonly PublishedValue[]): string[] {
  const shown = new Set(periods.map(({ period }) => period));
  const own = values.filter((row) => row.dimension === dimension && shown.has(row.period) && row.records > 0);
  const place = (member: string) => (member === notRecorded ? 2 : member === theRest ? 1 : 0);
  return [...new Set(own.map(({ member }) => member))].toSorted(
    (one, other) => place(one) - place(other) || (one < other ? -1 : 1),
  );
}

/** A member's row in a period; one without a record where it got nothing. */
function rowIn(values: readonly PublishedValue[], whole: PublishedValue, dimension: string, member: string) {
  const own = values.find(
    (row) =>
      row.dimension === dimension && row.member === member && row.grain === whole.grain && row.period === whole.period,
  );
  const nothing = { value: null, numerator: 0, denominator: 0, waiting: 0, records: 0, low: null, high: null } as const;
  const mark: Mark = { mark: 'none', why: 'not known' };
  return own ?? { ...whole, ...nothing, dimension, member, mark, fixed: null };
}

function countsOf({ metric }: Subject, { numerator, denominator, waiting }: PublishedValue): Counts {
  const { well, ill } = wellAndIll(metric, numerator ?? 0, denominator ?? 0);
  return { well: plainNumber(well), ill: plainNumber(ill), waiting: plainNumber(waiting) };
}

function partnerPromise(edition: Edition, one: MetricEdition): PartnerPromise[] {
  const dimension = partnerDimension(one, edition);
  const subject = subjectFor(edition, one);
  const { over, running } = periodsOf(one, grainOf(one, dimension));
  const members = membersOf(one, dimension, running ? [...over, running] : over);
  if (!isOfRecords(one.metric) || dimension === '' || members.length === 0) return [];
  const [first, last] = [over[0], over.at(-1)];
  const called = (row: PublishedValue | null | undefined) => (row ? capital(comparedWords(subject, row)) : '');
  const rows = members.map((member): PartnerRow => {
    const own = over.map((whole) => rowIn(one.values, whole, dimension, member));
    const figure = marksFigure(subject, own, '');
    return {
      member,
      figure: { ...figure, title: `${member}. ${figure.title}`, description: recordWords(figure) },
      mark: own.at(-1)?.mark ?? { mark: 'none', why: 'too early' },
      last: last ? countsOf(subject, rowIn(one.values, last, dimension, member)) : null,
      soFar: running ? countsOf(subject, rowIn(one.values, running, dimension, member)) : null,
    };
  });
  return [
    {
      one,
      stretch: first && first !== last ? en.stretch(called(first), called(last)) : called(last),
      last: called(last),
      soFar: called(running),
      labels: outcomeLabels[outcomeSense(one.metric)],
      rows,
    },
  ];
}

const recordWords = ({ marks }: MarksFigure) => sentence(marks.map(({ says }) => says).join('; '));

/** The promises in which partners are a party, each partner by partner; first those that say whom to pause. */
export const partnerPromises = (edition: Edition, metrics: readonly MetricEdition[]): PartnerPromise[] =>
  metrics
    .filter(({ metric: { promise } }) => promise && [...promise.by, ...promise.to].includes(partners))
    .toSorted((one, other) => Number(other.metric.promise?.pause != null) - Number(one.metric.promise?.pause != null))
    .flatMap((one) => partnerPromise(edition, one));

/** A number as the table has it: a share of records as its counts, so that nobody judges by few of them. */
function cellOf(subject: Subject, row: PublishedValue): LeadsRow['cells'][number] {
  const { metric, numbers } = subject;
  const { numerator, denominator, waiting } = row;
  const few = (judgedFrom(metric, row) ?? fewest) < fewest;
  const counts = isOfRecords(metric) && numerator !== null && denominator !== null;
  const said = counts ? ofWords(numerator, denominator) : row.value === null ? notKnown : numbers.short(row.value);
  const told = counts && denominator === 0 ? en.noRecords : said;
  return { value: waiting > 0 ? `${told}, ${en.waiting(plainNumber(waiting))}` : told, few };
}

/** All numbers of the page that are no promise and part by partner, in the newest period that is over and in the one that runs; null: none. */
export function partnerLeads(edition: Edition, metrics: readonly MetricEdition[]): LeadsTable | null {
  const columns = metrics
    .filter(({ metric }) => metric.promise === null && metric.missing.length === 0)
    .flatMap((one) => {
      const dimension = partnerDimension(one, edition);
      if (dimension === '') return [];
      const subject = subjectFor(edition, one);
      const { over, running } = periodsOf(one, grainOf(one, dimension));
      const shown = [over.at(-1), running].filter((row) => row !== null && row !== undefined);
      return shown.map((whole) => ({ one, whole, subject, dimension, period: capital(comparedWords(subject, whole)) }));
    });
  const members = new Set(columns.flatMap(({ one, whole, dimension }) => membersOf(one, dimension, [whole])));
  if (members.size === 0) return null;
  const place = (member: string) => (member === notRecorded ? 2 : member === theRest ? 1 : 0);
  const inOrder = [...members].toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
  return {
    columns: columns.map(({ one, period }) => ({ one, period })),
    rows: [
      ...inOrder.map((member) => ({
        member,
        isWhole: false,
        cells: columns.map(({ one, whole, subject, dimension }) =>
          cellOf(subject, rowIn(one.values, whole, dimension, member)),
        ),
      })),
      { member: en.all, isWhole: true, cells: columns.map(({ whole, subject }) => cellOf(subject, whole)) },
    ],
  };
}

/** Who is to be paused by the first promise that says whom to, or that nobody is; null where none says so. */
export function pauseFound(edition: Edition, pausing: readonly MetricEdition[]): Statement | null {
  const said = saidOf(edition);
  const found = pausing.map(({ metric }) => said(metric.slug, paused));
  return found.find((statement) => statement !== null) ?? null;
}

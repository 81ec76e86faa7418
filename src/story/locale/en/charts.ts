/** English: the words on charts, and what a chart says to who can’t see it. */
import {
  ordinals,
  tie,
  plainNumber,
  dayWords,
  longDay,
  monthAndYear,
  shortMonth,
  noDate,
  capital,
  sentence,
} from './forms.ts';
import type { Day, Period } from '../../../values/period.ts';
import type { OutcomeSense } from '../../outcome-sense.ts';

/** After what a chart or table is of, where its numbers stand without their unit: `, in business hours`. */
export const inUnit = (unit: string) => (unit ? `, in ${unit}` : '');

/** A period with its year, for places that stand alone. */
export function fullPeriodWords(period: Period): string {
  const [, year = '', quarter = ''] = /^FY(\d+)-Q(\d)$/.exec(period.name) ?? [];
  switch (period.grain) {
    case 'day':
      return longDay(period.from);
    case 'week':
      return `week of ${longDay(period.from)}`;
    case 'month':
      return monthAndYear(period.from);
    case 'quarter':
      return `${ordinals[Number(quarter) - 1]} quarter of ${year}`;
    case 'year':
      return period.name.replace(/^FY/, '');
    case 'all':
      return 'all time';
    case 'undated':
      return noDate;
  }
}

/** A period that runs, where it stands alone. */
export const stillRuns = (period: string) => `${period}, so far`;
/** Records of a kind that has no name for many. */
export const recordsOf = (kind: string) => `${kind} records`;

/** After the number of a period that runs: of what stands as it stood, and of what stays as it has begun. */
export const runningWords = { 'so far': ' so far', now: ' now', begun: '' } as const;
export const pointWords = (period: string, value: string, running: string) => `${capital(period)}: ${value}${running}`;
/** `tick`: how the chart's foot calls the period. */
export const soFarLabel = (value: string, stands: 'now' | 'begun' | null, tick: string) =>
  stands === 'begun' ? `${value} in ${tick}` : `${value}${runningWords[stands ?? 'so far']}`;
export const withinWords = (amount: number, unit: string) =>
  `within ${tie(`${amount} ${amount === 1 ? unit.replace(/s$/, '') : unit}`)}`;
export const usualLabel = 'usual range';
export const usualDescription = (range: string, outside: number, inRuns: number) =>
  sentence(
    `Usual range ${range}: ${plainNumber(outside)} outside it${inRuns > 0 ? `, ${plainNumber(inRuns)} inside it in long runs on one side of its middle` : ''}`,
  );
export const earlierWording = 'earlier wording';
export const thisWording = 'today’s wording';
export const sinceWords = (since: Day) => `since ${since.endsWith('-01') ? monthAndYear(since) : longDay(since)}`;

/** The same with its year wherever it stands. */
export function tickWithYear(grain: Period['grain'], from: Day, name: string): string {
  const [, fiscal = '', quarter = ''] = /^FY(\d+)-Q(\d)$/.exec(name) ?? [];
  if (grain === 'quarter') return `Q${quarter} ${fiscal}`;
  return grain === 'month' ? shortMonth(from, true) : axisTick(grain, from, name, false);
}

/** The foot of a chart: the year where it begins, months by name, quarters by number. */
export function axisTick(grain: Period['grain'], from: Day, name: string, now: boolean): string {
  const [year = '', month = ''] = from.split('-');
  if (grain === 'quarter') {
    const [, fiscal = '', quarter = ''] = /^FY(\d+)-Q(\d)$/.exec(name) ?? [];
    return quarter === '1' && !now ? `Q1 ${fiscal}` : `Q${quarter}`;
  }
  if (grain === 'year') return name.replace(/^FY/, '');
  if (grain === 'month') return shortMonth(from, month === '01' && !now);
  return month === '01' && !now ? `Jan ${year}` : dayWords(from);
}

interface Said {
  readonly period: string;
  readonly value: string;
}
interface Series {
  readonly measured: string;
  readonly first: string;
  readonly last: Said | null;
  readonly least: Said | null;
  readonly greatest: Said | null;
  readonly agreed: string;
}

/** Above the titles of a metric's charts. */
export const outcomesKicker = 'What became of them';
export const byDimension = (dimension: string) => `By ${dimension}`;
export const overTimeBy = (dimension: string) => `By ${dimension} over time`;
/** What opens a breakdown that is folded to its sentence. */
export const inFull = (dimension: string) => `Show every ${dimension}`;
export const overTimeKicker = (grain: Period['grain']) =>
  grain === 'all' ? 'How it stands' : `${capital(grain)} by ${grain}`;

/** What opens or leads to the table of a chart. */
export const numbersOfChart = 'The numbers of this chart';

/** What a chart over time says to who can't see it. */
export function describeSeries({ measured, first, last, least, greatest, agreed }: Series): string {
  const told = [
    measured,
    `From ${first} to ${last?.period ?? first}`,
    `least ${least?.value} (${least?.period}), greatest ${greatest?.value} (${greatest?.period}), last ${last?.value}`,
  ];
  return `${told[0]}. ${told[1]}: ${told[2]}${agreed ? `; ${agreed}` : ''}.`;
}

/** What became of a share's records, in the sense that its agreement gives it. */
export const outcomeLabels = {
  'in time': { kept: 'in time', missed: 'not in time', waiting: 'waiting' },
  kept: { kept: 'kept it', missed: 'missed it', waiting: 'waiting' },
  towards: { kept: 'part of it', missed: 'the rest', waiting: 'waiting' },
  against: { kept: 'the rest', missed: 'against it', waiting: 'waiting' },
} as const satisfies Record<OutcomeSense, OutcomeLabels>;
interface OutcomeLabels {
  readonly kept: string;
  readonly missed: string;
  readonly waiting: string;
}
export const outcomeWords = (period: string, kept: number, missed: number, waiting: number, labels: OutcomeLabels) =>
  `${capital(period)}: ${plainNumber(kept)} ${labels.kept}, ${plainNumber(missed)} ${labels.missed}${waiting > 0 ? `, ${plainNumber(waiting)} waiting` : ''}`;
export const outcomesDescription = (newest: string, labels: OutcomeLabels) =>
  `Columns by period: above the line ${labels.kept}, below the line ${labels.missed}, hollow what waits. ${newest}.`;
export const fewLabel = 'Too few to judge';
/** A member's name as the records have it. */
export const memberWords = (member: string) => member;
export const ofWords = (part: number, whole: number) => `${plainNumber(part)} of ${plainNumber(whole)}`;
export const rankedTitle = (title: string, dimension: string, period: string) =>
  sentence(`${title} by ${dimension} in ${period}`);

interface Member {
  readonly name: string;
  readonly label: string;
}
export const rankedDescription = (members: readonly Member[]) =>
  sentence(members.map(({ name, label }) => `${name} ${label}`).join('; '));
export const multiplesDescription = (members: readonly Member[]) =>
  `One line for each, over the last year, all on one scale. ${rankedDescription(members)}`;

export const notKnown = 'not known';
/** In a drawing that has nothing else to show. */
export const nothingKnown = 'Nothing is known yet.';

/** `agreed: at least 90%`; in charts `agreed: 90%`; `target: 3` where nobody promised it. */
export const agreedLabel = (level: string, way: 'at least' | 'at most' | null, promised: boolean) =>
  `${promised ? 'agreed' : 'target'}: ${way ? `${way} ` : ''}${level}`;

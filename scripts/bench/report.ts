/** What a run of the bench found, as data and in words. */
import { scannedPerPeriod, type Shape } from './statements.ts';

export interface MetricReport {
  readonly metric: string;
  readonly milliseconds: number;
  /** Of all metrics together. */
  readonly share: number;
  readonly values: number;
  /** Records that it counts in all time. */
  readonly records: number;
  readonly statements: readonly Shape[];
}

export interface TwinReport {
  readonly metric: string;
  readonly ours: number;
  readonly twin: number;
  readonly ratio: number;
  /** None where all values are the same. */
  readonly differences: readonly string[];
}

export interface BenchReport {
  readonly leads: number;
  /** Records of each kind. */
  readonly records: Readonly<Record<string, number>>;
  readonly seconds: { readonly written: number | null; readonly ingested: number | null; readonly measured: number };
  /** Seconds of the measuring that no metric took: calendar, indexes, writing the values. */
  readonly beside: number;
  readonly values: number;
  readonly peakMegabytes: number;
  readonly metrics: readonly MetricReport[];
  readonly twins: readonly TwinReport[];
}

/** A statement of a metric that took less of its time is not told. */
const worthTelling = 0.1;

/** Lines of text; `plans`: with the statements that took most of a metric's time, and how they were planned. */
export function inWords(report: BenchReport, plans: boolean): string {
  const { leads, seconds, metrics, twins } = report;
  const made = (word: string, time: number | null): string =>
    time === null ? `${word} before` : `${word} in ${seconds1(time)}`;
  return [
    `${number(leads)} leads: ${Object.entries(report.records)
      .map(([kind, count]) => `${number(count)} ${kind}`)
      .join(', ')}.`,
    `${made('written', seconds.written)}, ${made('ingested', seconds.ingested)}, measured in ${seconds1(seconds.measured)}: ` +
      `${number(metrics.length)} metrics, ${number(report.values)} values, ${seconds1(report.beside)} of it for calendar, indexes and writing; ` +
      `at most ${number(report.peakMegabytes)} MB of memory.`,
    '',
    ...metrics
      .toSorted((one, other) => other.milliseconds - one.milliseconds)
      .flatMap((metric) => metricLines(metric, plans)),
    ...faultLines(metrics),
    '',
    'Beside the same written by hand in SQL with good indexes:',
    ...twins.map(twinLine),
  ].join('\n');
}

function metricLines(
  { metric, milliseconds, share, values, records, statements }: MetricReport,
  plans: boolean,
): string[] {
  const times = statements.reduce((sum, one) => sum + one.times, 0);
  const line = `${cell(number(milliseconds), 8)} ms ${cell(`${Math.round(share * 100)}%`, 4)}  ${metric}: ${number(records)} records, ${number(values)} values, ${number(times)} statements`;
  const told = statements.filter(
    (one) => plans && one.milliseconds >= worthTelling * milliseconds && one.plan.length > 0,
  );
  return [line, ...told.flatMap(shapeLines)];
}

function shapeLines(shape: Shape): string[] {
  const scans = shape.scans.length === 0 ? '' : `, reads all of ${shape.scans.join(', ')}`;
  const head = `             ${number(shape.milliseconds)} ms, ${shape.times} times${scans}`;
  return [head, ...shape.plan.map((line) => `               ${line}`)];
}

/** Each metric that reads all records anew for each period. */
export function faultsIn(metrics: readonly MetricReport[]): string[] {
  return metrics.flatMap(({ metric, statements }) =>
    statements.flatMap((shape) =>
      scannedPerPeriod(shape).map((table) => `${metric} reads all of ${table} ${shape.times} times`),
    ),
  );
}

function faultLines(metrics: readonly MetricReport[]): string[] {
  const faults = faultsIn(metrics);
  return faults.length === 0
    ? ['', 'No metric reads all records anew for each period.']
    : ['', ...faults.map((one) => `FAULT: ${one}`)];
}

function twinLine({ metric, ours, twin, ratio, differences }: TwinReport): string {
  const same =
    differences.length === 0
      ? 'the same values'
      : `${number(differences.length)} values differ, such as ${differences[0]}`;
  return `${cell(ratio.toFixed(2), 6)} times  ${metric}: ${number(ours)} ms, by hand ${number(twin)} ms; ${same}`;
}

const number = (value: number): string => Math.round(value).toLocaleString('en-GB');
const seconds1 = (value: number): string => `${value.toFixed(1)} s`;
const cell = (text: string, width: number): string => text.padStart(width);

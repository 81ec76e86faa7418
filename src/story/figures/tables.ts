/** The numbers of a drawing as a table: every row is something that is drawn, every cell is said as the drawing says it. */
import type {
  BridgeStep,
  FigureTable,
  FunnelStep,
  Outcome,
  OutcomesFigure,
  Panel,
  RankedBar,
  SlopeFigure,
} from '../../values/figure.ts';
import type { PublishedValue } from '../../values/value.ts';
import { fullPeriodWords, memberWords, notKnown, fewLabel } from '../locale/en/charts.ts';
import * as en from '../locale/en/figures.ts';
import { capital, plainNumber } from '../locale/en/forms.ts';
import { markWord } from '../mark-words.ts';
import { countedSince } from '../same-count.ts';
import { levelsOf, periodOf, type Subject } from '../subject.ts';
import { levelOn } from '../wording-on.ts';

interface Column<Row> {
  readonly head: string;
  cell(row: Row): string;
}

/** Columns that say nothing in any row are left out, but for the first. */
function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): FigureTable {
  const told = columns.filter(({ cell }, index) => index === 0 || rows.some((row) => cell(row) !== en.nothing));
  return { head: told.map(({ head }) => head), rows: rows.map((row) => told.map(({ cell }) => cell(row))) };
}

const periodOfRow = (row: PublishedValue): string => capital(fullPeriodWords(periodOf(row)));

const sayIn = (subject: Subject, value: number | null): string =>
  value === null ? notKnown : subject.numbers.short(value, levelsOf(subject));

/** Whether a period's number can still change, and whether it was counted by an `old` wording. */
function stateOf({ status }: PublishedValue, old: boolean): string {
  const settled = status === 'complete' || status === 'waiting';
  const state = status === 'so far' ? en.states['so far'] : settled ? en.nothing : en.states.open;
  return [state, old ? en.states.old : en.nothing].filter((word) => word !== en.nothing).join(', ');
}

/** A number over time: each period with what was agreed, its mark, and whether it can still change. */
export function periodsTable(subject: Subject, rows: readonly PublishedValue[]): FigureTable {
  const { metric, numbers } = subject;
  const since = countedSince(metric);
  const agreed = (row: PublishedValue) => levelOn(metric, row.to, row.target);
  return tableOf(
    [
      { head: en.heads.period, cell: periodOfRow },
      { head: en.heads.value, cell: (row) => sayIn(subject, row.value) },
      {
        head: metric.promise ? en.heads.agreed : en.heads.target,
        cell: (row) => {
          const level = agreed(row);
          return level === null ? en.nothing : numbers.short(level);
        },
      },
      {
        head: en.heads.mark,
        cell: (row) => (row.status === 'so far' || row.mark.why === 'no target' ? en.nothing : markWord(row.mark)),
      },
      { head: en.heads.state, cell: (row) => stateOf(row, since !== null && row.from < since) },
    ],
    rows,
  );
}

/** What became of a share's records, period by period. */
export function outcomesTable(
  rows: readonly PublishedValue[],
  outcomes: readonly Outcome[],
  labels: OutcomesFigure['labels'],
): FigureTable {
  const both = outcomes.flatMap((outcome, index) => {
    const row = rows[index];
    return row ? [{ outcome, row }] : [];
  });
  const count = (name: 'kept' | 'missed' | 'waiting'): Column<(typeof both)[number]> => ({
    head: capital(labels[name]),
    cell: ({ outcome }) => plainNumber(outcome[name]),
  });
  const state = ({ outcome: { old }, row }: (typeof both)[number]) => stateOf(row, old);
  return tableOf(
    [
      { head: en.heads.period, cell: ({ row }) => periodOfRow(row) },
      count('kept'),
      count('missed'),
      count('waiting'),
      { head: en.heads.state, cell: state },
    ],
    both,
  );
}

/** The members of a breakdown. */
export function rankedTable(dimension: string, bars: readonly RankedBar[]): FigureTable {
  return tableOf(
    [
      { head: capital(dimension), cell: ({ name }) => name },
      { head: en.heads.value, cell: ({ label }) => label },
      { head: en.heads.counted, cell: ({ detail }) => detail },
      { head: en.heads.mark, cell: ({ mark }) => (mark === 'none' ? en.nothing : markWord({ mark, why: null })) },
      { head: en.heads.state, cell: ({ few }) => (few ? fewLabel : en.nothing) },
    ],
    bars,
  );
}

/** Members by period, each with its number. */
export function multiplesTable(
  subject: Subject,
  panels: readonly Panel[],
  shown: readonly PublishedValue[],
): FigureTable {
  return {
    head: [en.heads.period, ...panels.map(({ name }) => name)],
    rows: shown.map((row, index) => [
      periodOfRow(row),
      ...panels.map(({ points }) => sayIn(subject, points[index]?.value ?? null)),
    ]),
  };
}

/** The steps of a balance's way. */
export const bridgeTable = (steps: readonly BridgeStep[]): FigureTable =>
  tableOf(
    [
      { head: en.heads.step, cell: ({ name }) => name },
      { head: en.heads.amount, cell: ({ label }) => label },
    ],
    steps,
  );

/** How many records took how long. */
export const lengthsTable = (
  nouns: string,
  lengths: readonly (readonly [says: string, count: number])[],
): FigureTable => ({
  head: [en.heads.length, capital(nouns)],
  rows: lengths.map(([says, count]) => [capital(says), plainNumber(count)]),
});

/** Members then and now. */
export const slopeTable = (dimension: string, { sides, lines }: Pick<SlopeFigure, 'sides' | 'lines'>): FigureTable => ({
  head: [capital(dimension), ...sides],
  rows: lines.map(({ name, fromLabel, toLabel }) => [memberWords(name), fromLabel, toLabel]),
});

/** A cohort's steps. */
export const funnelTable = (steps: readonly FunnelStep[]): FigureTable =>
  tableOf(
    [
      { head: en.heads.step, cell: ({ name }) => name },
      { head: en.heads.came, cell: ({ label }) => label },
      { head: en.heads.ofBefore, cell: ({ detail }) => detail },
      { head: en.heads.mayCome, cell: ({ mayCome }) => (mayCome > 0 ? plainNumber(mayCome) : en.nothing) },
    ],
    steps,
  );

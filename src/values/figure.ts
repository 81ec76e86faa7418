/** What a chart is to show, with every word that stands in it. `story` makes it from values, `charts` draws it and knows neither metric nor page nor language. */
import type { DistributionBar, LengthLevel, LengthsApart } from './figure-lengths.ts';
import type { MarksFigure } from './figure-marks.ts';
import type { Day } from './period.ts';
import type { MarkWord } from './value.ts';

/** The numbers of a drawing as a table, for who would rather read them or takes them along: every cell as it is said. */
export interface FigureTable {
  /** What each column holds; the first one names the rows. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Titled {
  /** Words for the text alternative: the finding, and what is measured with the facts that the drawing shows. */
  readonly title: string;
  readonly description: string;
  /** Every number that is drawn. */
  readonly table: FigureTable;
  /** What stands in the drawing where no number of it is known. */
  readonly empty?: string;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The ends of an axis and at most five ticks on it. Shares from 0 to 1, money in minor units. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
}

/** Ticks come in the order of their weight: a drawing leaves out the later ones where there is no room. */
export interface DayTick {
  readonly day: Day;
  readonly label: string;
  /** The last complete period, set in bold. */
  readonly now: boolean;
}

/** `complete` is over and judged; `open` is over, but what waits or ripens may still change it; `so far` runs. */
export type PointState = 'complete' | 'open' | 'so far';

export interface Point {
  readonly from: Day;
  readonly to: Day;
  /** Null: not known; the line has a gap there. */
  readonly value: number | null;
  readonly mark: MarkWord;
  readonly state: PointState;
  /** Counted by a wording that does not compare with today's. */
  readonly old: boolean;
  /** Of too few records to be read as a trend: a dot that no line joins. */
  readonly few?: boolean;
  /** `October 2026: 83%`: what a pointer over it says. */
  readonly says: string;
}

/** A level that was agreed for a stretch of days. */
export interface Level {
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly label: string;
}

/** Where another way of counting began, with the names of both. */
export interface WordingChange {
  readonly on: Day;
  readonly before: string;
  readonly after: string;
  /** `since January 2026`; left out where there is no room. */
  readonly since: string;
}

/** A dated remark, drawn as a small number over its period; the page explains the numbers below the drawing. */
export interface NoteMark {
  readonly number: number;
  readonly on: Day;
  /** `12 September 2026: Two sellers left`. */
  readonly says: string;
}

/** What stands at the right end of the drawing, in the lines' own places. */
export interface EndLabels {
  readonly value: string;
  readonly agreed: string;
  readonly soFar: string;
}

/** Where the number lies as long as nothing but its usual wobble moves it, and the periods that left it. */
export interface UsualRange {
  readonly from: Day;
  readonly to: Day;
  readonly lower: number;
  readonly upper: number;
  readonly centre: number;
  readonly label: string;
  /** By the first days of the periods: those outside the range, and the others that belong to a long run on one side of its centre. */
  readonly outside: readonly Day[];
  readonly inRuns: readonly Day[];
}

interface OverTime extends Titled {
  readonly scale: Scale;
  readonly days: readonly DayTick[];
  readonly points: readonly Point[];
  readonly levels: readonly Level[];
  readonly changes: readonly WordingChange[];
  /** Null: none is known, or it is not to be shown. */
  readonly usual: UsualRange | null;
  /** Oldest first. */
  readonly notes?: readonly NoteMark[];
  readonly ends: EndLabels;
}

/** A share, a ratio, an average: a line. */
export interface LineFigure extends OverTime {
  readonly figure: 'line';
  /** Another line behind it, such as the same months of the year before: a value for each of the points, and its name at the right end. */
  readonly behind?: {
    readonly label: string;
    readonly values: readonly (number | null)[];
    readonly says: readonly string[];
  };
}

/** A count or a sum: columns from zero. */
export interface ColumnsFigure extends OverTime {
  readonly figure: 'columns';
}

export interface Outcome {
  readonly from: Day;
  readonly to: Day;
  readonly kept: number;
  readonly missed: number;
  readonly waiting: number;
  readonly old: boolean;
  readonly says: string;
}

/** A share's records: kept above the line, missed below it, waiting hollow on top. */
export interface OutcomesFigure extends Titled {
  readonly figure: 'outcomes';
  readonly scale: Scale;
  readonly days: readonly DayTick[];
  readonly outcomes: readonly Outcome[];
  readonly notes?: readonly NoteMark[];
  readonly labels: { readonly kept: string; readonly missed: string; readonly waiting: string };
}

export interface RankedBar {
  readonly name: string;
  /** Null: not known; a word stands for the bar. */
  readonly value: number | null;
  readonly label: string;
  /** `34 of 48`; '' where there is nothing to add. */
  readonly detail: string;
  readonly mark: MarkWord;
  /** From too few records to compare: drawn in the background. */
  readonly few: boolean;
}

/** Members of a breakdown in one period, from zero. */
export interface RankedFigure extends Titled {
  readonly figure: 'ranked';
  /** The scale's right end. */
  readonly to: number;
  readonly bars: readonly RankedBar[];
  /** What stands above the bars of few records; '' where there are none, or they do not all come last. */
  readonly fewLabel: string;
  readonly level: { readonly value: number; readonly label: string } | null;
}

export interface Panel {
  readonly name: string;
  readonly label: string;
  readonly mark: MarkWord;
  readonly points: readonly Point[];
}

/** The same line for each member, on one scale. */
export interface MultiplesFigure extends Titled {
  readonly figure: 'multiples';
  readonly scale: Scale;
  readonly days: readonly DayTick[];
  readonly panels: readonly Panel[];
  readonly levels: readonly Level[];
}

/** A year of a number in a row of a list: its line on a scale of its own, without axes and words. */
export interface SparkFigure extends Titled {
  readonly figure: 'spark';
  readonly points: readonly Point[];
  readonly changes: readonly WordingChange[];
  readonly usual: UsualRange | null;
}

/** A step on the way of a balance: a level stands by itself; what moved it, up, down or not at all, goes on from the step before. */
export interface BridgeStep {
  readonly step: 'level' | 'up' | 'down' | 'still';
  readonly name: string;
  /** Of a level: zero, and the level. */
  readonly from: number;
  readonly to: number;
  /** `€1.22m`, `+€483,000`. */
  readonly label: string;
  /** What no movement tells of: drawn hollow. */
  readonly unknown: boolean;
}

/** How a balance went through a period: what it was, what moved it, what it is. */
export interface BridgeFigure extends Titled {
  readonly figure: 'bridge';
  /** The ends of the axis. */
  readonly from: number;
  readonly to: number;
  /** Where the axis begins, in words; '' for one that begins at zero. */
  readonly broken: string;
  readonly steps: readonly BridgeStep[];
}

/** One step of a funnel: how many came so far. */
export interface FunnelStep {
  readonly name: string;
  /** Null: not known. */
  readonly value: number | null;
  readonly label: string;
  /** How many of the step before came here: `62% of 249`; '' for the first. */
  readonly detail: string;
  /** Of the step before, those that may still come here: drawn hollow, on from the bar's end. 0 where none. */
  readonly mayCome: number;
  /** `31 may still come`; '' where none. */
  readonly mayComeLabel: string;
}

/** A cohort on its way, step by step, each bar from zero on one scale. */
export interface FunnelFigure extends Titled {
  readonly figure: 'funnel';
  /** The scale's right end. */
  readonly to: number;
  readonly steps: readonly FunnelStep[];
}

export interface SlopeLine {
  readonly name: string;
  /** Null: not known. */
  readonly from: number | null;
  readonly to: number | null;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly mark: MarkWord;
  /** What the drawing is about: the others are its background. */
  readonly loud: boolean;
  /** `Website: 71% in October 2025, 83% in October 2026`: what a pointer over it says. */
  readonly says: string;
}

/** Members in two periods, and what lies between: nothing is claimed of the time between them. */
export interface SlopeFigure extends Titled {
  readonly figure: 'slope';
  /** No tick is drawn: every end has its value beside it. */
  readonly scale: Scale;
  /** What the two sides are called: `October 2025`, `October 2026`. */
  readonly sides: readonly [string, string];
  readonly lines: readonly SlopeLine[];
  readonly level: { readonly value: number; readonly label: string } | null;
}

/** How long it took, record by record: columns from zero, and apart from them what took longer than the scale, and what is not over yet. */
export interface DistributionFigure extends Titled {
  readonly figure: 'distribution';
  readonly lengths: Scale;
  readonly counts: Scale;
  readonly bars: readonly DistributionBar[];
  /** As long as the scale's end, or longer. */
  readonly beyond: LengthsApart;
  /** Not over yet. */
  readonly open: LengthsApart;
  /** One that is longer than the scale is drawn at the column of what is, and left out where there is none. */
  readonly middle: LengthLevel | null;
  readonly agreed: LengthLevel | null;
}

export type Figure =
  | LineFigure
  | ColumnsFigure
  | OutcomesFigure
  | RankedFigure
  | MultiplesFigure
  | BridgeFigure
  | SparkFigure
  | FunnelFigure
  | SlopeFigure
  | DistributionFigure
  | MarksFigure;

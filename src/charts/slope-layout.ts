import type { SlopeFigure, SlopeLine } from '../values/figure.ts';
import { movedApart } from './apart.ts';
import { fitting, widthOf } from './place.ts';
import { sidesHeight } from './slope-sides.ts';
import type { Size } from './sizes.ts';

/** A line of words in a column, in heights of its text. */
const leading = 1.28;
/** From an axis to its words: room for a leader line. */
const leaders = { phone: 14, desk: 20 } as const;
/** Then, at the right, for a mark; and from a value to its name. */
const markRoom = 20;
const space = 8;
/** Lines are at least so long: on a phone in pixels, else in parts of the width. */
const between = { phone: 64, desk: 0.4 } as const;
/** And never so long that every slope looks flat: in heights of the plot. */
const flattest = 2.1;
/** With more lines than these names never stand below their values. */
const mostStacked = 6;
const stackGap = 6;

/** Where things stand on a drawing, in pixels. */
export interface SlopeLayout {
  readonly left: number;
  readonly right: number;
  /** How much room a leader line has. */
  readonly leader: number;
  readonly top: number;
  readonly bottom: number;
  readonly y: (amount: number) => number;
  /** Where values begin at the right, and names that stand beside them. */
  readonly value: number;
  readonly name: number;
  /** Names stand below their values. */
  readonly stacked: boolean;
  /** How high a member's words are. */
  readonly member: number;
}

const weight = ({ loud }: SlopeLine) => (loud ? 'bold' : 'regular');

/** How wide the words at the right are: values, names beside those that are known, and the words of one that is not. */
function wordsAtRight({ lines }: SlopeFigure, text: number) {
  const widest = (widths: readonly number[]) => Math.max(0, ...widths);
  const said = lines.map((line) => widthOf(line.toLabel, text, weight(line)));
  const values = widest(said.filter((_, index) => lines[index]?.to !== null));
  const names = lines.map((line) => widthOf(line.name, text, weight(line)));
  const beside = widest(
    lines.map(({ to }, index) => (to === null ? (said[index] ?? 0) : values) + space + (names[index] ?? 0)),
  );
  return { values, beside, stacked: widest([...said, ...names]) };
}

export function slopeLayout(figure: SlopeFigure, size: Size): SlopeLayout {
  const { width, height, text, narrow } = size;
  const { lines, scale, level } = figure;
  const leader = leaders[narrow ? 'phone' : 'desk'];
  const atLeft = lines.map((line) => (line.from === null ? 0 : widthOf(line.fromLabel, text, weight(line))));
  const left = Math.max(0, ...atLeft) + leader + 4;
  const marked = leader + (lines.some(({ mark }) => mark !== 'none') ? markRoom : 4);
  const { values, beside, stacked: below } = wordsAtRight(figure, text);
  const least = narrow ? between.phone : width * between.desk;
  const most = width - left - least - marked;
  const stacked = beside > most && lines.length <= mostStacked;
  const agreed = level ? leader + widthOf(level.label, text) : 0;
  const column = Math.max(marked + Math.min(stacked ? below : beside, most), agreed);
  const row = text * leading;
  const member = stacked ? 2 * row + stackGap : row;
  const top = sidesHeight(figure, size, leader);
  const bottom = Math.max(height - 8, top + lines.length * member + (level ? row : 0));
  const right = Math.max(left + least, Math.min(width - column, left + (bottom - top) * flattest));
  const [low, high] = [bottom - row / 2, top + row / 2];
  const y = (amount: number) => low - ((amount - scale.from) / (scale.to - scale.from || 1)) * (low - high);
  return {
    left,
    right,
    leader,
    top,
    bottom,
    y,
    member,
    value: right + marked,
    name: right + marked + values + space,
    stacked,
  };
}

/** Words at a side of the drawing. */
export interface SideLabel {
  /** Null: the agreed level. */
  readonly line: SlopeLine | null;
  /** Where its line ends; null: it has no end on this side. */
  readonly end: number | null;
  /** The middle of its words. */
  readonly y: number;
  readonly height: number;
  readonly text: string;
}

/** Labels of a side from the top down, moved apart. */
function placed(labels: readonly SideLabel[], { top, bottom }: SlopeLayout): SideLabel[] {
  const ordered = labels.toSorted((one, other) => one.y - other.y);
  const middles = movedApart(ordered, top, bottom);
  return ordered.map((each, index) => ({ ...each, y: middles[index] ?? each.y }));
}

/** Values at the left; those that are alike and stand together are said once, loudly if one of them is loud. */
export function leftLabels({ lines }: SlopeFigure, layout: SlopeLayout, { text: height }: Size): SideLabel[] {
  const labels = [...lines.filter(({ loud }) => loud), ...lines.filter(({ loud }) => !loud)].flatMap((line) => {
    if (line.from === null) return [];
    const y = layout.y(line.from);
    return [{ line, end: y, y, height: height * leading, text: line.fromLabel }];
  });
  const alike = (one: SideLabel, other: SideLabel) => one.text === other.text && Math.abs(one.y - other.y) < 1;
  const once = labels.filter((each, index) => labels.findIndex((other) => alike(each, other)) === index);
  return placed(once, layout);
}

/** Values and names at the right, and what was agreed; who has no value there stands where its line would begin. */
export function rightLabels(figure: SlopeFigure, layout: SlopeLayout, { text: height }: Size): SideLabel[] {
  const { y, bottom, member } = layout;
  // Those that end alike stand in the order in which their lines come in.
  const lines = figure.lines.toSorted((one, other) => (other.from ?? -Infinity) - (one.from ?? -Infinity));
  const members = lines.map((line): SideLabel => {
    const end = line.to === null ? null : y(line.to);
    const beginning = line.from === null ? bottom : y(line.from);
    return { line, end, y: end ?? beginning, height: member, text: line.toLabel };
  });
  const { level } = figure;
  const agreed = level
    ? [{ line: null, end: y(level.value), y: y(level.value), height: height * leading, text: level.label }]
    : [];
  return placed([...agreed, ...members], layout);
}

export interface MemberWords {
  readonly value: { readonly x: number; readonly y: number; readonly text: string };
  readonly name: { readonly x: number; readonly y: number; readonly text: string };
  /** Where its mark stands. */
  readonly mark: { readonly x: number; readonly y: number };
}

/** A member's value and name at the right: in one line, or the one below the other; a name too long for its room is cut. */
export function memberWords(
  line: SlopeLine,
  { y, text, end }: SideLabel,
  { value, name, stacked }: SlopeLayout,
  size: Size,
): MemberWords {
  const said = weight(line);
  const off = stacked ? (size.text * leading) / 2 : 0;
  const beside = end === null ? value + widthOf(text, size.text, said) + space : name;
  const start = stacked ? value : beside;
  return {
    value: { x: value, y: y - off, text },
    name: { x: start, y: y + off, text: fitting(line.name, size.text, size.width - start, said) },
    mark: { x: value - 12, y: y - off },
  };
}

import * as Plot from '@observablehq/plot';
import type { DayTick, MultiplesFigure, Panel, Tick } from '../values/figure.ts';
import { aside, markShape, newest } from './ends.ts';
import { frameOf, words, zeroOf, type Frame, type Label } from './frame.ts';
import { agreedOf, agreedRules } from './levels.ts';
import { hollow, linesOf } from './line.ts';
import { fitting, widthOf } from './place.ts';
import type { Size } from './sizes.ts';

/** What all panels of a sheet have in common, in pixels. */
export interface PanelForm {
  readonly width: number;
  /** Where the name, and where the mark and the value stand; how high both are. */
  readonly name: number;
  readonly value: number;
  readonly head: number;
  /** The margin that holds the numbers of the scale. */
  readonly right: number;
}

const height = 112;
const inside = { left: 4, top: 12, bottom: 24 } as const;
/** From the left of a mark to its value. */
const markRoom = 24;
/** Names below a panel stand at least so far apart. */
const apart = 10;

/** How high a panel is with its head, and how far the next one stands below. */
export const panelHeight = ({ head }: PanelForm): number => head + height + 14;

/** The numbers beside a panel: the scale's lower end, and what was agreed or its upper end, if both find room. */
function ticksOf({ scale, levels }: MultiplesFigure): Tick[] {
  const level = levels.at(-1);
  const [low, high] = [scale.ticks[0], scale.ticks.at(-1)];
  const upper = level ? { at: level.value, label: level.label } : high;
  return [upper, low].filter((tick) => tick !== undefined);
}

/** The form that fits every name: beside its value, or above it where one would be cut. */
export function panelForm(figure: MultiplesFigure, size: Size, width: number): PanelForm {
  const bold = (text: string) => widthOf(text, size.text, 'bold');
  const fits = figure.panels.every(({ name, label }) => bold(name) + bold(label) + markRoom + 12 <= width);
  const ticks = ticksOf(figure).map(({ label }) => widthOf(label, size.text) + aside);
  const line = size.text + 5;
  return { width, name: 10, value: fits ? 10 : 10 + line, head: fits ? 28 : 28 + line, right: Math.max(42, ...ticks) };
}

interface Place {
  readonly left: number;
  readonly top: number;
}

/** A frame of one panel, moved to its place on the sheet. */
function panelFrame(
  figure: MultiplesFigure,
  points: Panel['points'],
  size: Size,
  form: PanelForm,
  place: Place,
): Frame {
  const inner = { ...size, ...inside, width: form.width, height, right: form.right };
  const frame = frameOf({ points, scale: { ...figure.scale, ticks: [] }, size: inner });
  const top = place.top + form.head;
  return {
    ...frame,
    top: frame.top + top,
    bottom: frame.bottom + top,
    left: frame.left + place.left,
    right: frame.right + place.left,
    x: (index) => frame.x(index) + place.left,
    y: (value) => frame.y(value) + top,
  };
}

/** Its name, mark and value: above each other where a name needs the whole width. */
function head({ name, label, mark }: Panel, { text }: Size, form: PanelForm, { left, top }: Place): Plot.Markish[] {
  const above = form.name !== form.value;
  const value = widthOf(label, text, 'bold');
  const room = above ? form.width : form.width - value - markRoom - 12;
  const start = above ? left + (mark === 'none' ? 0 : markRoom - 6) : left + form.width - value;
  const y = top + form.value;
  return [
    words([{ x: left, y: top + form.name, text: fitting(name, text, room, 'bold') }], 'name'),
    words([{ x: start, y, text: label }], 'name'),
    ...(mark === 'none' ? [] : [markShape({ x: above ? left + 6 : start - 14, y }, mark, 5.5)]),
  ];
}

/** The first period, and the newest one that is over: the first gives way. */
function footOf(frame: Frame, days: readonly DayTick[], points: Panel['points']): Plot.Markish[] {
  const { size, bottom } = frame;
  const y = bottom + 13;
  const now = days.find((day) => day.now);
  const first = days.find(({ day }) => day === points[0]?.from);
  const start = frame.left - inside.left;
  const width = now ? widthOf(now.label, size.text, 'bold') : 0;
  const end = Math.max(frame.right, start + width);
  const fits = first && first !== now && start + widthOf(first.label, size.text) + apart <= end - width;
  const label = (text: string, x: number): Label[] => [{ x, y, text }];
  return [
    words(fits ? label(first.label, start) : [], 'tick'),
    words(now ? label(now.label, end) : [], 'tick now', 'end'),
  ];
}

/** The scale's numbers, the upper one first: the lower one gives way. */
function numbers(frame: Frame, figure: MultiplesFigure): Plot.Markish {
  const labels = ticksOf(figure).map(({ at, label }) => ({ x: frame.right + aside, y: frame.y(at), text: label }));
  const [upper] = labels;
  return words(
    labels.filter((label) => label === upper || !upper || Math.abs(label.y - upper.y) > frame.size.text * 1.2),
    'tick',
  );
}

/** One member's line, with its name above it. */
export function drawPanel(
  figure: MultiplesFigure,
  panel: Panel,
  size: Size,
  form: PanelForm,
  place: Place,
): Plot.Markish[] {
  const { mark, points } = panel;
  const frame = panelFrame(figure, points, size, form, place);
  const { scale, levels, days } = figure;
  const index = newest(points);
  const last = points[index];
  const high = scale.ticks.at(-1);
  const zero = zeroOf(frame, scale);
  const along = { x1: place.left, x2: frame.right };
  return [
    ...head(panel, size, form, place),
    Plot.ruleY([zero ?? frame.bottom], { ...along, className: 'axis' }),
    ...(high ? [Plot.ruleY([frame.y(high.at)], { ...along, className: 'grid' })] : []),
    ...agreedRules(agreedOf(frame, levels, points)),
    numbers(frame, figure),
    ...linesOf(frame, points, []),
    ...hollow(frame, points, null),
    ...(last && last.value !== null
      ? [markShape({ x: frame.x(index), y: frame.y(last.value) }, mark === 'none' ? last.mark : mark, 6)]
      : []),
    ...footOf(frame, days, points),
  ];
}

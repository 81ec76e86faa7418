import type { SlopeFigure, SlopeLine } from '../../values/figure.ts';
import type { PublishedValue } from '../../values/value.ts';
import { yearBefore } from '../by-todays-wording.ts';
import { isRanked } from '../is-ranked.ts';
import { agreedLabel, fullPeriodWords, memberWords, notKnown } from '../locale/en/charts.ts';
import * as en from '../locale/en/figures.ts';
import { capital } from '../locale/en/forms.ts';
import { fewest } from '../mark-of.ts';
import { agreedOrder, placeAmong } from '../member-order.ts';
import { countedSince } from '../same-count.ts';
import { levelsOf, periodOf, type Subject } from '../subject.ts';
import { isShare } from '../traits.ts';
import { compares, comparedPeriod, membersIn } from './compared-period.ts';
import { scaleFromZero, shareScale } from './scale.ts';
import { slopeTable } from './tables.ts';

/** Past so many members their words would push each other out of place: the largest are drawn. */
const mostLines = 8;
/** So many can be what a drawing is about. */
const mostLoud = 3;

/** A member on both sides; one that adds up and has no records on a side had nothing there. */
interface Pair {
  readonly name: string;
  readonly before: PublishedValue | null;
  readonly now: PublishedValue | null;
}

/**
 * The members of a breakdown in the period that they are compared in, against the same period of the year before; null where fewer than two have records
 * enough on both sides, where all together are too few or that year was counted by another wording, and while the period runs.
 */
export function slopeFigure(
  subject: Subject,
  values: readonly PublishedValue[],
  dimension: string,
): SlopeFigure | null {
  const { metric, numbers } = subject;
  const wholes = wholesOf(subject, values, dimension);
  const pairs = wholes ? pairsOf(subject, values, dimension, wholes) : [];
  if (!wholes || pairs.length < 2) return null;
  const [before, after] = wholes.map((whole) => fullPeriodWords(periodOf(whole))) as [string, string];
  const loud = loudOf(pairs, isRanked(subject, dimension));
  const lines = pairs.map((pair) => lineOf(subject, pair, [before, after], loud.includes(pair)));
  const drawn = lines.flatMap(({ from, to }) => [from, to]).filter((value) => value !== null);
  const level = levelOf(subject, wholes);
  const scaled = level === null ? drawn : [...drawn, level];
  const say = (value: number) => numbers.bare.short(value);
  const sides = [capital(before), capital(after)] as const;
  return {
    figure: 'slope',
    title: en.slopeTitle(metric.title, dimension, { before, after }, numbers.leftOut),
    description: en.slopeDescription(lines.map(({ says }) => says)),
    table: slopeTable(dimension, { sides, lines }),
    scale: isShare(metric) ? shareScale(scaled, say) : scaleFromZero(scaled, say),
    sides,
    lines,
    level: level === null ? null : { value: level, label: agreedLabel(say(level), null, metric.promise !== null) },
  };
}

type Two = readonly [before: PublishedValue, now: PublishedValue];

/** The whole on both sides. */
function wholesOf(subject: Subject, values: readonly PublishedValue[], dimension: string): Two | null {
  const now = comparedPeriod(subject, values, dimension);
  if (!now || now.grain === 'all' || now.status === 'so far') return null;
  const wholes = values.filter((row) => row.grain === now.grain && row.dimension === '');
  const earlier = yearBefore(wholes, now);
  const before = wholes.find((row) => row === earlier);
  const since = countedSince(subject.metric);
  if (!before || (since !== null && before.from < since)) return null;
  return [before, now].every(({ records }) => records >= fewest) ? [before, now] : null;
}

/** The largest, in the agreed order or by name; last what is not recorded. */
function pairsOf(subject: Subject, values: readonly PublishedValue[], dimension: string, wholes: Two): Pair[] {
  const { metric, agreement, catalogue } = subject;
  const [before, now] = wholes.map((whole) => membersIn(values, dimension, whole));
  const names = [...new Set([...(now ?? []), ...(before ?? [])].map(({ member }) => member))];
  const pairs = names.map((name): Pair => ({
    name,
    before: before?.find(({ member }) => member === name) ?? null,
    now: now?.find(({ member }) => member === name) ?? null,
  }));
  const breakdown = metric.breakdowns.find((one) => one.dimension === dimension);
  const place = placeAmong(breakdown ? agreedOrder(breakdown, agreement, catalogue) : []);
  const weight = (pair: Pair) => (pair.now?.records ?? 0) + (pair.before?.records ?? 0);
  return pairs
    .filter((pair) => isComparable(subject, pair))
    .toSorted((one, other) => weight(other) - weight(one) || (one.name < other.name ? -1 : 1))
    .slice(0, mostLines)
    .toSorted((one, other) => place(one.name) - place(other.name) || (one.name < other.name ? -1 : 1));
}

function isComparable(subject: Subject, { before, now }: Pair): boolean {
  if (subject.metric.adds.members) return true;
  return [before, now].every((row) => row !== null && row.value !== null && compares(subject, row));
}

const valueOf = (row: PublishedValue | null): number | null => (row ? row.value : 0);

const apart = ({ before, now }: Pair): number => Math.abs((valueOf(now) ?? 0) - (valueOf(before) ?? 0));

/** Those that are off, the worst first; where none is, the one whose two numbers lie farthest apart. Teams and people are never picked out. */
function loudOf(pairs: readonly Pair[], ranked: boolean): readonly Pair[] {
  if (!ranked) return [];
  const byApart = pairs.toSorted((one, other) => apart(other) - apart(one));
  const off = (['broken', 'slipping'] as const).flatMap((mark) => byApart.filter(({ now }) => now?.mark.mark === mark));
  if (off.length > 0) return off.slice(0, mostLoud);
  return byApart.slice(0, 1).filter((pair) => apart(pair) > 0);
}

function lineOf(subject: Subject, pair: Pair, [before, after]: readonly [string, string], loud: boolean): SlopeLine {
  const { metric, numbers } = subject;
  const [from, to] = [valueOf(pair.before), valueOf(pair.now)];
  const clearOf = isShare(metric) ? levelsOf(subject) : [];
  const said = (value: number | null, say: typeof numbers.short) => (value === null ? notKnown : say(value, clearOf));
  const name = memberWords(pair.name);
  return {
    name,
    from,
    to,
    fromLabel: said(from, numbers.bare.short),
    toLabel: said(to, numbers.bare.short),
    mark: pair.now?.mark.mark ?? 'none',
    loud,
    says: en.slopeSays({ name, before, from: said(from, numbers.short), after, to: said(to, numbers.short) }),
  };
}

/** One level for both sides; none where it was another one a year before, or where members have no target of their own. */
function levelOf({ metric }: Subject, [before, now]: Two): number | null {
  return metric.adds.members || before.target !== now.target ? null : now.target;
}

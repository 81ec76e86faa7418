import type { LengthLevel, LengthsApart } from '../../values/figure-lengths.ts';
import type { DistributionFigure, Scale } from '../../values/figure.ts';
import type { Distribution } from '../../values/distribution.ts';
import type { PublishedValue } from '../../values/value.ts';
import * as en from '../locale/en/figures.ts';
import { plainNumber } from '../locale/en/forms.ts';
import { calledIn, levelsOf, nounsOf, type Subject } from '../subject.ts';
import { lengths as lengthsKind } from '../statements/lengths.ts';
import { state } from '../statements/statement-kind.ts';
import { levelOn, wayOn } from '../wording-on.ts';
import { scaleFromZero } from './scale.ts';
import { lengthsTable } from './tables.ts';

/** Ticks stand at ends of bins that are multiples of one length, zero among them, with at most so many gaps between them. */
const mostGaps = 4;
/** What was agreed may lie so many times as far as the longest that is drawn; past that the columns would be squeezed. */
const farthest = 1.5;

/** How long it took, record by record, in the newest period that is over; null where nothing tells. */
export function distributionFigure(subject: Subject): DistributionFigure | null {
  const { distribution, metric, numbers, values } = subject;
  const whole = values.find(
    (row) => row.dimension === '' && row.grain === distribution?.grain && row.period === distribution.period,
  );
  if (!distribution || !whole || distribution.bins.length === 0) return null;
  const { bins, beyond, open } = distribution;
  const nouns = nounsOf(subject).many;
  const nameOf = ({ from, to }: (typeof bins)[number]) => en.lengthBin(from, to, numbers.leftOut);
  const longer = en.lengthsBeyond(bins.at(-1)?.to ?? 0, numbers.leftOut);
  const apart = ([[longer, beyond], [en.notOver, open]] as const).filter(([, count]) => count > 0); // prettier-ignore
  const all = [...bins.map((bin) => [nameOf(bin), bin.records] as const), ...apart];
  const said = all.filter(([, count]) => count > 0).map(([name, count]) => en.countedSays(name, count));
  const agreed = agreedOf(subject, whole);
  const lengths = lengthScale(distribution, agreed);
  return {
    figure: 'distribution',
    title: state(lengthsKind, subject)?.words ?? en.lengthsTitle(metric.title, calledIn(subject, whole)),
    description: en.lengthsDescription(nouns, said),
    table: lengthsTable(nouns, all),
    lengths,
    counts: scaleFromZero(all.map(([, count]) => count), plainNumber, true), // prettier-ignore
    // What is agreed is agreed of the usual length, and of no record by itself.
    bars: bins.map((bin) => ({
      from: bin.from,
      to: bin.to,
      count: bin.records,
      became: 'plain',
      says: en.countedSays(nameOf(bin), bin.records),
    })),
    beyond: column(en.longer, longer, beyond),
    open: column(en.notOver, en.notOver, open),
    middle: middleOf(subject, whole),
    agreed: agreed && (agreed.value <= lengths.to || beyond > 0) ? agreed : null,
  };
}

const column = (label: string, what: string, count: number): LengthsApart => ({
  count,
  amount: plainNumber(count),
  label,
  says: en.countedSays(what, count),
});

/** From the first bin to the last; on to what was agreed, where nothing longer stands apart and it is not far. */
function lengthScale({ bins, beyond }: Distribution, agreed: LengthLevel | null): Scale {
  const edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 0];
  const [from = 0, next = 1] = edges;
  const end = edges.at(-1) ?? 0;
  const wanted = beyond === 0 && agreed && agreed.value <= end * farthest ? agreed.value : end;
  for (let edge = end; edge < wanted;) {
    edge = Number((edge + next - from).toPrecision(12));
    edges.push(edge);
  }
  const gap = Math.ceil((edges.length - 1) / mostGaps);
  const isTick = (edge: number) => Math.round(edge / (next - from)) % gap === 0;
  const ticks = edges.filter(isTick).map((at) => ({ at, label: plainNumber(at) }));
  return { from, to: edges.at(-1) ?? end, ticks };
}

/** How many of 100 lengths lie below the metric's number; null: it is their average. */
function percentOf({ metric: { wordings } }: Subject): number | null {
  const [{ measure }] = wordings;
  if (measure.measure === 'percentile') return measure.percent;
  return measure.measure === 'median' ? 50 : null;
}

function middleOf(subject: Subject, { value }: PublishedValue): LengthLevel | null {
  if (value === null) return null;
  return { value, label: en.middleLabel(percentOf(subject), subject.numbers.short(value, levelsOf(subject))) };
}

function agreedOf(subject: Subject, { to, target }: PublishedValue): LengthLevel | null {
  const { metric, numbers } = subject;
  const value = levelOn(metric, to, target);
  if (value === null) return null;
  const said = numbers.short(value);
  const middle = en.middleLabel(percentOf(subject), said);
  return { value, label: en.agreedMiddle(metric.promise !== null, wayOn(metric, to) ?? 'at most', middle, said) };
}

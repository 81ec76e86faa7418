import type { DistributionBar, LengthsApart } from '../../../src/values/figure-lengths.ts';
import type { DistributionFigure } from '../../../src/values/figure.ts';
import type { Figures } from '../states.ts';
import { nothing, scaleOf } from './over-time.ts';

const number = (count: number) => count.toLocaleString('en-GB').replace('-', '−');

interface Lengths {
  readonly counts: readonly number[];
  /** Business hours from one bar's start to the next one's. */
  readonly step?: number;
  readonly from?: number;
  readonly within?: number | null;
}

function barsOf({ counts, step = 2, from = 0, within = 10 }: Lengths): DistributionBar[] {
  return counts.map((count, index): DistributionBar => {
    const [start, end] = [from + index * step, from + (index + 1) * step];
    const became = within === null ? 'plain' : end <= within ? 'kept' : 'missed';
    return { from: start, to: end, count, became, says: `${number(start)} to ${number(end)} business hours: ${number(count)}` };
  }); // prettier-ignore
}

const apart = (label: string, count: number, which: string): LengthsApart => ({
  count,
  amount: number(count),
  label,
  says: `${which}: ${number(count)}`,
});
const longer = (count: number) => apart('longer', count, '20 business hours or longer');
const notOver = (count: number) => apart('not over yet', count, 'Not over yet');

function distribution(lengths: Lengths, over: Partial<DistributionFigure> = {}): DistributionFigure {
  const bars = barsOf(lengths);
  const [from, to] = [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 20];
  const most = Math.max(1, ...lengths.counts, over.beyond?.count ?? 0, over.open?.count ?? 0);
  const figure = {
    figure: 'distribution', title: 'Half of October’s leads were called within 4 business hours.', description: 'Number of leads, by business hours to the first call.',
    lengths: scaleOf(from, to, [from, (from + to) / 2, to], number), counts: scaleOf(0, most, [0, most], number), bars,
    beyond: longer(0), open: notOver(0), middle: { value: 4.2, label: 'half within 4 hours' }, agreed: { value: 10, label: 'agreed: 10 hours' }, ...over,
  } as const satisfies Omit<DistributionFigure, 'table'>; // prettier-ignore
  const rows = [...bars, figure.beyond, figure.open].map(({ says }) => says.split(': '));
  return { ...figure, table: { head: ['How long', 'Leads'], rows } };
}

const usual = [31, 24, 14, 9, 6, 4, 3, 2, 0, 1];
const plain = { middle: null, agreed: null } as const;

export const distributions: Figures<DistributionFigure> = {
  'as usual': distribution({ counts: usual }, { beyond: longer(5) }),
  'as usual: nothing is agreed of single records': distribution({ counts: usual, within: null }, { agreed: null }),
  empty: distribution({ counts: [] }, { ...plain, ...nothing }),
  'one point': distribution({ counts: [1] }, { ...plain, middle: { value: 1, label: 'half within 1 hour' } }),
  'not known': distribution({ counts: [0, 0, 0, 0] }, { ...plain, open: notOver(8) }),
  waiting: distribution({ counts: usual }, { beyond: longer(5), open: notOver(18) }),
  'waiting: half of them': distribution({ counts: [3, 2, 0, 1] }, { open: notOver(40), middle: null }),
  negative: distribution({ counts: [2, 5, 12, 9, 4], from: -4, within: 2 }, { middle: { value: 1, label: 'half within 1 hour' }, agreed: { value: 2, label: 'agreed: 2 hours' } }),
  huge: distribution({ counts: usual.map((count) => count * 41_508), step: 2000, within: 10_000 }, {
    beyond: longer(104_221), open: notOver(1_204_398), middle: { value: 4200, label: 'half within 4,200 hours' }, agreed: { value: 10_000, label: 'agreed: 10,000 business hours' },
  }),
  tiny: distribution({ counts: [1, 0, 0, 1, 0, 0, 0, 0, 0, 1200] }, { beyond: longer(1), middle: { value: 19, label: 'half within 19 hours' } }),
  'tiny: half and agreed in one place': distribution({ counts: usual }, { middle: { value: 9.9, label: 'half within 10 hours' } }),
}; // prettier-ignore

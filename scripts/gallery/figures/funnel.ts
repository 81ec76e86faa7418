import type { FunnelFigure, FunnelStep } from '../../../src/values/figure.ts';
import type { Figures } from '../states.ts';
import { nothing, percent } from './over-time.ts';

type Step = readonly [name: string, count: number | null, mayCome?: number];

const number = (count: number) => count.toLocaleString('en-GB');

function stepsOf(all: readonly Step[]): FunnelStep[] {
  return all.map(([name, value, mayCome = 0], index): FunnelStep => {
    const before = all[index - 1]?.[1];
    return {
      name, value, mayCome, label: value === null ? 'not known' : number(value),
      detail: before == null || value === null || before === 0 ? '' : `${percent(value / before)} of ${number(before)}`,
      mayComeLabel: mayCome === 0 ? '' : `${number(mayCome)} may still come`,
    }; // prettier-ignore
  });
}

const funnel = (all: readonly Step[]): FunnelFigure => {
  const steps = stepsOf(all);
  return {
    figure: 'funnel', title: 'Of July’s 249 leads, 31 became customers.', description: 'Number of leads that came to each step.',
    to: Math.max(1, ...steps.map(({ value, mayCome }) => (value ?? 0) + mayCome)), steps,
    table: { head: ['Step', 'Came here', 'Of the step before'], rows: steps.map(({ name, label, detail }) => [name, label, detail]) },
  }; // prettier-ignore
};

const usual: readonly Step[] = [['Lead', 249], ['Qualified lead', 154], ['Accepted by sales', 121], ['Opportunity', 58], ['Customer', 31]]; // prettier-ignore
const named = (names: readonly string[]) =>
  funnel(usual.map(([name, count], index) => [names[index] ?? name, count, index === 3 ? 18 : 0]));

export const funnels: Figures<FunnelFigure> = {
  'as usual': funnel(usual),
  empty: { ...funnel([]), ...nothing },
  'one point': funnel(usual.slice(0, 1)),
  'not known': funnel([['Lead', 249], ['Qualified lead', null], ['Accepted by sales', 121], ['Customer', 31]]),
  waiting: funnel([['Lead', 249], ['Qualified lead', 154, 22], ['Accepted by sales', 121, 31], ['Opportunity', 40, 60], ['Customer', 3, 34]]),
  'waiting: nobody came yet': funnel([['Lead', 12], ['Qualified lead', 0, 12], ['Customer', 0]]),
  huge: funnel([['Lead', 12_934_508], ['Qualified lead', 9_104_221, 1_204_398], ['Customer', 1_010_204, 5_204_000]]),
  tiny: funnel([['Lead', 40_000], ['Qualified lead', 12], ['Customer', 1, 2]]),
  'twelve members': funnel(Array.from({ length: 12 }, (_, index): Step => [`Step ${index + 1}`, 260 - index * 21])),
  'right-to-left names': named(['عميل محتمل', 'ליד מוסמך', 'مقبول من المبيعات', 'הזדמנות (CRM)', 'عميل']),
  'long names': named(['Everyone who left an address anywhere', 'Donaudampfschifffahrtsgesellschaft', 'Accepted by a salesperson of the team in charge']),
}; // prettier-ignore

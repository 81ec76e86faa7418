import type { BridgeFigure, BridgeStep } from '../../../src/values/figure.ts';
import type { Figures } from '../states.ts';
import { nothing } from './over-time.ts';

const euros = (amount: number) => `€${Math.abs(amount).toLocaleString('en-GB')}`;
const signed = (amount: number, say = euros) => (amount === 0 ? say(0) : `${amount < 0 ? '−' : '+'}${say(amount)}`);

type Move = readonly [name: string, by: number];

/** A balance from its opening through its moves to its end. */
function stepsOf(opening: number, moves: readonly Move[], say = euros): BridgeStep[] {
  const level = (name: string, to: number): BridgeStep => ({
    step: 'level', name, from: 0, to, label: to < 0 ? signed(to, say) : say(to), unknown: false,
  }); // prettier-ignore
  let at = opening;
  const steps = moves.map(([name, by]): BridgeStep => {
    const from = at;
    at += by;
    const step = by > 0 ? 'up' : by < 0 ? 'down' : 'still';
    return { step, name, from, to: at, label: signed(by, say), unknown: name === 'Not explained' };
  });
  return [level('At the start', opening), ...steps, level('At the end', at)];
}

const bridge = (steps: readonly BridgeStep[], over: Partial<BridgeFigure> = {}): BridgeFigure => ({
  figure: 'bridge', title: 'The pipeline grew by €150 in October.', description: 'What moved it, in euros.',
  from: Math.min(0, ...steps.flatMap(({ from, to }) => [from, to])), to: Math.max(0, ...steps.flatMap(({ from, to }) => [from, to])), broken: '', steps,
  table: { head: ['Step', 'Amount'], rows: steps.map(({ name, label }) => [name, label]) }, ...over,
}); // prettier-ignore

const moves: readonly Move[] = [['Opened', 400], ['Raised', 60], ['Reopened', 0], ['Won', -180], ['Lost', -120], ['Lowered', -10]]; // prettier-ignore
const named = (names: readonly string[]) =>
  bridge(stepsOf(1200, moves.map(([name, by], index) => [names[index] ?? name, by]))); // prettier-ignore

export const bridges: Figures<BridgeFigure> = {
  'as usual': bridge(stepsOf(1200, moves)),
  empty: bridge([], nothing),
  'one point': bridge(stepsOf(1200, []).slice(0, 1)),
  'not known': bridge(stepsOf(1200, [...moves, ['Not explained', 52]])),
  negative: bridge(stepsOf(300, [['Opened', 120], ['Lost', -640], ['Rate', -80], ['Reopened', 150]])),
  huge: bridge(stepsOf(12_934_508_000, moves.map(([name, by]) => [name, by * 10_234_567]))),
  tiny: bridge(stepsOf(1200, [['Opened', 3], ['Lost', -2], ['Lowered', -1]])),
  'tiny: the axis not from zero': bridge(stepsOf(1200, [['Opened', 30], ['Lost', -22], ['Lowered', -1]]), { from: 1150, broken: 'The bars begin at €1,150, not at zero' }),
  'twelve members': bridge(stepsOf(1200, Array.from({ length: 12 }, (_, index): Move => [`Industry ${index + 1}`, (index % 2 ? -1 : 1) * (130 - index * 9)]))),
  'right-to-left names': named(['فرص جديدة', 'הוגדלו', 'נפתחו מחדש (CRM)', 'ربحت', 'خسرت', 'Lowered']),
  'long names': named(['Opened in the quarter, by anyone of either team', 'Donaudampfschifffahrtsgesellschaft', 'Reopened']),
}; // prettier-ignore

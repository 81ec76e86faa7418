import type { Bridge, BridgePeriod } from '../../values/bridge.ts';
import type { BridgeFigure, BridgeStep } from '../../values/figure.ts';
import { bridgeSays, type BalanceSubject } from '../statements/bridge.ts';
import { knownPeriod, type KnownPeriod } from '../bridge-steps.ts';
import {
  bridgeAxis,
  bridgeDescription,
  bridgeEnd,
  bridgeStart,
  notExplained,
  signedWords,
} from '../locale/en/bridge.ts';
import { bridgeTable } from './tables.ts';

/** Movements all smaller than this part of the balance would not be seen on an axis from zero. */
const tooSmall = 1 / 25;

/** The way of a balance through a period as a drawing; null where a step is not known. */
export function bridgeFigure(bridge: Bridge, period: BridgePeriod, subject: BalanceSubject): BridgeFigure | null {
  const known = knownPeriod(bridge, period);
  if (!known) return null;
  const steps = stepsOf(known, (amount) => subject.numbers.short(amount));
  const { from, to } = axisOf(steps);
  return {
    figure: 'bridge',
    title: bridgeSays(bridge, period, subject).words,
    description: bridgeDescription(steps),
    table: bridgeTable(steps),
    from,
    to,
    broken: from > 0 ? bridgeAxis(subject.numbers.short(from)) : '',
    steps,
  };
}

/** Drawings that stand side by side have one axis. */
export function onOneAxis(figures: readonly BridgeFigure[]): BridgeFigure[] {
  const [from, to] = [Math.min(...figures.map((one) => one.from)), Math.max(...figures.map((one) => one.to))];
  const broken = figures.find((one) => one.from === from)?.broken ?? '';
  return figures.map((one) => ({ ...one, from, to, broken }));
}

function stepsOf({ opening, closing, moved }: KnownPeriod, say: (amount: number) => string): BridgeStep[] {
  const level = (name: string, amount: number): BridgeStep => ({
    step: 'level',
    name,
    from: 0,
    to: amount,
    label: amount < 0 ? signedWords(amount, say) : say(amount),
    unknown: false,
  });
  let stands = opening;
  const movements = moved.map(({ movement, amount }): BridgeStep => {
    const from = stands;
    stands += amount;
    return {
      step: amount > 0 ? 'up' : amount < 0 ? 'down' : 'still',
      name: movement ?? notExplained,
      from,
      to: stands,
      label: signedWords(amount, say),
      unknown: movement === null,
    };
  });
  return [level(bridgeStart, opening), ...movements, level(bridgeEnd, closing)];
}

/** From zero to past the greatest level; from a round number below all levels where movements from zero would be too small to see. */
function axisOf(steps: readonly BridgeStep[]): { from: number; to: number } {
  const levels = steps.map(({ to }) => to);
  const [least, greatest] = [Math.min(0, ...levels), Math.max(0, ...levels)];
  const largest = Math.max(...steps.map(({ step, from, to }) => (step === 'level' ? 0 : Math.abs(to - from))));
  if (least < 0 || largest === 0 || largest >= greatest * tooSmall) return { from: least, to: greatest };
  const lowest = Math.min(...levels);
  // A third of the drawing is left to what is cut, so that the levels are seen to go on.
  const spread = (greatest - lowest || largest) * 1.5;
  const step = 10 ** Math.floor(Math.log10(spread));
  return { from: Math.max(0, Math.floor((greatest - spread) / step) * step), to: greatest };
}

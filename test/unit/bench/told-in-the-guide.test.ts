import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureSignals } from '../../../scripts/bench/signals.ts';

const guide = readFileSync(new URL('../../../data/README.md', import.meta.url), 'utf8');
const rows = guide
  .slice(guide.indexOf('## How we tell a change from wobble'))
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The cells that stand beside a name. */
const told = (name: string) => rows.find(([, head]) => head === name)?.slice(2, -1) ?? [];

test('the guide tells how often the rules are wrong, and how long they take, as the bench measures it', () => {
  // Fewer series than the guide names, so that this stays quick: chance alone moves a share of 300 by eight points.
  const { stable, shifts } = measureSignals(2, 300);
  for (const { name, base, ours, customary } of stable) {
    const [two, four, short] = told(name).map((cell) => Number.parseInt(cell, 10) / 100);
    const said = base === 24 ? [two, four] : [short];
    const measured = base === 24 ? [ours.years, customary.years] : [ours.years];
    for (const [index, part] of measured.entries()) expect(Math.abs(part - (said[index] ?? Infinity)), `${name}, ${base}`).toBeLessThan(0.085); // prettier-ignore
  }
  for (const { name, ours } of shifts) {
    const [median = 0, ninety = 0] = (told(name)[0] ?? '').split(', ').map(Number);
    expect(Math.abs((ours.median ?? 61) - median), name).toBeLessThanOrEqual(1 + median * 0.3);
    expect(Math.abs((ours.ninety ?? 61) - ninety), name).toBeLessThanOrEqual(1 + ninety * 0.3);
  }
});

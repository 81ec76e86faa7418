import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diceOf } from '../../../scripts/sample/chance.ts';
import { damagedCompany } from './damaged-company.ts';
import { fuzz } from './fuzz.ts';
import { wrongIn } from './judge.ts';
import { byteMutations } from './mutate-bytes.ts';
import { textLines } from './naive-rows.ts';
import { packed, unpacked } from './packing.ts';
import { allSeeds } from './seeds.ts';

it('a few hundred damaged files are read in full or refused in words that help: `npm run test:faults -- --only fuzz` tries ten thousand', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-fuzz-'));
  try {
    const [report] = await fuzz({ seed: 9, times: 210, folder, say: () => undefined });
    expect(report).toMatchObject({ tried: 210, held: 210, failures: [] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('the same seed damages the same, and another one something else', async () => {
  const seeds = await allSeeds();
  const made = (seed: number) => Array.from({ length: 50 }, (_, nth) => damagedCompany(seeds, seed, nth));
  expect(made(1)).toEqual(made(1));
  expect(made(2)).not.toEqual(made(1));
});

it('a change leaves the bytes that it was given as they were', () => {
  const bytes = Buffer.from('Id,Source\na,Web\n');
  for (const { change } of byteMutations) for (let nth = 0; nth < 20; nth += 1) change(bytes, diceOf(nth));
  expect(bytes.toString()).toBe('Id,Source\na,Web\n');
});

it('rows are counted without the product: line ends within quotes are none, and empty lines are no rows', () => {
  expect(textLines('a,b\n1,"x\n""y"""\n\n\r\n2,"', ',')).toBe(3);
});

it('what is packed comes out again', () => {
  const files = new Map([['a.csv', Buffer.from('Id\n1\n')]]);
  expect(unpacked(packed(files))).toEqual(files);
});

it('a fault that nobody could use is told', () => {
  const problem = { level: 'fault', file: 'a.csv', line: 0, column: 1, says: 'TypeError: x\n at y', fix: '' } as const;
  expect(wrongIn(problem).map((line) => line.split(' in {')[0])).toEqual(['no place', 'no words, or no mend', 'a line break', "a programmer's words"]); // prettier-ignore
});

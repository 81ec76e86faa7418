import { expect, test } from 'vitest';
import { leastOf } from '../../../../scripts/bench/ingest/least-of.ts';
import { sizesTo, stepsIn } from '../../../../scripts/bench/ingest/measure-ingest.ts';
import { runAside } from '../../../../scripts/bench/ingest/run-aside.ts';
import { sayStepTimes, stepTimes } from '../../../../scripts/command/step-times.ts';
import { took } from './ingest-report.ts';

test('sizes go up to what is asked for, ten times as many each', () => {
  expect(sizesTo(500)).toEqual([500]);
  expect(sizesTo(10_000)).toEqual([10_000]);
  expect(sizesTo(200_000)).toEqual([10_000, 100_000, 200_000]);
  expect(sizesTo(1_000_000)).toEqual([10_000, 100_000, 1_000_000]);
});

test('steps are timed from one beginning to the next, and read again from what the command says', () => {
  let now = 0;
  const times = stepTimes(() => now);
  for (const [step, from] of [['load', 700], ['keys', 1700], ['load', 1900], ['write', 2000]] as const) {
    now = from;
    times.watch(step);
  } // prettier-ignore
  now = 2005;
  const said = `warning: something\nSteps: ${sayStepTimes(times.end())}.\n`;
  expect(stepsIn(said)).toEqual([
    { part: 'start', seconds: 0.7 },
    { part: 'load', seconds: 1.1 },
    { part: 'keys', seconds: 0.2 },
    { part: 'write', seconds: 0.005 },
  ]);
  expect(stepsIn('nothing of the kind')).toEqual([]);
});

test('of several runs the one counts that took the least time', async () => {
  const runs = [took(3), took(1, 9), took(2)];
  expect(await leastOf(3, () => Promise.resolve(runs.shift() ?? took(99)))).toEqual(took(1, 9));
  expect(await leastOf(3, () => Promise.resolve(null))).toBe(null);
});

test('a process tells what it took, with those that it starts', async () => {
  const inner =
    'const all = Buffer.alloc(2 ** 27, 1); const from = Date.now(); while (Date.now() < from + 200); all[0]';
  const outer = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(inner)}])`;
  const ran = await runAside({ command: process.execPath, args: ['-e', outer] });
  expect(ran.wall).toBeGreaterThan(0.2);
  // Other systems than Linux do not tell.
  if (ran.cpu !== null) expect(ran.cpu).toBeGreaterThan(0.1);
  if (ran.megabytes !== null) expect(ran.megabytes).toBeGreaterThan(128);
});

test('a process that fails says why', async () => {
  const failing = runAside({ command: process.execPath, args: ['-e', 'console.error("no disk"); process.exit(3)'] });
  await expect(failing).rejects.toThrow(/ended with 3: no disk/);
});

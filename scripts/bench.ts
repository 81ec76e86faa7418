/**
 * `npm run bench`: how long the whole agreement takes on a company of any size, metric by metric, and beside SQL written by hand; and how often the
 * rules that tell a change from wobble are wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { companyIn } from './bench/company.ts';
import { faultsIn, inWords, type BenchReport } from './bench/report.ts';
import { runBench } from './bench/run-bench.ts';
import { measureSignals, signalsInWords } from './bench/signals.ts';
import { endWell, Usage } from './command/endings.ts';
import { readCompany } from './command/read-company.ts';
import { readTask } from './command/task.ts';

const asked = {
  options: [
    ['--leads <number>', 'about how many leads the company has (default: 20000)'],
    ['--keep <dir>', 'where its exports and database stay, to be measured again (default: they are thrown away)'],
    ['--plans', 'also how the longest statements of each metric are planned'],
    [
      '--only <company|signals>',
      'one part: the speed on a company, or how often the rules for a change are wrong (default: both)',
    ],
    ['--series <number>', 'how many series of each kind are simulated for the signals (default: 4000)'],
    ['--seed <number>', 'which series these are (default: 1)'],
  ],
} as const;

type Said = Readonly<Record<string, string>>;

function wholeIn(said: Said, name: string, otherwise: number): number {
  const text = said[name];
  if (text !== undefined && !/^[1-9]\d{0,7}$/.test(text))
    throw new Usage(`--${name}: expected a whole number from 1 on, got "${text}"`);
  return Number(text ?? otherwise);
}

function partIn({ only }: Said): 'company' | 'signals' | 'both' {
  if (only !== undefined && only !== 'company' && only !== 'signals')
    throw new Usage(`--only: expected company or signals, got "${only}"`);
  return only ?? 'both';
}

await endWell(async () => {
  const argv = process.argv.slice(2);
  const { said, data, json } = readTask(
    'bench',
    'Measures a made-up company of any size, and how long it takes.',
    argv,
    Date.now,
    asked,
  );
  const part = partIn(said);
  const leads = wholeIn(said, 'leads', 20_000);
  const [seed, series] = [wholeIn(said, 'seed', 1), wholeIn(said, 'series', 4000)];
  const report = part === 'signals' ? null : await benchCompany(leads, data, said);
  const signals = part === 'company' ? null : measureSignals(seed, series);
  if (json) console.log(JSON.stringify({ ...report, ...(signals && { signals }) }, null, 2));
  else {
    const told = [report && inWords(report, said['plans'] === 'yes'), signals && signalsInWords(signals)];
    console.log(told.filter((lines) => lines !== null).join('\n\n'));
  }
  const differ = report?.twins.some(({ differences }) => differences.length > 0) ?? false;
  if (differ || faultsIn(report?.metrics ?? []).length > 0) process.exitCode = 1;
});

async function benchCompany(leads: number, data: string, said: Said): Promise<BenchReport> {
  const folder = said['keep'] ?? mkdtempSync(join(tmpdir(), 'same-page-bench-'));
  try {
    const made = companyIn(folder, leads, data, () => performance.now());
    const company = await readCompany(readTask('bench', '', ['--data', data], Date.now));
    return await runBench({ leads, made, company, clock: processorTime });
  } finally {
    if (said['keep'] === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that the processor worked for this thread: what else the machine does is not in it. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** `npm run bench`: how long the whole agreement takes on a company of any size, metric by metric, and beside SQL written by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { companyIn } from './bench/company.ts';
import { faultsIn, inWords } from './bench/report.ts';
import { runBench } from './bench/run-bench.ts';
import { endWell, Usage } from './command/endings.ts';
import { readCompany } from './command/read-company.ts';
import { readTask } from './command/task.ts';

const asked = {
  options: [
    ['--leads <number>', 'about how many leads the company has (default: 20000)'],
    ['--keep <dir>', 'where its exports and database stay, to be measured again (default: they are thrown away)'],
    ['--plans <yes|no>', 'also how the longest statements of each metric are planned (default: no)'],
  ],
} as const;

function leadsIn(said: string | undefined): number {
  if (said !== undefined && !/^[1-9]\d{0,7}$/.test(said))
    throw new Usage(`--leads: expected a whole number from 1 on, got "${said}"`);
  return Number(said ?? 20_000);
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
  const leads = leadsIn(said['leads']);
  const folder = said['keep'] ?? mkdtempSync(join(tmpdir(), 'same-page-bench-'));
  try {
    const made = companyIn(folder, leads, data, () => performance.now());
    const company = await readCompany(readTask('bench', '', ['--data', data], Date.now));
    const report = await runBench({ leads, made, company, clock: processorTime });
    console.log(json ? JSON.stringify(report, null, 2) : inWords(report, said['plans'] === 'yes'));
    if (faultsIn(report.metrics).length > 0 || report.twins.some(({ differences }) => differences.length > 0))
      process.exitCode = 1;
  } finally {
    if (said['keep'] === undefined) rmSync(folder, { recursive: true, force: true });
  }
});

/** Milliseconds that the processor worked for this thread: what else the machine does is not in it. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

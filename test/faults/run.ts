/**
 * `npm run test:faults`: what must hold whatever happens while the product works, tried far oftener than `npm test` can. It prints one table, and each
 * failure with what repeats it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { diskTrouble } from './disk.ts';
import type { FaultPart } from './fault-report.ts';
import { faultTable } from './fault-table.ts';
import type { TimedReport } from './fault-table.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { hostileSizes } from './fuzz/hostile-sizes.ts';
import { kills } from './kills.ts';
import { order } from './order.ts';
import { soak } from './soak.ts';

/** A part of the trials, and how often it is tried where nothing else is said. */
interface ListedPart {
  readonly part: FaultPart;
  readonly times: number;
}

const parts = {
  kills: { part: kills, times: 200 },
  disk: { part: diskTrouble, times: 1 },
  fuzz: { part: fuzz, times: 10_000 },
  hostile: { part: hostileSizes, times: 1 },
  order: { part: order, times: 100 },
  soak: { part: soak, times: 60 },
} satisfies Record<string, ListedPart>;

interface Options {
  readonly seed: number;
  readonly times?: number;
  readonly only?: keyof typeof parts;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on, such as 200.');
  return Number(text);
}

const command = new Command('npm run test:faults --')
  .description('Tries what may happen to the product while it works, and tells in one table what held.')
  .option('--seed <number>', 'the same number tries the same', wholeNumber, 9)
  .option('--times <number>', 'how often each fault is tried (default: as often as the guide tells)', wholeNumber)
  .addOption(new Option('--only <part>', 'one part').choices(Object.keys(parts)));
command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
const { seed, times, only } = command.parse().opts<Options>();

const folder = mkdtempSync(join(tmpdir(), 'same-page-faults-'));
const reports: TimedReport[] = [];
try {
  for (const [name, { part, times: usual }] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue;
    const began = performance.now();
    const own = join(folder, name);
    mkdirSync(own);
    const made = await part({
      seed,
      times: times ?? usual,
      folder: own,
      say: (line) => console.error(`${name}: ${line}`),
    });
    const seconds = (performance.now() - began) / 1000;
    reports.push(...made.map((report, row) => ({ ...report, seconds: row === 0 ? seconds : null })));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(faultTable(reports));
const failures = reports.flatMap(({ failures: lines }) => lines);
for (const line of failures) console.log(`\n${line}`);
process.exitCode = failures.length > 0 ? 1 : 0;

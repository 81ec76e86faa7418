import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { exportFiles } from './sample/columns.ts';
import { exportedAt } from './sample/exported-at.ts';
import { openExportFiles } from './sample/export-files.ts';
import { generate } from './sample/generate.ts';

interface Options {
  readonly leads: number;
  readonly months: number;
  readonly asOf: number;
  readonly seed: number;
  readonly out: string;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on, such as 1600.');
  return Number(text);
}

/** An instant as seconds since 1970. */
function instant(text: string): number {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) throw new InvalidArgumentError('Expected a time with its zone, such as 2026-11-09T05:40:00Z.');
  return Math.floor(at / 1000);
}

const command = new Command('sample')
  .description("Writes a made-up company's Salesforce exports, of any size. The same seed gives the same bytes.")
  .option('--leads <number>', 'about how many leads', wholeNumber, 1600)
  .option('--months <number>', 'whole months before the running one', wholeNumber, 36)
  .option('--as-of <time>', 'the instant of the export', instant, instant('2026-11-09T05:40:00Z'))
  .option('--seed <number>', 'another number, another company', wholeNumber, 294)
  .requiredOption('--out <folder>', 'where the files go');
command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
const options = command.parse().opts<Options>();

/** Writes the files and the manifest that says what they hold; returns the number of rows. */
function write({ out, ...task }: Options): number {
  const files = openExportFiles(out);
  const onTerminal = process.stderr.isTTY;
  generate(task, files, (leads) => {
    if (onTerminal) process.stderr.write(`\r${leads} leads written`);
    else if (leads > 0 && leads % 100_000 === 0) console.log(`${leads} leads written`);
  });
  if (onTerminal) process.stderr.write('\n');
  const rows = files.close();
  const instantOf = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  const manifest = {
    files: exportFiles.map((file) => ({
      file: `${file}.csv`,
      asOf: instantOf(exportedAt(file, task.asOf)),
      rows: rows[file],
    })),
  };
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return Object.values(rows).reduce((all, count) => all + count, 0);
}

try {
  console.log(`${write(options)} rows in ${exportFiles.length} files, in ${options.out}`);
} catch (error) {
  // A full disk or a folder that may not be written is the machine's failure, not a fault in the program.
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  console.error(`The exports could not be written: ${error.message}`);
  process.exitCode = 3;
}

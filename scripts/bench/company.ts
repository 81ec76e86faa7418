import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A made-up company to measure, and what it took to make; null: it was there already. */
export interface BenchCompany {
  readonly exports: string;
  readonly database: string;
  readonly seconds: { readonly written: number | null; readonly ingested: number | null };
}

/**
 * Writes a company's exports and reads them into a database, both as a user would, by processes of their own, so that their memory is
 * not the measuring's. What a folder already holds is used again: take another for another number of leads.
 */
export function companyIn(folder: string, leads: number, data: string, clock: () => number): BenchCompany {
  mkdirSync(folder, { recursive: true });
  const exports = join(folder, 'exports');
  const database = join(folder, 'same-page.db');
  const timed = (isThere: string, args: readonly string[]): number | null => {
    if (existsSync(isThere)) return null;
    const from = clock();
    run(args);
    return (clock() - from) / 1000;
  };
  const written = timed(join(exports, 'manifest.json'), ['sample', '--leads', String(leads), '--out', exports]);
  const reading = ['ingest', '--data', data, '--exports', exports, '--database', database];
  const ingested = timed(database, reading);
  return { exports, database, seconds: { written, ingested } };
}

function run(args: readonly string[]): void {
  const started = join(import.meta.dirname, '..', 'run.mjs');
  execFileSync(process.execPath, [started, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}

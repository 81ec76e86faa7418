/** The exports that are ingested, and what is known of them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifest, type ManifestFile } from '../../../src/records/manifest.ts';

export interface BenchExports {
  readonly folder: string;
  readonly files: readonly (ManifestFile & { readonly rows: number })[];
  readonly rows: number;
  /** Of 2^20 bytes. */
  readonly megabytes: number;
}

/** What starts every command. */
export const starter = join(import.meta.dirname, '..', '..', 'run.mjs');

/** The exports of a made-up company of a size, in a folder of theirs; written there unless they are there already. */
export function exportsOf(leads: number, keep: string): BenchExports {
  const folder = join(keep, String(leads));
  const manifest = join(folder, 'manifest.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(manifest)) {
    const args = [starter, 'sample', '--leads', String(leads), '--out', folder];
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const files = parseManifest(readFileSync(manifest, 'utf8'), manifest).manifest.files.map((file) => ({
    ...file,
    rows: file.rows ?? 0,
  }));
  const bytes = files.reduce((sum, { file }) => sum + statSync(join(folder, file)).size, 0);
  return { folder, files, rows: files.reduce((sum, { rows }) => sum + rows, 0), megabytes: bytes / 2 ** 20 };
}

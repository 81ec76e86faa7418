import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './commands/run-command.ts';
import type { CaseFolders } from './run-case.ts';

export interface BuiltCase {
  readonly status: number | null;
  /** What the command printed. */
  readonly said: string;
  /** The words of a page, without its marks: `metrics/deals-won`, or '' for the headline page. */
  words(page: string): Promise<string>;
  end(): Promise<void>;
}

/** Builds a case's site by the command that people type, in a folder of its own. */
export async function buildCase({ data, exports, now }: CaseFolders): Promise<BuiltCase> {
  const work = await mkdtemp(join(tmpdir(), 'same-page-site-'));
  const out = join(work, 'site');
  const kept = ['--database', join(work, 'case.db'), '--published', join(work, 'published')];
  const folders = ['--data', data, '--exports', exports, ...kept, '--out', out];
  const ended = await runCommand('build', ...folders, '--now', now);
  return {
    status: ended.status,
    said: ended.out + ended.err,
    words: async (page) => {
      const html = await readFile(join(out, page, 'index.html'), 'utf8');
      const body = html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
      return body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    },
    end: () => rm(work, { recursive: true, force: true }),
  };
}

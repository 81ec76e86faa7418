import { readFileSync } from 'node:fs';

/**
 * Megabytes that this process holds for itself. Pages of files that the system keeps and can take back at any time are not in it where the
 * system tells them apart, as Linux does.
 */
export function ownMegabytes(): number {
  const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/m.exec(statusText()) ?? [];
  return kilobytes === undefined ? process.memoryUsage.rss() / 2 ** 20 : Number(kilobytes) / 1024;
}

function statusText(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}

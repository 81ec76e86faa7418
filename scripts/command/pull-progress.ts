import { SingleBar } from 'cli-progress';
import type { PullProgress } from '../../src/pull/world.ts';

/** A bar on a terminal for what is pulled; elsewhere nothing while it runs, so that logs hold only what stays true. */
export function showPullProgress(): { readonly report: (progress: PullProgress) => void; readonly end: () => void } {
  if (!process.stderr.isTTY) return { report: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: 'Pulling {file} of {connection} |{bar}| {count}',
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  });
  bar.start(1, 0, { file: '', connection: '', count: '' });
  return {
    report: ({ connection, file, rows, bytes, total }) => {
      const done = rows ?? bytes;
      const unit = rows === null ? 'bytes' : 'rows';
      const of = total === null ? '' : ` of ${total.toLocaleString('en-GB')}`;
      // Where nobody says how much there is, the bar stays empty and the count tells.
      bar.setTotal(Math.max(1, total ?? Infinity));
      bar.update(total === null ? 0 : Math.min(done, total), {
        connection,
        file,
        count: `${done.toLocaleString('en-GB')}${of} ${unit}`,
      });
    },
    end: () => bar.stop(),
  };
}

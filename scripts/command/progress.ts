import { SingleBar } from 'cli-progress';

/** How far a file is read. */
export interface Reading {
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

export interface Progress {
  readonly report: (reading: Reading) => void;
  readonly end: () => void;
}

/** A bar on a terminal; elsewhere nothing while it runs, so that logs hold only what stays true. */
export function showProgress(): Progress {
  if (!process.stderr.isTTY) return { report: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: 'Reading {file} |{bar}| {percentage}%  {rows} rows',
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  });
  bar.start(1, 0, { file: '', rows: 0 });
  return {
    report: ({ file, bytesRead, bytesTotal, rows }) => {
      bar.setTotal(Math.max(1, bytesTotal));
      bar.update(bytesRead, { file, rows: rows.toLocaleString('en-GB') });
    },
    end: () => bar.stop(),
  };
}

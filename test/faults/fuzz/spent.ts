import { readFileSync } from 'node:fs';

/** What a process has spent. */
export interface Spent {
  /** Of the processor, on all cores: other processes on the machine do not change it. */
  readonly milliseconds: number;
  /** The most memory that it has taken so far, with all that it is made of. */
  readonly megabytes: number;
}

/** Gives what is spent from here on. */
export function spending(): () => Spent {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return { milliseconds: (user + system) / 1000, megabytes: peakMegabytes() };
  };
}

/** Linux tells a new process its parent's peak as its own; that of its own memory stands in another place. */
function peakMegabytes(): number {
  try {
    const kilobytes = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

import type { IngestReport, SizeReport } from '../../../../scripts/bench/ingest/report.ts';
import type { Took } from '../../../../scripts/bench/ingest/run-aside.ts';

export const took = (wall: number, cpu: number | null = wall, megabytes: number | null = 100): Took => ({
  wall,
  cpu,
  megabytes,
});

const small: SizeReport = {
  ...took(3, 3, 120),
  leads: 10_000,
  rows: 100_000,
  megabytesRead: 25,
  start: 1,
  perMillionRows: 20,
  steps: [],
};

const large: SizeReport = {
  ...took(20, 36, 350),
  leads: 1_000_000,
  rows: 10_000_000,
  megabytesRead: 2500,
  start: 1,
  perMillionRows: 1.9,
  steps: [
    { part: 'load', seconds: 15 },
    { part: 'write', seconds: 0.1 },
    { part: 'derive', seconds: 3.9 },
  ],
};

/** A run on a million leads in which all holds. */
export const allHolds: IngestReport = {
  leads: 1_000_000,
  cores: 2,
  times: 1,
  floor: took(25, 24, 8),
  full: large,
  sizes: [small, large],
  parts: {
    leads: 100_000,
    times: [
      { part: 'read', seconds: 1 },
      { part: 'parse', seconds: 3 },
    ],
  },
  unchanged: took(0.3, 0.25, 80),
  delta: { rows: 90_000, megabytes: 25, took: took(1, 1.8, 200) },
  whole: { metrics: 11, pages: 38, fromNothing: took(32, 50, 450), afterAChange: took(3.5) },
};

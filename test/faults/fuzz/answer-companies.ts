/** Ingests damaged companies, each by its number, in a process that may be killed: see `watched`. */
import { damagedCompany } from './damaged-company.ts';
import { allSeeds } from './seeds.ts';
import { tryCompany } from './try-company.ts';

const folder = process.env['FUZZ_FOLDER'] ?? '';
const seeds = await allSeeds();

interface Question {
  readonly seed: number;
  readonly nth: number;
}

process.on('message', ({ seed, nth }: Question) => {
  const began = performance.now();
  void tryCompany(damagedCompany(seeds, seed, nth), folder).then((verdict) => {
    const milliseconds = performance.now() - began;
    process.send?.({ ...verdict, milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 });
  });
});

/** Ingests damaged companies, each by its number, in a process that may be killed: see `watched`. */
import { damagedCompany } from './damaged-company.ts';
import { allSeeds } from './seeds.ts';
import { spending } from './spent.ts';
import { tryCompany } from './try-company.ts';

const folder = process.env['FUZZ_FOLDER'] ?? '';
const seeds = await allSeeds();

interface Question {
  readonly seed: number;
  readonly nth: number;
}

process.on('message', ({ seed, nth }: Question) => {
  const spent = spending();
  void tryCompany(damagedCompany(seeds, seed, nth), folder).then((verdict) => {
    process.send?.({ ...verdict, ...spent() });
  });
});

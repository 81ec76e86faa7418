import { diceOf } from '../../../scripts/sample/chance.ts';
import type { Dice } from '../../../scripts/sample/chance.ts';
import type { TextFile } from '../../../src/values/text-file.ts';
import { byteMutations } from './mutate-bytes.ts';
import { manifestMutations } from './mutate-manifest.ts';
import { gzipMutations, zipMutations } from './mutate-packed.ts';
import { rowMutations } from './mutate-rows.ts';
import type { Mutation } from './mutation.ts';
import type { Files, Seed } from './seeds.ts';

/** A company one of whose files is damaged. */
export interface DamagedCompany {
  readonly sources: readonly TextFile[];
  readonly files: Files;
  /** What was ingested before, undamaged; null for none. */
  readonly before: Files | null;
  /** As a person is told what was done: `leads: Lead.csv: cut off`. */
  readonly done: string;
}

/** The company of a number: the same seed and number give the same, byte for byte. */
export function damagedCompany(seeds: readonly Seed[], seed: number, nth: number): DamagedCompany {
  const dice = diceOf(seed, nth);
  const from = seeds[nth % seeds.length];
  if (!from) throw new Error('there are no seeds');
  const sources = dice.chance(0.85) ? from.sources.map(withAnyRejected) : from.sources;
  const before = dice.chance(0.15) ? from.files : null;
  if (from.files.size > 1 && dice.chance(0.03)) return { sources, before, files: swapped(from.files, dice), done: `${from.name}: two files swapped` }; // prettier-ignore
  const [name, sound] = dice.pick([...from.files].filter(([file]) => file !== 'manifest.json' || dice.chance(0.15)));
  let bytes = sound;
  const done: string[] = [];
  for (let left = dice.pick([1, 1, 1, 2, 3]); left > 0; left -= 1) {
    const mutation = dice.pick(dice.chance(0.35) ? byteMutations : (ownMutations(name) ?? byteMutations));
    const changed = changedOr(bytes, mutation, dice);
    if (changed !== null) done.push(mutation.name);
    bytes = changed ?? bytes;
  }
  return {
    sources,
    before,
    files: new Map(from.files).set(name, bytes),
    done: `${from.name}: ${name}: ${done.join(', ')}`,
  };
}

/** Else most damaged files would be refused for too many rejected rows, and their accounts never seen. */
function withAnyRejected({ path, text }: TextFile): TextFile {
  const isTold = text.includes('reject at most');
  return { path, text: isTold ? text.replace(/reject at most:.*/, 'reject at most: 100%') : `reject at most: 100%\n${text}` }; // prettier-ignore
}

function ownMutations(name: string): readonly Mutation[] {
  if (name === 'manifest.json') return manifestMutations;
  if (/\.(?:zip|xlsx)$/i.test(name)) return zipMutations;
  return name.endsWith('.gz') ? gzipMutations : rowMutations;
}

/** Null where an earlier change left nothing that this one could change. */
function changedOr(bytes: Buffer, { change }: Mutation, dice: Dice): Buffer | null {
  try {
    return change(bytes, dice);
  } catch {
    return null;
  }
}

function swapped(files: Files, dice: Dice): Files {
  const [[a, first], [b, second]] = [dice.pick([...files]), dice.pick([...files])];
  return new Map(files).set(a, second).set(b, first);
}

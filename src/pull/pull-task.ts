import type { Connection } from '../records/connection.ts';
import type { FileSource } from '../records/source.ts';
import type { Connectors } from './connectors.ts';
import type { Disk } from './disk.ts';
import type { World } from './world.ts';

/** What a pull is to do, and what it does it with. */
export interface PullTask {
  readonly sources: readonly FileSource[];
  /** Those that are pulled. */
  readonly connections: readonly Connection[];
  readonly exports: string;
  /** Everything is pulled anew, whatever was pulled before. */
  readonly whole: boolean;
  /** By the world's clock: then the pull stops, and the next one goes on. Null: it has all the time. */
  readonly until: number | null;
  readonly world: World;
  readonly disk: Disk;
  readonly connectors: Connectors;
}

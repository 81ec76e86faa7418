import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '../records/manifest-name.ts';
import { readManifest, type Manifest, type ManifestFile, type PullAccount } from '../records/manifest.ts';
import type { Problem } from '../values/problem.ts';
import { bytesOf, type Disk } from './disk.ts';
import { readState, type State } from './state.ts';
import type { World } from './world.ts';

/** The folder within the exports that a pull works in. Names that begin with a dot are no exports. */
export const workFolder = '.pulling';

/** A pull while it runs: what it has, what it goes on with, and the disk that it writes to. */
export interface Pulling {
  readonly disk: Disk;
  readonly world: World;
  readonly exports: string;
  /** When it began, as its folder is called: `2026-11-23T05-40-00Z`. */
  readonly name: string;
  readonly manifest: () => Manifest;
  readonly keepManifest: (manifest: Manifest) => Promise<void>;
  readonly state: State;
  /** Writes the state down. What is not written down is done again after a kill. */
  readonly keepState: () => Promise<void>;
}

/** Finds out what was pulled, and what a pull that was cut off left. A manifest that can't be read is a problem, and nothing is touched. */
export async function openPulling(
  exports: string,
  disk: Disk,
  world: World,
): Promise<{ readonly pulling: Pulling; readonly problems: readonly Problem[] }> {
  const path = join(exports, manifestName);
  const { manifest: read, problems } = await readManifest(path);
  const statePath = join(exports, workFolder, 'state.json');
  const state = await readState(statePath);
  let manifest = read;
  const pulling: Pulling = {
    disk,
    world,
    exports,
    name: await freeName(exports, world.now(), state),
    manifest: () => manifest,
    keepManifest: async (next) => {
      await disk.replace(path, `${JSON.stringify(next, null, 2)}\n`);
      manifest = next;
    },
    state,
    keepState: () => disk.replace(statePath, JSON.stringify(state)),
  };
  return { pulling, problems };
}

/** An instant as the manifest writes it: `2026-11-23T05:40:00Z`. */
export function instantText(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000', '');
}

/** Two pulls never share a folder, whatever the clock says. */
async function freeName(exports: string, now: number, { tables }: State): Promise<string> {
  const taken = new Set([
    ...(await readdir(exports).catch(() => [])),
    ...Object.values(tables).map((part) => part.pull),
  ]);
  for (let second = now; ; second += 1) {
    const name = instantText(second).replaceAll(':', '-');
    if (!taken.has(name)) return name;
  }
}

const ofPulls = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;

/**
 * Takes away what lies in folders of pulls and no manifest names: a pull that was cut off between two steps left it, and its state is lost. Only files
 * of such names as are pulled.
 */
export async function sweep(pulling: Pulling, files: ReadonlySet<string>): Promise<void> {
  const { disk, exports, state } = pulling;
  const named = new Set(pulling.manifest().files.map(({ file }) => file));
  for (const part of Object.values(state.tables)) if (part.placing) named.add(part.placing.entry.file);
  const folders = await readdir(exports, { withFileTypes: true }).catch(() => []);
  for (const folder of folders.filter((each) => each.isDirectory() && ofPulls.test(each.name))) {
    const inside = await readdir(join(exports, folder.name));
    const strays = inside.filter((file) => files.has(file) && !named.has(`${folder.name}/${file}`));
    for (const stray of strays) await takeAway(disk, exports, `${folder.name}/${stray}`);
  }
}

/** Takes a file of the exports away, and its folder where that is then empty and was a pull's. */
export async function takeAway(disk: Disk, exports: string, file: string): Promise<void> {
  await disk.remove(join(exports, file));
  const folder = file.split('/').slice(0, -1).join('/');
  if (!ofPulls.test(folder)) return;
  const left = await readdir(join(exports, folder)).catch(() => null);
  if (left?.length === 0) await disk.remove(join(exports, folder));
}

/** A manifest with a file's entry, at the end, and without others. */
export function withFile(manifest: Manifest, entry: ManifestFile, without: readonly string[] = []): Manifest {
  const gone = new Set([...without, entry.file]);
  return { ...manifest, files: [...manifest.files.filter(({ file }) => !gone.has(file)), entry] };
}

/** Whether a file of the manifest lies there as long as it should be. */
export async function isThere(exports: string, { file, bytes }: ManifestFile): Promise<boolean> {
  const found = await bytesOf(join(exports, file));
  return found !== null && (bytes === undefined || bytes === found);
}

/** How many accounts the manifest keeps. */
const accountsKept = 100;

/** Adds what became of a pull to the manifest. */
export async function addAccount(pulling: Pulling, account: PullAccount): Promise<void> {
  const manifest = pulling.manifest();
  await pulling.keepManifest({ ...manifest, pulls: kept([...(manifest.pulls ?? []), account]) });
}

/** The last ones, and of each connection the last that was complete: it tells since when something is amiss. */
function kept(pulls: readonly PullAccount[]): PullAccount[] {
  const complete = new Map(
    pulls.filter(({ outcome }) => outcome === 'complete').map((pull) => [pull.connection, pull]),
  );
  const last = new Set([...complete.values(), ...pulls.slice(-accountsKept)]);
  return pulls.filter((pull) => last.has(pull));
}

import { join } from 'node:path';
import type { ManifestFile } from '../records/manifest.ts';
import { changesAtMost, entriesOf, filesOfTable, type OwnKeys } from './base.ts';
import { mergeChanges, type RowKey } from './merge-changes.ts';
import { sha256Of } from '../records/files/sha256-of.ts';
import { placeFile } from './place-file.ts';
import { instantText, withFile, workFolder } from './pulling.ts';
import type { Placing, TablePart } from './state.ts';
import { partName, type Came, type TablePlan, type TablePull } from './table-plan.ts';

/**
 * Puts a table whose rows are all there into place. Null: there is none, or what was to be moved is gone. Without a plan only what was begun to be put
 * into place is.
 */
export async function finishTable(pull: TablePull, name: string, plan: TablePlan | null): Promise<Came | null> {
  const { pulling } = pull;
  const part = pulling.state.tables[name];
  if (!part?.isWhole || (part.placing === null && plan === null)) return null;
  if (part.placing === null && plan !== null) {
    if (part.since !== null && part.rows === 0) await keepTime(pull, plan, part);
    else {
      part.placing = await placingOf(pull, plan, part);
      await pulling.keepState();
    }
  }
  const isPlaced = part.placing === null || (await placeFile(pulling, part.placing));
  delete pulling.state.tables[name];
  await pulling.keepState();
  for (const left of [partName(name), mergedName(name)])
    await pulling.disk.remove(join(pulling.exports, workFolder, left));
  return isPlaced ? { rows: part.rows, bytes: part.bytes } : null;
}

const mergedName = (name: string): string => `${name}.merged`;

/** Where nothing has changed, the newest file is as good as one of now. */
async function keepTime({ pulling }: TablePull, { base }: TablePlan, part: TablePart): Promise<void> {
  const newest = base && entriesOf(base).at(-1);
  if (!newest || part.until < base.upTo) return;
  const time = instantText(part.until);
  const complete = instantText(pulling.world.now());
  await pulling.keepManifest(withFile(pulling.manifest(), { ...newest, asOf: time, upTo: time, complete }));
}

async function placingOf(pull: TablePull, plan: TablePlan, part: TablePart): Promise<Placing> {
  const { pulling, connection, wanted } = pull;
  const now = instantText(pulling.world.now());
  const common = {
    file: `${part.pull}/${wanted.file}`,
    asOf: instantText(part.until),
    upTo: instantText(part.until),
    pull: part.pull,
    from: connection.name,
    object: plan.ask.object,
    columns: [...plan.header],
  };
  const own = (anew: unknown): OwnKeys => ({
    asked: plan.asked,
    anew: typeof anew === 'string' ? anew : now,
    complete: now,
    types: plan.types,
  });
  const whole = async (moves: string, rows: number, bytes: number, anew: unknown): Promise<Placing> => ({
    moves,
    entry: { ...common, holds: 'everything', rows, bytes, sha256: await hashOf(pull, moves), ...own(anew) },
    replaces: filesOfTable(pulling, connection.name, wanted.file).map(({ file }) => file),
  });
  const moves = partName(plan.name);
  const { base, key } = plan;
  if (part.since === null || base === null) return whole(moves, part.rows, part.bytes, null);
  if (key !== null && isManyOf([...base.changes, part], base.whole)) {
    const { bytes, rows } = await merged(pull, plan, key);
    return whole(mergedName(plan.name), rows, bytes, base.whole['anew']);
  }
  const sha256 = await hashOf(pull, moves);
  const entry = { ...common, holds: 'changes' as const, rows: part.rows, bytes: part.bytes, sha256, ...own(null) };
  return { moves, entry, replaces: [] };
}

/** Whether changes are so many, or so long, that one whole file is better. */
function isManyOf(changes: readonly { readonly bytes?: number | undefined }[], whole: ManifestFile): boolean {
  const bytes = changes.reduce((sum, each) => sum + (each.bytes ?? 0), 0);
  return changes.length > changesAtMost || bytes > (whole.bytes ?? 0) / 4;
}

function merged({ pulling }: TablePull, { name, base, header }: TablePlan, key: RowKey) {
  const before = base === null ? [] : entriesOf(base).map(({ file }) => join(pulling.exports, file));
  const inWork = (file: string): string => join(pulling.exports, workFolder, file);
  return mergeChanges(pulling.disk, [...before, inWork(partName(name))], header, key, inWork(mergedName(name)));
}

function hashOf({ pulling }: TablePull, name: string): Promise<string> {
  return sha256Of(join(pulling.exports, workFolder, name));
}

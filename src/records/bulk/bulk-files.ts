import type { Catalogue } from '../../values/catalogue.ts';
import type { ExportFile } from '../export-files.ts';
import type { Export } from '../history/in-order-of-time.ts';
import type { FileSource, Gift } from '../source.ts';

/**
 * The numbers of the files that can be read without a look at any other: each row gives records of its own, and what is made of two of one key is
 * the same whichever of them is seen first. Not so where an export replaces an older one, where rows are versions, only add to records or count
 * only the first time, and where names become numbers in the order of reading. All that gives records of a kind is read in one of the two ways.
 */
export function bulkFiles(files: readonly ExportFile[], exports: readonly Export[]): ReadonlySet<number> {
  const sources = [...new Set(files.map(({ source }) => source))];
  const isFirstOfMany = (of: FileSource): boolean =>
    exports.filter(({ source, holds }) => source === of && holds === 'everything').length > 1 ||
    exports.some(({ source, holds }) => source === of && holds === 'changes');
  let left = sources.filter((source) => isByItself(source) && !isFirstOfMany(source));
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    const others = sources.filter((source) => !left.includes(source));
    const careful = new Set(others.flatMap(kindsOf));
    left = left.filter((source) => kindsOf(source).every((kind) => !careful.has(kind)));
  }
  return new Set(files.flatMap(({ source }, number) => (left.includes(source) ? [number] : [])));
}

/** The tables that files give records for. */
export function tablesGiven(files: readonly ExportFile[], catalogue: Catalogue): readonly string[] {
  const given = new Set(files.flatMap(({ source }) => kindsOf(source)));
  return catalogue.kinds.filter(({ name }) => given.has(name)).map(({ table }) => table);
}

function kindsOf({ gives }: FileSource): string[] {
  return gives.map(({ record }) => record);
}

function isByItself({ gives, repeats }: FileSource): boolean {
  return repeats !== 'keep' && gives.every((gift) => isSettled(gift) && isLikeOthers(gift, gives));
}

function isSettled({ once, onlyAdds, keyHidden, columns }: Gift): boolean {
  return !once && !onlyAdds && !keyHidden && !columns.some(({ hidden }) => hidden);
}

/** Two gifts of one kind write the same columns, so that a record tells what was read of it. */
function isLikeOthers({ record, columns, key }: Gift, gives: readonly Gift[]): boolean {
  const told = (of: Gift): string => [...of.columns.map(({ field }) => field), of.key === null].join();
  return gives.every((other) => other.record !== record || told(other) === told({ ...other, columns, key }));
}

import type { Place, Problem } from '../../values/problem.ts';
import type { CanonicalField } from '../canonical-kind.ts';
import type { ColumnSpec, RowTestSpec } from '../schema/forms.ts';
import type { Cell, RowTest } from '../source.ts';
import type { YamlFile, YamlPath } from '../yaml-file.ts';
import { cellOf, columnTest } from './written-cells.ts';

/** The fields that each kind has by itself, canonical kinds and declared ones. */
export type KindsKnown = ReadonlyMap<string, readonly CanonicalField[]>;

/** A file of `data/sources` while it is made exact. */
export interface Resolving {
  readonly yaml: YamlFile;
  readonly kinds: KindsKnown;
  /** Notes what is wrong, and how to mend it. */
  fault(at: Place, says: string, fix?: string): void;
  cell(written: ColumnSpec | undefined, path: YamlPath): Cell | null;
  test(written: RowTestSpec | undefined, path: YamlPath): RowTest;
  /** Whether yes was written; anything but yes and no is a fault. */
  yesOrNo(written: string | undefined, path: YamlPath): boolean;
}

export function resolving(yaml: YamlFile, kinds: KindsKnown, problems: Problem[]): Resolving {
  const fault = (at: Place, says: string, fix = ''): void => void problems.push({ level: 'fault', ...at, says, fix });
  return {
    yaml,
    kinds,
    fault,
    cell: (written, path) => (written === undefined ? null : cellOf(written, yaml.placeOf(path))),
    test: (written, path) =>
      Object.entries(written ?? {}).map(([column, wanted]) =>
        columnTest(column, wanted, yaml.placeOfKey(path, column)),
      ),
    yesOrNo(written, path) {
      if (written !== undefined && written !== 'yes' && written !== 'no')
        fault(yaml.placeOf(path), `expected yes or no, got "${written}"`);
      return written === 'yes';
    },
  };
}

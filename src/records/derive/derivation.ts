import type { LocalTime } from '../../calendar/local-time.ts';
import type { NewStore } from '../../store/open.ts';
import type { Catalogue, RecordKind } from '../../values/catalogue.ts';
import type { Duration } from '../../values/tree.ts';
import type { FileSource, HandoverDerivation, Source } from '../source.ts';

/** What the records that no file gives are made of. */
export interface Derivation {
  readonly store: NewStore;
  readonly sources: readonly Source[];
  readonly catalogue: Catalogue;
  readonly clock: LocalTime;
  /** A person qualified again within this is the same handover. */
  readonly returnsAfter: Duration;
}

export function kindOf({ catalogue }: Pick<Derivation, 'catalogue'>, name: string): RecordKind {
  const kind = catalogue.kinds.find((each) => each.name === name);
  if (!kind) throw new Error(`The catalogue has no ${name}.`);
  return kind;
}

/** Whether some file gives such records, and files fill all of these fields. */
export function isGiven(sources: readonly Source[], record: string, fields: readonly string[]): boolean {
  const gifts = sources
    .filter((source): source is FileSource => source.is === 'file')
    .flatMap((source) => source.gives)
    .filter((gift) => gift.record === record);
  return (
    gifts.length > 0 &&
    fields.every((field) => gifts.some((gift) => gift.columns.some((mapping) => mapping.field === field)))
  );
}

export function handoverDerivation(sources: readonly Source[]): HandoverDerivation | null {
  return sources.find((source): source is HandoverDerivation => source.is === 'handovers') ?? null;
}

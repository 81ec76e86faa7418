/** What sentences are made of: fields, units, comparisons. */
import type { AnyCompany } from './any-company.ts';
import { oneOf, type Chance } from './chance.ts';
import { units } from '../../src/values/tree.ts';
import type { Catalogue, Field, FieldType, RecordKind } from '../../src/values/catalogue.ts';

/** What sentences can be made of. */
export interface Speech {
  readonly chance: Chance;
  /** Makes a condition, as deep as told. */
  readonly sentence: (speech: Speech, kind: RecordKind, depth: number) => string;
  readonly catalogue: Catalogue;
  readonly company: AnyCompany;
  /** Whether the period that is counted may be spoken of. */
  readonly ofPeriods: boolean;
  /** Terms that may be named, by the kind of their records. */
  readonly terms: readonly { readonly name: string; readonly plural: string; readonly kind: string }[];
  /** Metrics whose results may be named. */
  readonly results: readonly string[];
  readonly figures: readonly {
    readonly name: string;
    readonly kind: string;
    readonly type: FieldType['is'] | 'duration';
  }[];
}

export const kindNamed = ({ catalogue }: Speech, name: string): RecordKind | undefined =>
  catalogue.kinds.find((one) => one.name === name);

/** A field of some type, of the record or beyond up to two links: `its lead's owner's team`. */
export function anyPath(
  speech: Speech,
  kind: RecordKind,
  is: (field: Field) => boolean,
): { text: string; field: Field } | null {
  const { chance } = speech;
  const links: string[] = [];
  let at = kind;
  while (links.length < 2 && chance.often(3)) {
    const link = oneOf(
      chance,
      at.fields.filter(({ type }) => type.is === 'link'),
    );
    const next = link?.type.is === 'link' ? kindNamed(speech, link.type.to) : undefined;
    if (!link || !next) break;
    links.push(link.name);
    at = next;
  }
  const field = oneOf(chance, at.fields.filter(is)) ?? null;
  if (field) return { text: links.length === 0 ? field.name : `its ${[...links, field.name].join("'s ")}`, field };
  const own = oneOf(chance, kind.fields.filter(is));
  return own && { text: own.name, field: own };
}

/** Whether a field is of a type. */
export const typed =
  (is: FieldType['is']) =>
  ({ type }: Field): boolean =>
    type.is === is;

export const comparison = (chance: Chance): string =>
  chance.one(['is at least', 'is at most', 'is more than', 'is less than', 'is', 'is not']);

export function anyDuration(chance: Chance): string {
  const unit = chance.one(units);
  const amount = unit.includes('minutes') ? chance.one([1, 15, 90, 600]) : chance.one([1, 2, 3, 8, 24]);
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

export const anyOrder = (chance: Chance): string =>
  chance.one(['before', 'after', 'on', 'on or before', 'on or after']);

/** Records of a small company: fields empty or full, links that find nothing, moments that crowd around an awkward time. */
import { Temporal } from 'temporal-polyfill';
import type { AnyCompany } from './any-company.ts';
import { oneOf, type Chance } from './chance.ts';
import type { Cell, PlainRow } from './plain-world.ts';
import type { Catalogue, Field, RecordKind } from '../../src/values/catalogue.ts';

/** How many records of a kind there may be; of others few. */
const most: Readonly<Record<string, number>> = {
  lead: 5,
  handover: 6,
  opportunity: 5,
  'stage change': 10,
  activity: 10,
  'campaign member': 8,
};

/** Words that texts are made of, by field; others take from the last. */
export const choices: Readonly<Record<string, readonly [string, ...string[]]>> = {
  stage: ['Discovery', 'Proposal', 'Negotiation', 'Won', 'Elsewhere'],
  from: ['Discovery', 'Proposal', 'Negotiation', 'Won', 'Elsewhere'],
  to: ['Discovery', 'Proposal', 'Negotiation', 'Won', 'Elsewhere'],
  kind: ['call', 'email', 'meeting'],
  direction: ['out', 'in'],
  currency: ['EUR', 'USD', 'GBP', 'CHF'],
  '': ['Website', 'Event', 'Trade fair', 'website', 'Head of Sales', 'Müller & Co', 'unknown', '5', 'is', '100%'],
};

export const choicesOf = (field: string): readonly [string, ...string[]] =>
  choices[field] ?? (choices[''] as [string, ...string[]]);

const numbers = [0, 1, 2, 5, 59.5, 60, 61, 1000, -3] as const;
const amounts = [0, 1, 50, 12_345, 100_000, -550, 999_999_999] as const;
const day = 86_400;

export type AnyRecords = Readonly<Record<string, readonly PlainRow[]>>;

export function anyRecords(chance: Chance, catalogue: Catalogue, company: AnyCompany): AnyRecords {
  const keys = new Map(catalogue.kinds.map((kind) => [kind.name, keysOf(kind, chance.whole(0, most[kind.name] ?? 3))]));
  return Object.fromEntries(
    catalogue.kinds.map((kind) => [
      kind.name,
      (keys.get(kind.name) ?? []).map((key, place) => ({ key, place, cells: cellsOf(chance, kind, keys, company) })),
    ]),
  );
}

const keysOf = ({ table }: RecordKind, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${table}-${index}`);

function cellsOf(
  chance: Chance,
  kind: RecordKind,
  keys: ReadonlyMap<string, readonly string[]>,
  company: AnyCompany,
): Record<string, Cell> {
  const cells = Object.fromEntries(kind.fields.map((field) => [field.column, anyCell(chance, field, keys, company)]));
  // A handover is of a lead or of a contact, so that nothing is found by both.
  if (kind.name === 'handover' && cells['lead'] !== null) cells['contact'] = null;
  return cells;
}

function anyCell(
  chance: Chance,
  { name, type }: Field,
  keys: ReadonlyMap<string, readonly string[]>,
  company: AnyCompany,
): Cell {
  if (chance.often(2)) return null;
  switch (type.is) {
    case 'text':
      return chance.one(choicesOf(name));
    case 'number':
      return chance.one(numbers);
    case 'money':
      return chance.one(amounts);
    case 'yes-no':
      return chance.whole(0, 1);
    case 'link':
      return chance.often(1) ? 'nobody' : oneOf(chance, keys.get(type.to) ?? []);
    case 'moment':
      return type.precision === 'day' ? dayIn(company.zone, anyInstant(chance, company)) : anyInstant(chance, company);
  }
}

export const dayIn = (zone: string, instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();

/** Near the awkward time, or a while before; on a quarter of an hour or a second beside it; sometimes just when one looks, or later. */
export function anyInstant(chance: Chance, { around, asOf }: AnyCompany): number {
  const quarter = around + chance.whole(-8, 8) * 900;
  switch (chance.whole(0, 5)) {
    case 0:
      return asOf + chance.whole(-2, 2);
    case 1:
      return quarter + chance.whole(-1, 1);
    case 2:
      return quarter + chance.whole(-3, 3) * day;
    case 3:
      return around + chance.whole(-4 * day, 4 * day);
    default:
      return quarter + chance.whole(-50, 45) * day + chance.whole(0, 96) * 900;
  }
}

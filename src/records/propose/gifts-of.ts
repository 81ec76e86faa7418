import { columnOf } from '../column-of.ts';
import type { CanonicalField } from '../canonical-kind.ts';
import { canonicalKinds } from '../kinds.ts';
import { ownColumns } from '../../store/schema.ts';
import { canBeNamed, isPersonal } from './columns-of.ts';
import type { Column } from './columns-of.ts';
import { bareName } from './known/known-column.ts';
import { knownFor } from './known/known-for.ts';
import type { ProposedField, ProposedGift } from './proposal.ts';
import { extraGifts } from './extra-gifts.ts';
import { shapeOf } from './shapes.ts';
import { inOurWords } from './our-words.ts';
import { specOf } from './spec-of.ts';

/** Records of which a row may be two at once: a contact of HubSpot is what we call a lead, and later a contact. */
const together: Readonly<Record<string, readonly (readonly string[])[]>> = { HubSpot: [['lead', 'contact']] };

/** A column that is meant for a field of a record, by what CRMs call it. */
export function columnFor(
  columns: readonly Column[],
  crm: string | null,
  record: string,
  field: string,
): Column | null {
  const ranked = columns.flatMap((column) => {
    const known = knownFor(column.name).filter((each) => each.record === record && each.field === field);
    if (known.length === 0 || !canBeNamed(column)) return [];
    const ofCrm = known.some((each) => each.crm === crm);
    const bare = bareName(column.name);
    const place = Math.min(...known.map(({ names }) => names.findIndex((name) => bareName(name) === bare)));
    return [{ column, rank: (ofCrm ? 0 : 1000) + place + (column.profile.looks === 'empty' ? 500 : 0) }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.column ?? null;
}

/** The records that a row of this kind gives, with the fields that its columns fill. */
export function giftsOf(columns: readonly Column[], crm: string | null, record: string): readonly ProposedGift[] {
  const pair = crm === null ? undefined : together[crm]?.find((records) => records.includes(record));
  const gifts = (pair ?? [record]).map((each) => giftOf(columns, crm, each));
  return [
    ...(pair ? gifts.map((gift) => withContact(gift, columns, crm)) : gifts),
    ...extraGifts(columns, crm, record),
  ];
}

/** A lead that is a contact in the CRM leads to itself. */
function withContact(gift: ProposedGift, columns: readonly Column[], crm: string | null): ProposedGift {
  const key = gift.record === 'lead' ? columnFor(columns, crm, 'contact', 'key') : null;
  if (!key || gift.fields.some(({ field }) => field === 'contact')) return gift;
  const own = { field: 'contact', says: key.name, column: key.name, confidence: 'sure', why: 'the same row' } as const;
  return { ...gift, fields: [...gift.fields, own] };
}

function giftOf(columns: readonly Column[], crm: string | null, record: string): ProposedGift {
  const kind = canonicalKinds.find(({ name }) => name === record);
  const header = columns.map(({ name }) => name);
  const told = (kind?.fields ?? []).flatMap((field) => fieldOf(field, record, { columns, crm, header }) ?? []);
  return {
    record,
    keys: [],
    fields: told.filter(({ isOffered }) => !isOffered).map(({ field }) => field),
    offered: told.filter(({ isOffered }) => isOffered).map(({ field }) => field),
  };
}

interface Among {
  readonly columns: readonly Column[];
  readonly crm: string | null;
  readonly header: readonly string[];
}

interface Told {
  readonly field: ProposedField;
  readonly isOffered: boolean;
}

function fieldOf(field: CanonicalField, record: string, { columns, crm, header }: Among): Told | null {
  const shape = shapeOf(crm, record, field.name, header);
  if (shape) {
    const column = typeof shape.says === 'string' ? shape.says : ([shape.says.from].flat()[0] ?? null);
    const says = shape.says;
    return { field: { field: field.name, says, column, confidence: 'sure', why: shape.why }, isOffered: false };
  }
  const column = columnFor(columns, crm, record, field.name);
  if (column) return fieldBy(record, field, column, crm);
  return sameName(field, columns);
}

function fieldBy(record: string, field: CanonicalField, column: Column, crm: string | null): Told {
  const told = inOurWords(record, field.name, column) ?? specOf(field.type, column);
  const made = { field: field.name, column: column.name };
  if ('cannot' in told)
    return { field: { ...made, says: column.name, confidence: 'likely', why: told.cannot }, isOffered: true };
  const why = calledBy(crm);
  return { field: { ...made, says: told.says, confidence: crm === null ? 'likely' : 'sure', why }, isOffered: false };
}

/** A column of the company's own that is called as our field is: `Region__c`. It may be the same, and may not. */
function sameName(field: CanonicalField, columns: readonly Column[]): Told | null {
  const column = columns.find((each) => fieldNameOf(each.name) === field.name && canBeNamed(each) && !isPersonal(each));
  if (!column) return null;
  const told = specOf(field.type, column);
  if ('cannot' in told) return null;
  const why = `called as our "${field.name}" is: ${field.means}?`;
  return {
    field: { field: field.name, says: told.says, column: column.name, confidence: 'likely', why },
    isOffered: true,
  };
}

/** A header as a field of ours would be called: `Region__c` is `region`, `leadSource` is `lead source`. */
export function fieldNameOf(header: string): string {
  const name = header
    .replace(/__c$/i, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return (ownColumns as readonly string[]).includes(columnOf(name)) || name === '' ? `${name} column`.trim() : name;
}

/** Why a column is taken for a field, where its name says it. */
export function calledBy(crm: string | null): string {
  return crm === null || crm === 'spreadsheet' ? 'by its name and its values' : `so called by ${crm}`;
}

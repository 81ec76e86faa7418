/** Columns that are no properties of a record: those that HubSpot's own export files have beside them, and those of what is no record. */
import { plainName } from '../../records/load/headers.ts';
import type { ObjectField } from '../connector.ts';
import type { CrmRecord, Owner } from './answers.ts';
import { instantOf } from './values.ts';

/** A column that every record has. */
export interface OwnColumn {
  readonly name: string;
  readonly label: string;
  readonly of: (record: CrmRecord) => string | null;
}

const archived: OwnColumn = { name: 'archived', label: 'Archived', of: (record) => String(record.archived ?? false) };

/** Whether a record was deleted, and when it was made and changed: by the record, whatever its properties say. */
export const recordColumns: readonly OwnColumn[] = [
  { name: 'hs_object_id', label: 'Record ID', of: ({ id }) => id },
  archived,
  { name: 'createdAt', label: 'Created at', of: ({ createdAt }) => instantOf(createdAt ?? '') },
  { name: 'updatedAt', label: 'Updated at', of: ({ updatedAt }) => instantOf(updatedAt ?? '') },
];

/** That a row's record was deleted is told by this column alone. */
export const archivedField = archived.name;

/** The ids of associated records, all of them or the one that HubSpot calls primary, joined by `;`. */
export interface AssociationColumn {
  readonly name: string;
  readonly label: string;
  /** The object that they are of, as addresses call it. */
  readonly to: string;
  readonly primaryOnly: boolean;
}

/** Named as HubSpot's export files name them. Only companies can be primary. */
export const associationColumns: readonly AssociationColumn[] = [
  ...(
    [
      ['Contact', 'contacts'],
      ['Company', 'companies'],
      ['Deal', 'deals'],
      ['Ticket', 'tickets'],
      ['Lead', 'leads'],
    ] as const
  ).map(([one, to]) => ({ name: `associations.${to}`, label: `Associated ${one} IDs`, to, primaryOnly: false })),
  {
    name: 'associations.companies.primary',
    label: 'Associated Company IDs (Primary)',
    to: 'companies',
    primaryOnly: true,
  },
];

/** A column of the owners. HubSpot exports no file of them: these are our names for what its API tells. */
export interface OwnerColumn {
  readonly name: string;
  readonly label: string;
  readonly of: (owner: Owner) => string | null;
}

export const ownerColumns: readonly OwnerColumn[] = [
  { name: 'id', label: 'Owner ID', of: ({ id }) => id },
  { name: 'owner_id', label: 'Record ID', of: ({ id }) => id },
  { name: 'userId', label: 'User ID', of: ({ userId }) => userId ?? null },
  { name: 'name', label: 'Name', of: ownerName },
  { name: 'firstName', label: 'First name', of: ({ firstName }) => firstName ?? null },
  { name: 'lastName', label: 'Last name', of: ({ lastName }) => lastName ?? null },
  { name: 'email', label: 'Email', of: ({ email }) => email ?? null },
  { name: 'type', label: 'Type', of: ({ type }) => type ?? null },
  { name: 'teams', label: 'Teams', of: ({ teams }) => teams.map(({ name }) => name).join(';') },
  { name: 'team_ids', label: 'Team IDs', of: ({ teams }) => teams.map(({ id }) => id).join(';') },
  { name: 'main_team', label: 'Main team', of: ({ teams }) => teams.find(({ primary }) => primary)?.name ?? null },
  { name: 'active', label: 'Active', of: (owner) => String(owner.archived !== true) },
  { name: 'archived', label: 'Archived', of: (owner) => String(owner.archived === true) },
  { name: 'createdAt', label: 'Created at', of: ({ createdAt }) => instantOf(createdAt ?? '') },
  { name: 'updatedAt', label: 'Updated at', of: ({ updatedAt }) => instantOf(updatedAt ?? '') },
];

/** An owner as HubSpot shows it: first and last name, else the address. */
export function ownerName({ firstName, lastName, email }: Owner): string {
  const name = [firstName, lastName].map((part) => part?.trim() ?? '').filter((part) => part !== '');
  return name.length > 0 ? name.join(' ') : (email ?? '');
}

export const ownerFields: readonly ObjectField[] = ownerColumns.map(({ name, label }) =>
  fieldOf(name, label, 'string'),
);

export function fieldOf(name: string, label: string, type: string, isFormula = false): ObjectField {
  return { name, label, type, isFormula };
}

/** Whether a header is the label of a column, as mappings may write it. */
export function isCalled(header: string, label: string): boolean {
  return plainName(header) === plainName(label);
}

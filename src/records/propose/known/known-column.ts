/** CRMs, and other places, whose columns are known by name. */
export const crms = ['Salesforce', 'HubSpot', 'Pipedrive', 'Zoho', 'Dynamics', 'spreadsheet'] as const;
export type Crm = (typeof crms)[number];

/** What a row says of itself besides its fields. */
export const rowParts = ['key', 'person', 'modified', 'deleted', 'merged into', 'merged from'] as const;

/** A field of a record, and how a CRM calls the column that fills it. */
export interface KnownColumn {
  readonly crm: Crm;
  readonly record: string;
  /** A canonical field of that record, or one of the row's own parts. */
  readonly field: string;
  /** The most exact first: an id stands before a name. */
  readonly names: readonly string[];
}

/** Names of columns by field, by record. */
export type KnownNames = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The rows of a CRM's list, one for each field. */
export function knownColumns(crm: Crm, byRecord: KnownNames): readonly KnownColumn[] {
  return Object.entries(byRecord).flatMap(([record, byField]) =>
    Object.entries(byField).map(([field, names]) => ({ crm, record, field, names })),
  );
}

/** A column's name as names are compared: without case, blanks, underscores, hyphens and quotes. */
export function bareName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\u00A0\u200B\u202F\uFEFF_\-"'`\u2018-\u201F\u00AB\u00BB]+/gu, '');
}

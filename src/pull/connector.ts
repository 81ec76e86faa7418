/** What a CRM's API, and a place where files lie, must be able to do. Adding one is a folder here and a line in `connectors.ts`. */
import type { Place } from '../values/problem.ts';

/** Calls of an API, as its server counts them. */
export interface Usage {
  /** Those that this session made. */
  readonly calls: number;
  /** Those of everyone within the day, ours included; null where the server does not say. */
  readonly usedToday: number | null;
  readonly allowedADay: number | null;
}

/** A field of an object, by the names that a mapping may use. */
export interface ObjectField {
  /** What the API calls it: `LeadSource`, `dealstage`. */
  readonly name: string;
  /** What people see: `Lead Source`, `Deal Stage`. The header of a manual export may use it. */
  readonly label: string;
  /** The API's word for its type, for the eyes of people. */
  readonly type: string;
  /** Its value changes without its record being changed. */
  readonly isFormula: boolean;
}

/** An object as the one who signs in may see it. */
export interface ObjectSeen {
  readonly fields: readonly ObjectField[];
  /** Asks how many records it has; null where the API does not tell. A pull does not ask: to count is a call, and may take long. */
  readonly count: () => Promise<number | null>;
  /** Deleted records are told only so many days; null: never at all, then all is pulled each time that matters. */
  readonly tellsDeletedDays: number | null;
}

/** What is asked of an object. */
export interface TableAsk {
  readonly object: string;
  /** The columns of the file that is written, in this order: what the mapping calls them, and what the API does. */
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  /** Fields whose changes are wanted in place of the records: a row for each change. Null: the records. */
  readonly historyOf: readonly string[] | null;
  /** The server's clock, seconds since 1970, from which on changes are wanted; null: everything. */
  readonly since: number | null;
  /** The place of the mapping that asks for it. */
  readonly at: Place;
}

/** A piece of a table. Once its rows are on the disk, the pull can go on behind it. */
export interface TablePage {
  /** Whole rows as CSV (RFC 4180, UTF-8, line feeds), in the order of the ask's columns, without a header. */
  readonly csv: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** How many rows that is, where the server says; null: they are counted while they are written. */
  readonly rows: number | null;
  /** What `pages` needs to go on behind this page; text of its own making, without secrets. */
  readonly mark: string;
  /** Rows in all, where the server says. */
  readonly total: number | null;
}

/** Where the pull of a table stands before its first page. */
export interface TableStart {
  /** The server's clock when it was asked: what changes from then on is for the next pull. Seconds since 1970. */
  readonly until: number;
  /** As that of a page, before the first one. */
  readonly mark: string;
}

/** A CRM that is signed in to. Everything may throw a `PullFault`; what may pass has been tried again before. */
export interface TableSession {
  /** Null: there is no such object, or it may not be seen. */
  readonly see: (object: string) => Promise<ObjectSeen | null>;
  /** The names of objects that may be seen, for suggestions. */
  readonly objects: () => Promise<readonly string[]>;
  readonly start: (ask: TableAsk) => Promise<TableStart>;
  /** The pages behind a mark. Throws `MarkIsStale` where the server has forgotten what the mark means. */
  readonly pages: (ask: TableAsk, mark: string) => AsyncIterable<TablePage>;
  readonly usage: () => Usage;
  readonly close: () => Promise<void>;
}

/** The server no longer knows what a mark stands for: a job that expired. The table is begun anew. */
export class MarkIsStale extends Error {}

/** A file that lies at a place. */
export interface RemoteFile {
  /** Relative to the place's folder, with slashes. Never climbs out of it. */
  readonly name: string;
  readonly bytes: number | null;
  /** When it was written there, seconds since 1970. */
  readonly modified: number | null;
  /** What tells this version from others: an ETag, or bytes and time. */
  readonly version: string | null;
}

/** A file's bytes from an offset on, and the version that they are of. */
export interface RemoteBytes {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Where they begin: 0 where the server starts anew, whatever was asked. */
  readonly from: number;
  readonly file: RemoteFile;
}

/** A place that is signed in to. */
export interface PlaceSession {
  /** The files that the connection fetches. A name without `*` that is not there is a fault; a pattern that nothing matches too. */
  readonly list: () => Promise<readonly RemoteFile[]>;
  /** From an offset on where the server can, and the file is still of that version. */
  readonly open: (file: RemoteFile, from: number) => Promise<RemoteBytes>;
  readonly close: () => Promise<void>;
}

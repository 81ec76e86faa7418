import { localDayOf, textOfDay } from './berlin-time.ts';
import type { ExportFiles } from './export-files.ts';
import type { IdKind } from './salesforce-id.ts';

/** What every writer needs: where rows go, the next id of a kind, and the instant after which nothing has happened yet. */
export interface Export {
  readonly files: ExportFiles;
  readonly idOf: (kind: IdKind) => string;
  readonly asOf: number;
  /** The local day of that instant. */
  readonly today: number;
}

/** The records that a lead was turned into. */
export interface Conversion {
  readonly account: string;
  readonly contact: string;
  readonly opportunity: string;
}

/** A number of Salesforce's kind "double": with one decimal at least. */
export function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** The local date of an instant, as Salesforce writes a date. */
export const day = (at: number): string => textOfDay(localDayOf(at));

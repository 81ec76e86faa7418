/** CRMs whose switches are known by name. */
export const crms = ['Salesforce', 'HubSpot', 'Pipedrive', 'Zoho', 'Dynamics'] as const;
export type Crm = (typeof crms)[number];

/** What to do in a CRM, or with its export, so that records or fields come that nothing fills yet. */
export interface Switch {
  readonly crm: Crm;
  /** What it brings: kinds by their plural, with all their fields (`stage changes`), or fields (`lead's score`). */
  readonly brings: readonly string[];
  /** What to do, an imperative with the CRM's own words. */
  readonly turn: string;
  /** From when its records count, and what it costs. */
  readonly begins: string;
}

/** Exported data is as old as the CRM's: it counts from the next export on, back to the first record. */
export const atOnce = 'counts at once, back to the first record';

/** Nothing tells what was before. */
export const fromToday = 'counts from the day on which it is switched on: switch it on today';

/** A column that the CRM has by itself. */
export function columnSwitch(crm: Crm, field: string, column: string, file: string): Switch {
  return { crm, brings: [field], turn: `map ${column} of ${file}`, begins: atOnce };
}

/** A field that the CRM has not by itself. */
export function fieldSwitch(crm: Crm, brings: readonly string[], turn: string): Switch {
  return { crm, brings, turn, begins: 'counts from the day on which people fill it' };
}

import { atOnce, columnSwitch, type Switch } from './switch.ts';

const crm = 'Pipedrive';

const objects: readonly Switch[] = (
  [
    ['opportunities', 'deals'],
    ['leads', 'leads'],
    ['contacts', 'people'],
    ['accounts', 'organizations'],
    ['activities', 'activities'],
  ] as const
).map(([kind, list]) => ({
  crm,
  brings: [kind],
  turn: `export the list of ${list} with all columns and map it`,
  begins: atOnce,
}));

const columns: readonly (readonly [field: string, column: string, file: string])[] = [
  ["opportunity's created", 'Deal - Deal created', 'the export of deals'],
  ["opportunity's closed", 'Deal - Deal closed on', 'the export of deals'],
  ["opportunity's amount", 'Deal - Value', 'the export of deals'],
  ["opportunity's stage", 'Deal - Stage', 'the export of deals'],
  ["opportunity's probability", 'Deal - Probability', 'the export of deals'],
  ["opportunity's record type", 'Deal - Pipeline', 'the export of deals'],
  ["opportunity's owner", 'Deal - Owner', 'the export of deals'],
  ["opportunity's lost reason", 'Deal - Lost reason', 'the export of deals'],
  ["opportunity's won", 'Deal - Status', 'the export of deals'],
  ["opportunity's lost", 'Deal - Status', 'the export of deals'],
  ["activity's kind", 'Activity - Type', 'the export of activities'],
  ["activity's completed", 'Activity - Marked as done time', 'the export of activities'],
  ["activity's logged", 'Activity - Add time', 'the export of activities'],
  ["activity's planned for", 'Activity - Due date', 'the export of activities'],
  ["activity's duration", 'Activity - Duration', 'the export of activities'],
  ["activity's opportunity", 'Activity - Deal ID', 'the export of activities'],
];

/** What can be exported from Pipedrive. Its exports tell no history; what is not named here is said in our own words. */
export const pipedriveSwitches: readonly Switch[] = [
  ...objects,
  ...columns.map(([field, column, file]) => columnSwitch(crm, field, column, file)),
];

import { atOnce, columnSwitch, fromToday, type Switch } from './switch.ts';

const crm = 'Dynamics';

/** Off by default, on three levels: Microsoft's guide to auditing in Dataverse. */
const audit = (table: string, columns: string): string =>
  `start auditing (Settings > Administration > System Settings > Auditing > Start Auditing), for ${table} and its columns ${columns}, too`;

const objects: readonly Switch[] = [
  {
    crm,
    brings: ['field changes', 'handovers', 'ownerships'],
    turn: `${audit('Lead', 'Status Reason and Owner')}, map the audit history of leads as field changes, and say in a file with "derives: handovers" which statuses mean qualified and accepted`,
    begins: fromToday,
  },
  {
    crm,
    brings: ['stage changes'],
    turn: `${audit('Opportunity', 'Pipeline Phase, Est. Revenue and Est. Close Date')}, and map the audit history of opportunities as stage changes`,
    begins: fromToday,
  },
  ...['leads', 'contacts', 'accounts', 'opportunities', 'campaigns', 'activities'].map((kind): Switch => ({
    crm,
    brings: [kind],
    turn: `export the view of all ${kind} (Export to Excel > Static Worksheet) and map it`,
    begins: atOnce,
  })),
];

const columns: readonly (readonly [field: string, column: string, file: string])[] = [
  ["lead's created", 'Created On', 'the export of leads'],
  ["lead's source", 'Lead Source', 'the export of leads'],
  ["lead's status", 'Status Reason', 'the export of leads'],
  ["lead's company size", 'No. of Employees', 'the export of leads'],
  ["lead's industry", 'Industry', 'the export of leads'],
  ["lead's job title", 'Job Title', 'the export of leads'],
  ["lead's campaign", 'Source Campaign', 'the export of leads'],
  ["lead's do not contact", 'Do not allow Phone Calls', 'the export of leads'],
  ["lead's owner", 'Owner', 'the export of leads'],
  ["opportunity's created", 'Created On', 'the export of opportunities'],
  ["opportunity's closed", 'Actual Close Date, or else Est. Close Date,', 'the export of opportunities'],
  ["opportunity's amount", 'Actual Revenue, or else Est. Revenue,', 'the export of opportunities'],
  ["opportunity's probability", 'Probability', 'the export of opportunities'],
  ["opportunity's campaign", 'Source Campaign', 'the export of opportunities'],
  ["opportunity's owner", 'Owner', 'the export of opportunities'],
  ["opportunity's won", 'Status', 'the export of opportunities'],
  ["opportunity's lost", 'Status', 'the export of opportunities'],
  ["account's name", 'Account Name', 'the export of accounts'],
  ["account's industry", 'Industry', 'the export of accounts'],
];

/** What can be exported from Dynamics 365 Sales, or audited there. */
export const dynamicsSwitches: readonly Switch[] = [
  ...objects,
  ...columns.map(([field, column, file]) => columnSwitch(crm, field, column, file)),
];

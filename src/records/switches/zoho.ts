import { atOnce, columnSwitch, fromToday, type Switch } from './switch.ts';

const crm = 'Zoho';

/** What Zoho's own help names: the data backup, and the history of one picklist a module, which deals have for Stage by themselves. */
const backup = 'take a data backup (Setup > Data Administration > Data Backup)';

const objects: readonly Switch[] = [
  {
    crm,
    brings: ['field changes', 'handovers'],
    turn: 'track Lead Status (Setup > Customization > Modules and Fields > Leads > Lead Status > Edit Properties > Enable history tracking for picklist values), map that history as field changes, and say in a file with "derives: handovers" which statuses mean qualified and accepted',
    begins: `${fromToday}; a module can track one picklist`,
  },
  {
    crm,
    brings: ['stage changes'],
    turn: 'map the stage history of deals as stage changes',
    begins: 'Zoho always keeps it: it counts at once',
  },
  ...(
    [
      ['leads', 'Leads'],
      ['contacts', 'Contacts'],
      ['accounts', 'Accounts'],
      ['opportunities', 'Deals'],
      ['campaigns', 'Campaigns'],
      ['activities', 'Tasks, Calls and Events'],
    ] as const
  ).map(([kind, file]): Switch => ({ crm, brings: [kind], turn: `${backup} and map ${file} of it`, begins: atOnce })),
];

const columns: readonly (readonly [field: string, column: string, file: string])[] = [
  ["lead's created", 'Created Time', 'the export of leads'],
  ["lead's source", 'Lead Source', 'the export of leads'],
  ["lead's status", 'Lead Status', 'the export of leads'],
  ["lead's company size", 'No. of Employees', 'the export of leads'],
  ["lead's industry", 'Industry', 'the export of leads'],
  ["lead's region", 'Country', 'the export of leads'],
  ["lead's owner", 'Lead Owner.id', 'the export of leads'],
  ["lead's do not contact", 'Email Opt Out', 'the export of leads'],
  ["opportunity's created", 'Created Time', 'the export of deals'],
  ["opportunity's closed", 'Closing Date', 'the export of deals'],
  ["opportunity's amount", 'Amount', 'the export of deals'],
  ["opportunity's stage", 'Stage', 'the export of deals'],
  ["opportunity's probability", 'Probability (%)', 'the export of deals'],
  ["opportunity's type", 'Type', 'the export of deals'],
  ["opportunity's source", 'Lead Source', 'the export of deals'],
  ["opportunity's campaign", 'Campaign Source.id', 'the export of deals'],
  ["opportunity's owner", 'Deal Owner.id', 'the export of deals'],
  ["opportunity's account", 'Account Name.id', 'the export of deals'],
  ["opportunity's next step", 'Next Step', 'the export of deals'],
  ["account's name", 'Account Name', 'the export of accounts'],
  ["account's industry", 'Industry', 'the export of accounts'],
];

/** What can be exported from Zoho CRM, or tracked there. */
export const zohoSwitches: readonly Switch[] = [
  ...objects,
  ...columns.map(([field, column, file]) => columnSwitch(crm, field, column, file)),
];

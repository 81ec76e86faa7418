import { atOnce, columnSwitch, fieldSwitch, type Switch } from './switch.ts';

const crm = 'HubSpot';

const objects: readonly Switch[] = [
  {
    crm,
    brings: ['field changes', 'handovers', 'ownerships', "ownership's until", "lead's converted"],
    turn: 'export the property history of Lifecycle Stage, Lead Status and Contact Owner (Settings > Properties > Contact properties > Export property history), map it, and say in a file with "derives: handovers" which of them mean qualified and accepted',
    begins: "HubSpot always keeps it: it counts at once, by the last 45 changes of each contact's property",
  },
  {
    crm,
    brings: ['stage changes'],
    turn: 'tick the "Date entered" properties of all stages when you export deals, or export the property history of Deal Stage (Settings > Properties > Deal properties > Export property history)',
    begins:
      'counts at once; "Date entered" keeps one date a stage, the property history the last 20 changes of each deal',
  },
  {
    crm,
    brings: ['activities'],
    turn: 'export calls, e-mails and meetings, each with its associations, and map them as activities',
    begins: atOnce,
  },
  {
    crm,
    brings: ['users'],
    turn: 'export the owners with their teams (Settings > Users & Teams) and map them as users',
    begins: atOnce,
  },
  { crm, brings: ['campaigns'], turn: 'export the campaigns (Marketing > Campaigns) and map them', begins: atOnce },
  {
    crm,
    brings: ['campaign members', 'campaign touches'],
    turn: 'export the contacts that each campaign influenced (Marketing > Campaigns) and map them as campaign members',
    begins: atOnce,
  },
  {
    crm,
    brings: ['deal contacts'],
    turn: 'export deals with all their associations, and map the associated contact ids as deal contacts',
    begins: atOnce,
  },
  { crm, brings: ['leads'], turn: 'export contacts with all properties and map them as leads', begins: atOnce },
  { crm, brings: ['opportunities'], turn: 'export deals with all properties and map them', begins: atOnce },
  {
    crm,
    brings: ['accounts', 'partners'],
    turn: 'export companies with all properties and map them; those of type Partner as partners, too',
    begins: atOnce,
  },
  { crm, brings: ['contacts'], turn: 'export contacts with all properties and map them', begins: atOnce },
  {
    crm,
    brings: ['spend rows'],
    turn: 'write what was spent a month on each campaign or source into a CSV file and map it as spend',
    begins: 'counts for the months that the file holds',
  },
];

const columns: readonly (readonly [field: string, column: string, file: string])[] = [
  ["lead's created", 'Create Date', 'the export of contacts'],
  ["lead's source", 'Original Source', 'the export of contacts'],
  ["lead's status", 'Lifecycle Stage or Lead Status', 'the export of contacts'],
  ["lead's score", 'HubSpot Score', 'the export of contacts'],
  ["lead's company size", 'Number of Employees', 'the export of contacts'],
  ["lead's industry", 'Industry', 'the export of contacts'],
  ["lead's region", 'Country/Region', 'the export of contacts'],
  ["lead's job title", 'Job Title', 'the export of contacts'],
  ["lead's do not contact", 'Unsubscribed from all email', 'the export of contacts'],
  ["lead's owner", 'Contact owner', 'the export of contacts'],
  ["lead's account", 'Associated Company IDs', 'the export of contacts'],
  ["lead's opportunity", 'Associated Deal IDs', 'the export of contacts'],
  ["opportunity's created", 'Create Date', 'the export of deals'],
  ["opportunity's closed", 'Close Date', 'the export of deals'],
  ["opportunity's amount", 'Amount', 'the export of deals'],
  ["opportunity's recurring amount", 'Annual recurring revenue', 'the export of deals'],
  ["opportunity's stage", 'Deal Stage', 'the export of deals'],
  ["opportunity's probability", 'Deal probability', 'the export of deals'],
  ["opportunity's forecast category", 'Forecast category', 'the export of deals'],
  ["opportunity's type", 'Deal Type', 'the export of deals'],
  ["opportunity's record type", 'Pipeline', 'the export of deals'],
  ["opportunity's source", 'Original Source Type', 'the export of deals'],
  ["opportunity's owner", 'Deal owner', 'the export of deals'],
  ["opportunity's account", 'Associated Company IDs', 'the export of deals'],
  ["opportunity's lost reason", 'Closed Lost Reason', 'the export of deals'],
  ["opportunity's next step", 'Next step', 'the export of deals'],
  ["opportunity's next step on", 'Next Activity Date', 'the export of deals'],
  ["opportunity's won", 'Is Closed Won', 'the export of deals'],
  ["account's name", 'Company name', 'the export of companies'],
  ["account's industry", 'Industry', 'the export of companies'],
  ["account's size", 'Number of Employees', 'the export of companies'],
  ["account's region", 'Country/Region', 'the export of companies'],
  ["account's type", 'Type', 'the export of companies'],
  ["activity's completed", 'Activity date', 'the exports of activities'],
  ["activity's logged", 'Create date', 'the exports of activities'],
  ["activity's direction", 'Call direction or Email direction', 'the exports of activities'],
  ["activity's owner", 'Activity assigned to', 'the exports of activities'],
  ["activity's outcome", 'Call outcome or Meeting outcome', 'the exports of activities'],
  ["activity's lead", 'Associated Contact IDs', 'the exports of activities'],
  ["activity's contact", 'Associated Contact IDs', 'the exports of activities'],
  ["activity's opportunity", 'Associated Deal IDs', 'the exports of activities'],
  ["user's team", 'HubSpot team', 'the export of users'],
];

const own = (object: string, what: string): string =>
  `add ${what} (Settings > Properties > ${object} properties > Create property) and map it`;

const fields: readonly Switch[] = [
  {
    crm,
    brings: ["user's robot", "user's queue"],
    turn: 'say in the source of users which are no people, or "robot: { always: no }" and "queue: { always: no }" where all are',
    begins: atOnce,
  },
  fieldSwitch(
    crm,
    ["lead's rejection reason", "handover's rejection reason"],
    own('Contact', 'a dropdown Rejection Reason'),
  ),
  fieldSwitch(
    crm,
    ["lead's would be good when", "handover's would be good when"],
    own('Contact', 'a dropdown of what would make it a good lead'),
  ),
  fieldSwitch(crm, ["lead's retry on", "handover's retry on"], own('Contact', 'a date Retry On')),
  fieldSwitch(
    crm,
    ["lead's given to", "handover's partner", "opportunity's given to"],
    own('Contact', 'a dropdown of the partner that works on it'),
  ),
  fieldSwitch(
    crm,
    ["lead's brought by", "opportunity's brought by"],
    own('Contact', 'a dropdown of the partner that it came from'),
  ),
  fieldSwitch(crm, ["lead's referred by"], own('Contact', 'the customer that recommended you')),
  fieldSwitch(
    crm,
    ["lead's campaign", "opportunity's campaign"],
    own('Contact', 'the campaign that it is credited to'),
  ),
  fieldSwitch(crm, ["account's customer since"], own('Company', 'a date Customer Since')),
  fieldSwitch(crm, ["account's onboarded"], own('Company', 'a date Onboarded')),
  fieldSwitch(crm, ["activity's automated"], own('Activity', 'a checkbox that your sequences tick')),
];

/** What can be exported from HubSpot, or added there. */
export const hubspotSwitches: readonly Switch[] = [
  ...objects,
  ...columns.map(([field, column, file]) => columnSwitch(crm, field, column, file)),
  ...fields,
];

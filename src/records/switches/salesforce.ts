import { atOnce, columnSwitch, fieldSwitch, fromToday, type Switch } from './switch.ts';

const crm = 'Salesforce';

/** What the weekly Data Export (Setup > Data Export) gives once it is ticked there, and what must be switched on before there is anything to export. */
const objects: readonly Switch[] = [
  {
    crm,
    brings: ['field changes', 'handovers', 'ownerships', "ownership's until", "lead's converted"],
    turn: 'track Lead Status and Lead Owner (Setup > Object Manager > Lead > Fields & Relationships > Set History Tracking), tick LeadHistory in the Data Export, map it, and say in a file with "derives: handovers" which statuses mean qualified and accepted',
    begins: `${fromToday}; Salesforce keeps 18 months of it`,
  },
  {
    crm,
    brings: ['stage changes'],
    turn: 'tick OpportunityHistory in the Data Export (Setup > Data Export) and map it',
    begins: 'Salesforce always keeps it: it counts at once, back to the first deal',
  },
  {
    crm,
    brings: ['activities'],
    turn: 'tick Task and Event in the Data Export (Setup > Data Export) and map both as activities',
    begins: 'counts at once; Salesforce archives what is older than a year, so write "forgets: yes"',
  },
  {
    crm,
    brings: ['users'],
    turn: 'tick User and Group in the Data Export (Setup > Data Export) and map both as users: groups are the queues',
    begins: atOnce,
  },
  {
    crm,
    brings: ['campaigns'],
    turn: 'tick Campaign in the Data Export (Setup > Data Export) and map it',
    begins: atOnce,
  },
  {
    crm,
    brings: ['campaign members', 'campaign touches'],
    turn: 'tick CampaignMember and OpportunityContactRole in the Data Export (Setup > Data Export) and map both; where Campaign Influence is on, CampaignInfluence can be mapped as campaign touches',
    begins: atOnce,
  },
  {
    crm,
    brings: ['deal contacts'],
    turn: 'tick OpportunityContactRole in the Data Export (Setup > Data Export) and map it',
    begins: 'counts at once; people must have named the contacts of a deal',
  },
  { crm, brings: ['leads'], turn: 'tick Lead in the Data Export (Setup > Data Export) and map it', begins: atOnce },
  {
    crm,
    brings: ['opportunities'],
    turn: 'tick Opportunity in the Data Export (Setup > Data Export) and map it',
    begins: atOnce,
  },
  {
    crm,
    brings: ['accounts', 'partners'],
    turn: 'tick Account in the Data Export (Setup > Data Export) and map it; accounts of type Partner as partners, too',
    begins: atOnce,
  },
  {
    crm,
    brings: ['contacts'],
    turn: 'tick Contact in the Data Export (Setup > Data Export) and map it',
    begins: atOnce,
  },
  {
    crm,
    brings: ['spend rows'],
    turn: 'write what was spent a month on each campaign or source into a CSV file and map it as spend',
    begins: 'counts for the months that the file holds',
  },
];

const columns: readonly (readonly [field: string, column: string, file: string])[] = [
  ["lead's created", 'CreatedDate', 'Lead.csv'],
  ["lead's source", 'LeadSource', 'Lead.csv'],
  ["lead's status", 'Status', 'Lead.csv'],
  ["lead's company size", 'NumberOfEmployees', 'Lead.csv'],
  ["lead's industry", 'Industry', 'Lead.csv'],
  ["lead's region", 'Country or State', 'Lead.csv'],
  ["lead's job title", 'Title', 'Lead.csv'],
  ["lead's do not contact", 'DoNotCall', 'Lead.csv'],
  ["lead's owner", 'OwnerId', 'Lead.csv'],
  ["lead's contact", 'ConvertedContactId', 'Lead.csv'],
  ["lead's account", 'ConvertedAccountId', 'Lead.csv'],
  ["lead's opportunity", 'ConvertedOpportunityId', 'Lead.csv'],
  ["opportunity's created", 'CreatedDate', 'Opportunity.csv'],
  ["opportunity's closed", 'CloseDate', 'Opportunity.csv'],
  ["opportunity's amount", 'Amount', 'Opportunity.csv'],
  ["opportunity's stage", 'StageName', 'Opportunity.csv'],
  ["opportunity's probability", 'Probability', 'Opportunity.csv'],
  ["opportunity's forecast category", 'ForecastCategoryName', 'Opportunity.csv'],
  ["opportunity's type", 'Type', 'Opportunity.csv'],
  ["opportunity's record type", 'RecordTypeId', 'Opportunity.csv'],
  ["opportunity's source", 'LeadSource', 'Opportunity.csv'],
  ["opportunity's campaign", 'CampaignId', 'Opportunity.csv'],
  ["opportunity's owner", 'OwnerId', 'Opportunity.csv'],
  ["opportunity's account", 'AccountId', 'Opportunity.csv'],
  ["opportunity's next step", 'NextStep', 'Opportunity.csv'],
  ["opportunity's won", 'IsWon', 'Opportunity.csv'],
  ["account's industry", 'Industry', 'Account.csv'],
  ["account's size", 'NumberOfEmployees', 'Account.csv'],
  ["account's region", 'BillingCountry', 'Account.csv'],
  ["account's type", 'Type', 'Account.csv'],
  ["account's name", 'Name', 'Account.csv'],
  ["activity's completed", 'CompletedDateTime', 'Task.csv'],
  ["activity's logged", 'CreatedDate', 'Task.csv'],
  ["activity's kind", 'TaskSubtype', 'Task.csv'],
  ["activity's status", 'Status', 'Task.csv'],
  ["activity's owner", 'OwnerId', 'Task.csv'],
  ["activity's lead", 'WhoId (ids that begin with 00Q)', 'Task.csv'],
  ["activity's contact", 'WhoId (ids that begin with 003)', 'Task.csv'],
  ["activity's opportunity", 'WhatId (ids that begin with 006)', 'Task.csv'],
  ["activity's outcome", 'CallDisposition', 'Task.csv'],
  ["activity's duration", 'CallDurationInSeconds', 'Task.csv'],
  ["user's team", 'UserRoleId or Division', 'User.csv'],
  ["campaign's cost", 'ActualCost', 'Campaign.csv'],
  ["campaign's budget", 'BudgetedCost', 'Campaign.csv'],
  ["campaign's type", 'Type', 'Campaign.csv'],
  ["campaign's name", 'Name', 'Campaign.csv'],
  ["stage change's to", 'StageName', 'OpportunityHistory.csv'],
  ["stage change's amount", 'Amount', 'OpportunityHistory.csv'],
  ["stage change's close date", 'CloseDate', 'OpportunityHistory.csv'],
  ["stage change's probability", 'Probability', 'OpportunityHistory.csv'],
  ["stage change's forecast category", 'ForecastCategory', 'OpportunityHistory.csv'],
];

const own = (object: string, what: string): string =>
  `add ${what} (Setup > Object Manager > ${object} > Fields & Relationships > New) and map it`;

const fields: readonly Switch[] = [
  {
    crm,
    brings: ["user's robot", "user's queue"],
    turn: 'say in the source of users which are no people, or "robot: { always: no }" and "queue: { always: no }" where all are',
    begins: atOnce,
  },
  fieldSwitch(crm, ["lead's score"], own('Lead', 'a number field that your scoring fills')),
  fieldSwitch(
    crm,
    ["lead's rejection reason", "handover's rejection reason"],
    own('Lead', 'a picklist Rejection Reason'),
  ),
  fieldSwitch(
    crm,
    ["lead's would be good when", "handover's would be good when"],
    own('Lead', 'a picklist of what would make it a good lead'),
  ),
  fieldSwitch(crm, ["lead's retry on", "handover's retry on"], own('Lead', 'a date field Retry On')),
  fieldSwitch(
    crm,
    ["lead's given to", "handover's partner", "opportunity's given to"],
    own('Lead', 'a lookup to Account for the partner that works on it'),
  ),
  fieldSwitch(
    crm,
    ["lead's brought by", "opportunity's brought by"],
    own('Lead', 'a lookup to Account for the partner that it came from'),
  ),
  fieldSwitch(crm, ["lead's referred by"], own('Lead', 'a lookup to Account for the customer that recommended you')),
  fieldSwitch(crm, ["lead's campaign"], own('Lead', 'a lookup to Campaign for the one that it is credited to')),
  fieldSwitch(crm, ["opportunity's next step on"], own('Opportunity', 'a date field Next Step On')),
  fieldSwitch(crm, ["opportunity's lost reason"], own('Opportunity', 'a picklist Lost Reason')),
  fieldSwitch(
    crm,
    ["opportunity's recurring amount"],
    own('Opportunity', 'a currency field for what it is worth each year'),
  ),
  fieldSwitch(crm, ["account's customer since"], own('Account', 'a date field Customer Since')),
  fieldSwitch(crm, ["account's onboarded"], own('Account', 'a date field Onboarded')),
  fieldSwitch(
    crm,
    ["activity's direction"],
    own('Activity', 'a picklist Direction (or read it from TaskSubtype and CallType)'),
  ),
  fieldSwitch(crm, ["activity's automated"], own('Activity', 'a checkbox that your sequences tick')),
];

/** What can be switched on in Salesforce, or ticked in its export. */
export const salesforceSwitches: readonly Switch[] = [
  ...objects,
  ...columns.map(([field, column, file]) => columnSwitch(crm, field, column, file)),
  ...fields,
];

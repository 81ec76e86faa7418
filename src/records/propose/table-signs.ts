import { bareName } from './known/known-column.ts';
import type { Crm } from './known/known-column.ts';
import type { Profile } from './profile.ts';

/** Something that only a table of one kind has. */
export interface TableSign {
  readonly crm: Crm;
  readonly record: string;
  readonly why: string;
}

/** By Salesforce's name of an object, as Data Export calls its files. */
const objects: Readonly<Record<string, string>> = {
  lead: 'lead',
  contact: 'contact',
  account: 'account',
  opportunity: 'opportunity',
  opportunitycontactrole: 'deal contact',
  opportunityhistory: 'stage change',
  leadhistory: 'field change',
  campaign: 'campaign',
  campaignmember: 'campaign member',
  task: 'activity',
  event: 'activity',
  user: 'user',
  group: 'user',
};

/** What the first three characters of a Salesforce id say. */
const prefixes: Readonly<Record<string, string>> = {
  '00Q': 'lead',
  '003': 'contact',
  '001': 'account',
  '006': 'opportunity',
  '00K': 'deal contact',
  '008': 'stage change',
  '017': 'field change',
  '701': 'campaign',
  '00v': 'campaign member',
  '00T': 'activity',
  '00U': 'activity',
  '005': 'user',
  '00G': 'user',
};

/** Words of a file's name, by the record that they mean. */
const words: readonly (readonly [RegExp, string])[] = [
  [/deals?[-_ ]?contacts?|contact[-_ ]?roles?/i, 'deal contact'],
  [/deal[-_ ]?stage|(?:stage|opportunity|deal)[-_ ]?history/i, 'stage change'],
  [/campaign[-_ ]?members?/i, 'campaign member'],
  [/spend|costs?\b|kosten|budget/i, 'spend'],
  [/activit|engagement|calls?\b|meetings?\b|tasks?\b|events?\b/i, 'activity'],
  [/campaign|kampagne/i, 'campaign'],
  [/deal|opportunit|pipeline|potential/i, 'opportunity'],
  [/lead|prospect/i, 'lead'],
  [/contact|person|people|kontakt/i, 'contact'],
  [/compan|account|organi[sz]ation|unternehmen/i, 'account'],
  [/owner|users?\b|team|employee/i, 'user'],
  [/partner/i, 'partner'],
];

/** Tables that are about a record and hold none of it. */
const noRecords = /merged[-_]|property[-_]history|deal[-_]compan|^deal[-_]pipeline|email[-_]campaign|ticket/i;

/** Headers, bare, that only tables of one kind have: all of a set stand there. */
const headers: readonly (readonly [readonly string[], Crm, string])[] = [
  [['leadid', 'field', 'oldvalue', 'newvalue'], 'Salesforce', 'field change'],
  [['opportunityid', 'stagename', 'createddate'], 'Salesforce', 'stage change'],
  [['opportunityid', 'contactid', 'isprimary'], 'Salesforce', 'deal contact'],
  [['campaignid', 'leadid', 'contactid', 'status'], 'Salesforce', 'campaign member'],
  [['isconverted', 'ownerid'], 'Salesforce', 'lead'],
  [['stagename', 'closedate', 'accountid', 'name'], 'Salesforce', 'opportunity'],
  [['whoid', 'whatid'], 'Salesforce', 'activity'],
  [['username', 'isactive'], 'Salesforce', 'user'],
  [['developername', 'type'], 'Salesforce', 'user'],
  [['lastname', 'firstname', 'accountid'], 'Salesforce', 'contact'],
  [['actualcost', 'startdate', 'isactive'], 'Salesforce', 'campaign'],
  [['recordid', 'dealstage'], 'HubSpot', 'opportunity'],
  [['recordid', 'lifecyclestage', 'email'], 'HubSpot', 'lead'],
  [['datensatzid', 'dealphase'], 'HubSpot', 'opportunity'],
  [['hsobjectid', 'dealstage'], 'HubSpot', 'opportunity'],
  [['hsobjectid', 'lifecyclestage', 'email'], 'HubSpot', 'lead'],
  [['recordid', 'companydomainname'], 'HubSpot', 'account'],
  [['dealtitle', 'dealid'], 'Pipedrive', 'opportunity'],
  [['deal-title'].map(bareName), 'Pipedrive', 'opportunity'],
  [['organizationname'], 'Pipedrive', 'account'],
  [['dealname', 'closingdate', 'stage'], 'Zoho', 'opportunity'],
  [['potentialname', 'closingdate'], 'Zoho', 'opportunity'],
  [['leadowner', 'createdtime'], 'Zoho', 'lead'],
  [['(donotmodify)lead'], 'Dynamics', 'lead'],
  [['(donotmodify)contact'], 'Dynamics', 'contact'],
  [['(donotmodify)account'], 'Dynamics', 'account'],
  [['(donotmodify)opportunity'], 'Dynamics', 'opportunity'],
  [['(donotmodify)campaign'], 'Dynamics', 'campaign'],
  [['(donotmodify)activity'], 'Dynamics', 'activity'],
  [['(donotmodify)phonecall'], 'Dynamics', 'activity'],
  [['(donotmodify)user'], 'Dynamics', 'user'],
];

/** All signs of a table: of its file's name, its header (bare names) and its ids. */
export function tableSigns(
  fileName: string,
  header: readonly string[],
  profiles: readonly Profile[],
): readonly TableSign[] {
  return [...signsOfName(fileName, header), ...signsOfHeader(header), ...signsOfIds(profiles)];
}

function signsOfHeader(header: readonly string[]): TableSign[] {
  const has = new Set(header);
  return headers.flatMap(([needed, crm, record]) =>
    needed.every((name) => has.has(name)) ? [{ crm, record, why: `its columns are those of ${crm}'s ${record}` }] : [],
  );
}

function signsOfIds(profiles: readonly Profile[]): TableSign[] {
  const key = profiles.find(({ column, looks }) => bareName(column) === 'id' && looks === 'Salesforce id');
  const [example] = key?.examples ?? [];
  const record = example === undefined ? undefined : prefixes[example.slice(0, 3)];
  return record === undefined ? [] : [{ crm: 'Salesforce', record, why: `its ids begin with ${example?.slice(0, 3)}` }];
}

function signsOfName(fileName: string, header: readonly string[]): TableSign[] {
  const name = fileName.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const why = `the file is called ${fileName}`;
  const object = objects[name.toLowerCase()];
  if (object !== undefined && header.includes('id')) return [{ crm: 'Salesforce', record: object, why }];
  if (noRecords.test(name)) return [];
  const record = words.find(([form]) => form.test(name))?.[1];
  if (record === undefined) return [];
  const crm = crmOfName(name, header);
  if (crm === null) return [];
  const isPair = crm === 'HubSpot' && record === 'contact';
  return [{ crm, record: isPair ? 'lead' : record, why }];
}

/** Which CRM names its files so: `hubspot-crm-exports-all-deals-2026-11-01`, `deals-1234567-15`, `Deals_2026_11_01`. */
function crmOfName(name: string, header: readonly string[]): Crm | null {
  if (/hubspot/i.test(name)) return 'HubSpot';
  if (/^(?:deals|people|organizations|activities|leads)-\d+(?:-\d+)?$/i.test(name)) return 'Pipedrive';
  if (header.some((column) => /^property(?:hs|createdate|email|dealname|name$)|^portalid$/.test(column)))
    return 'HubSpot';
  const isSynced = header.some((column) => column.startsWith('fivetran'));
  if (isSynced && header.some((column) => /^deal|^engagement|^portal/.test(column))) return 'HubSpot';
  if (/spend|costs?\b|kosten/i.test(name)) return 'spreadsheet';
  return null;
}

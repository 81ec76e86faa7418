import { columnsNeeded } from '../load/row-plan.ts';
import type { Source } from '../source.ts';
import { crms, type Crm } from './switch.ts';

/** Names of columns and files that one CRM writes and the others don't. */
const signs: Readonly<Record<Crm, readonly RegExp[]>> = {
  Salesforce: [
    /^SystemModstamp$/,
    /__c$/,
    /^(?:Is(?:Deleted|Converted|Won|Closed)|CreatedDate|StageName|OwnerId|(?:Account|Opportunity|Who|What|Lead|Contact|Campaign)Id)$/,
    /^(?:Lead|Opportunity|Account|LeadHistory|OpportunityHistory|CampaignMember)\.csv$/,
  ],
  HubSpot: [
    /^hs_|^hubspot_|^property_|^vid$/i,
    /^Record ID/, // Zoho writes Record Id
    /^Date (?:entered|exited) /i,
    /^(?:Lifecycle Stage|dealstage|lifecyclestage|dealname|Deal Stage)$/i,
    /^(?:Contact|Deal) owner$/, // Zoho writes Deal Owner
    /hubspot/i,
  ],
  Pipedrive: [/^(?:Deal|Lead|Person|Organization|Activity) - /, /pipedrive/i],
  Zoho: [/^Record Id$/, /^(?:Deal|Lead|Contact|Account|Task|Call|Event) Owner\.id$/, /^Potential /, /zoho/i],
  Dynamics: [/^\(Do Not Modify\)/, /^Est\. (?:Revenue|Close Date)$/i, /dynamics/i],
};

/** Those whose exports are met most often, said where nothing tells. */
const usual: readonly Crm[] = ['Salesforce', 'HubSpot'];

/** Which CRM wrote the exports, as their columns and files tell; the usual ones where nothing does. */
export function crmsOf(sources: readonly Source[]): readonly Crm[] {
  const names = sources.flatMap((source) =>
    source.is === 'file' ? [source.reads, ...columnsNeeded(source).keys()] : [],
  );
  const told = crms.filter((crm) => names.some((name) => signs[crm].some((sign) => sign.test(name))));
  return told.length > 0 ? told : usual;
}

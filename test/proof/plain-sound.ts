import { instantOf, isDay, isYes, rowsOf, type Row } from './plain-rows.ts';

/** The columns of each file that the sources map to a moment: a row with one that can't be read is rejected. */
const instants: Readonly<Record<string, readonly string[]>> = {
  'Lead.csv': ['CreatedDate'],
  'LeadHistory.csv': ['CreatedDate'],
  'Task.csv': ['CompletedDateTime', 'CreatedDate'],
  'Event.csv': ['StartDateTime', 'EndDateTime', 'CreatedDate'],
  'Opportunity.csv': ['CreatedDate'],
  'OpportunityHistory.csv': ['CreatedDate'],
  'Contact.csv': ['CreatedDate'],
  'CampaignMember.csv': ['CreatedDate'],
};
const days: Readonly<Record<string, readonly string[]>> = {
  'Lead.csv': ['Retry_On__c', 'ConvertedDate'],
  'Task.csv': ['ActivityDate'],
  'Opportunity.csv': ['CloseDate', 'Next_Step_Date__c'],
  'OpportunityHistory.csv': ['CloseDate'],
  'Campaign.csv': ['StartDate', 'EndDate'],
  'CampaignMember.csv': ['FirstRespondedDate'],
  'Account.csv': ['Customer_Since__c'],
  'spend.csv': ['month'],
};

/** The rows that give records: each once, with an id, with dates that exist, not deleted. Leads that were merged into another are among them. */
export function soundRows(folder: string, file: string): Row[] {
  return rowsOf(folder, file).filter((row) => {
    if (row.Id === '') return false;
    if (isYes(row.IsDeleted) && !row.MasterRecordId) return false;
    if (!(days[file] ?? []).every((column) => !row[column] || isDay(row[column]))) return false;
    return (instants[file] ?? []).every((column) => isInstant(row[column]));
  });
}

function isInstant(text: string | undefined): boolean {
  try {
    instantOf(text);
    return true;
  } catch {
    return false;
  }
}

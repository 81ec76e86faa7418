import { hubspotDeleted, hubspotKey, hubspotModified } from './hubspot.ts';
import { knownColumns } from './known-column.ts';

/** HubSpot: what was done and by whom, and what happened to deals and contacts, by the names of `hubspot`. */
export const hubspotWork = knownColumns('HubSpot', {
  // Of every stage that a deal was in, HubSpot keeps a column: `Date entered "Demo (Sales Pipeline)"`; see `stageDateColumns`.
  'stage change': {
    opportunity: ['deal_id'],
    to: ['value'],
    at: ['date_entered', 'timestamp', '_fivetran_start'],
  },
  'field change': {
    lead: ['contact_id'],
    field: ['name'],
    to: ['value'],
    at: ['timestamp'],
  },
  campaign: {
    key: ['Campaign ID', 'hs_object_id'],
    name: ['Campaign name', 'hs_name', 'Kampagnenname'],
    start: ['Start date', 'hs_start_date'],
    end: ['End date', 'hs_end_date'],
    cost: ['Total spend', 'Spend total', 'hs_spend_items_sum_amount'],
    budget: ['Total budget', 'Budget total', 'hs_budget_items_sum_amount'],
    currency: ['Currency', 'hs_currency_code'],
  },
  activity: {
    key: ['Activity ID', 'engagement_id', 'Engagement ID', ...hubspotKey],
    modified: hubspotModified,
    deleted: hubspotDeleted,
    kind: ['Activity type', 'hs_engagement_type', 'engagement_type', 'Aktivitätstyp', 'type'],
    direction: ['Call direction', 'hs_call_direction', 'Email direction', 'hs_email_direction'],
    completed: ['Activity date', 'hs_timestamp', 'property_hs_timestamp', 'Aktivitätsdatum'],
    logged: ['Create Date', 'hs_createdate', 'property_hs_createdate', 'Created at'],
    'planned for': ['Task Due Date', 'Due date', 'start_time', 'hs_meeting_start_time', 'Meeting start time'],
    status: ['Task Status', 'hs_task_status', 'Call status', 'hs_call_status'],
    lead: ['Associated Contact IDs', 'Associated Contact ID', 'contact_id'],
    contact: ['Associated Contact IDs', 'Associated Contact ID', 'contact_id'],
    opportunity: ['Associated Deal IDs', 'Associated Deal ID', 'deal_id'],
    account: ['Associated Company IDs', 'Associated Company ID', 'company_id'],
    owner: ['Activity assigned to', 'Activity Owner', 'hubspot_owner_id', 'property_hubspot_owner_id', 'Assigned to'],
    duration: ['Call duration', 'hs_call_duration', 'Call duration (HH:mm:ss)'],
    outcome: ['Call outcome', 'hs_call_disposition', 'Meeting outcome', 'hs_meeting_outcome', 'meeting_outcome'],
  },
  user: {
    key: ['owner_id', 'User ID', 'hs_internal_user_id'],
    person: ['Email'],
    team: ['Main team', 'Team', 'Teams', 'hubspot_team_id'],
    active: ['Active', 'is_active'],
    created: ['created_at', 'Created at'],
  },
});

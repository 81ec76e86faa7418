/** The deals of the company that exports from HubSpot, as an account has them. */
import type { Portal } from '../../../servers/hubspot/portal.ts';

export const at = (text: string): number => Date.parse(text);

export function withDeals(portal: Portal): void {
  const deals = portal.object('deals', [
    { name: 'dealname', label: 'Deal Name', type: 'string' },
    { name: 'pipeline', label: 'Pipeline', type: 'enumeration', fieldType: 'select' },
    { name: 'dealstage', label: 'Deal Stage', type: 'enumeration', fieldType: 'radio' },
    { name: 'amount', label: 'Amount', type: 'number', fieldType: 'number' },
    { name: 'createdate', label: 'Create Date', type: 'datetime', fieldType: 'date' },
    { name: 'closedate', label: 'Close Date', type: 'datetime', fieldType: 'date' },
    { name: 'start_day', label: 'Start day', type: 'date', fieldType: 'date' },
    {
      name: 'hubspot_owner_id',
      label: 'Deal owner',
      type: 'enumeration',
      fieldType: 'select',
      referencedObjectType: 'OWNER',
    },
    { name: 'hs_merged_object_ids', label: 'Merged object IDs', type: 'enumeration', fieldType: 'checkbox' },
    {
      name: 'interests',
      label: 'Interests',
      type: 'enumeration',
      fieldType: 'checkbox',
      options: [
        { label: 'Service, on site', value: 'service' },
        { label: 'Machines', value: 'machines' },
      ],
    },
    { name: 'weighted', label: 'Weighted amount', type: 'number', fieldType: 'calculation_equation', calculated: true },
    { name: 'hs_date_entered_demo', label: 'Date entered "Demo (Sales Pipeline)"', type: 'datetime', calculated: true },
    {
      name: 'hs_v2_date_entered_demo',
      label: 'Date entered "Demo (Sales Pipeline)"',
      type: 'datetime',
      fieldType: 'calculation_read_time',
      calculated: true,
    },
  ]);
  deals.pipelines.push(
    {
      id: 'default',
      label: 'Sales Pipeline',
      stages: [
        { id: 'demo', label: 'Demo' },
        { id: 'closedwon', label: 'Closed won' },
      ],
    },
    { id: '77', label: 'Renewals', stages: [{ id: '7701', label: 'Offer' }] },
  );
  portal.owners.push(
    {
      id: '51',
      email: 'ann@example.com',
      firstName: 'Ann',
      lastName: 'Archer',
      teams: [{ id: '9', name: 'North', primary: true }],
    },
    { id: '52', email: 'bo@example.com', firstName: '', lastName: '', archived: true },
  );
}

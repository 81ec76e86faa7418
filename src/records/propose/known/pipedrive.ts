import { knownColumns } from './known-column.ts';
import type { KnownNames } from './known-column.ts';

/** A list of Pipedrive names each column with the object it is of (`Deal - Title`), also those of the deals' organisation; a plain list does not. */
function withObject(object: string, names: readonly string[]): readonly string[] {
  return [...names.map((name) => `${object} - ${name}`), ...names];
}

function ofObject(object: string, byField: KnownNames[string]): KnownNames[string] {
  return Object.fromEntries(Object.entries(byField).map(([field, names]) => [field, withObject(object, names)]));
}

/** Pipedrive: columns of "Export filter results" and of "Export data", English. */
export const pipedrive = knownColumns('Pipedrive', {
  opportunity: {
    ...ofObject('Deal', {
      key: ['ID', 'Deal ID'],
      modified: ['Update time', 'Updated'],
      created: ['Deal created', 'Deal created on', 'Created', 'Add time', 'Created at'],
      amount: ['Value', 'Deal value'],
      'recurring amount': ['ARR', 'ACV'],
      currency: ['Currency of Value', 'Currency', 'Value currency'],
      stage: ['Stage'],
      probability: ['Probability', 'Deal probability'],
      'record type': ['Pipeline'],
      source: ['Source channel', 'Source origin', 'Lead source', 'Source'],
      type: ['Label', 'Type'],
      'lost reason': ['Lost reason'],
      owner: ['Owner', 'Owner ID', 'Deal owner'],
      'next step on': ['Next activity date'],
    }),
    closed: [
      'Deal - Deal closed on',
      'Deal closed on',
      'Deal - Won time',
      'Deal - Close time',
      'Won time',
      'Close time',
      'Deal - Expected close date',
      'Expected close date',
    ],
    account: ['Organization - ID', 'Organization ID', 'Deal - Organization', 'Organization'],
  },
  lead: {
    ...ofObject('Lead', {
      key: ['ID', 'Lead ID'],
      created: ['Lead created', 'Created', 'Add time'],
      modified: ['Update time'],
      source: ['Source', 'Source channel', 'Source origin'],
      status: ['Status', 'Labels', 'Label'],
      owner: ['Owner', 'Owner ID'],
    }),
  },
  contact: {
    ...ofObject('Person', {
      key: ['ID'],
      created: ['Person created', 'Created', 'Add time'],
      modified: ['Update time'],
      person: ['Email - Work', 'Email', 'Email - Home'],
    }),
    account: ['Organization - ID', 'Person - Organization ID', 'Organization ID', 'Person - Organization'],
  },
  account: ofObject('Organization', {
    key: ['ID'],
    modified: ['Update time'],
    name: ['Name'],
    industry: ['Industry'],
    size: ['Employee count', 'Number of employees', 'Company size'],
    region: ['Country of Address', 'Country'],
    type: ['Label', 'Labels'],
  }),
  activity: {
    ...ofObject('Activity', {
      key: ['ID'],
      kind: ['Type'],
      completed: ['Marked as done time', 'Done time'],
      logged: ['Add time', 'Created'],
      modified: ['Update time'],
      'planned for': ['Due date'],
      duration: ['Duration'],
      owner: ['Assigned to user', 'Owner'],
      status: ['Done', 'Status'],
    }),
    opportunity: ['Deal - ID', 'Activity - Deal ID', 'Deal ID'],
    contact: ['Person - ID', 'Activity - Contact person ID', 'Person ID'],
    account: ['Organization - ID', 'Organization ID'],
    lead: ['Lead - ID', 'Lead ID'],
  },
});

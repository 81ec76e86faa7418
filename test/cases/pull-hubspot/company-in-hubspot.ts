/** The company of the case hubspot-export as its account in HubSpot, and what people do there until the next day. */
import { Portal, type PortalProperty } from '../../servers/hubspot/portal.ts';
import { instantOfBerlin } from './berlin.ts';

export const firstTime = '2026-04-01T04:00:00Z';
export const secondTime = '2026-04-02T04:00:00Z';

const created: PortalProperty = { name: 'createdate', label: 'Create Date', type: 'datetime' };
const text = (name: string, label: string): PortalProperty => ({ name, label, type: 'string' });

export function companyInHubSpot(): Portal {
  const portal = new Portal(Date.parse(firstTime));
  portal.object('contacts', [
    text('firstname', 'First Name'),
    text('lastname', 'Last Name'),
    text('email', 'Email'),
    created,
  ]);
  portal.object('companies', [text('name', 'Company name'), created]);
  const deals = portal.object('deals', [
    text('dealname', 'Deal Name'),
    { name: 'pipeline', label: 'Pipeline', type: 'enumeration' },
    { name: 'dealstage', label: 'Deal Stage', type: 'enumeration' },
    { name: 'amount', label: 'Amount', type: 'number' },
    { name: 'hs_merged_object_ids', label: 'Merged object IDs', type: 'enumeration', fieldType: 'checkbox' },
    created,
    entered('11', 'Demo (Sales Pipeline)'),
    entered('12', 'Closed won (Sales Pipeline)'),
    entered('21', 'Offer (Renewals)'),
  ]);
  deals.pipelines.push(
    {
      id: 'default',
      label: 'Sales Pipeline',
      stages: [
        { id: '11', label: 'Demo' },
        { id: '12', label: 'Closed won' },
      ],
    },
    { id: 'renewals', label: 'Renewals', stages: [{ id: '21', label: 'Offer' }] },
  );
  for (const [id, name, at] of companies) made(portal, 'companies', id, { name, createdate: at });
  for (const [id, firstname, email, at, ofCompanies] of contacts) {
    made(portal, 'contacts', id, { firstname, email, createdate: at });
    portal.associate('contacts', id, 'companies', ofCompanies);
  }
  for (const [id, dealname, stage, amount, at, dates, people, ofCompanies] of dealRows) {
    const pipeline = stage === '21' ? 'renewals' : 'default';
    const stages = Object.entries(dates).map(([entering, when]) => [`hs_v2_date_entered_${entering}`, when]);
    const values = { dealname, pipeline, dealstage: stage, amount, createdate: at, ...Object.fromEntries(stages) };
    made(portal, 'deals', id, values);
    portal.associate('deals', id, 'contacts', people);
    portal.associate('deals', id, 'companies', ofCompanies);
  }
  return portal;
}

/** South is won, North again was North all along, East is deleted, Mid is new, and somebody has another address. */
export function dayInHubSpot(portal: Portal): void {
  portal.now = Date.parse('2026-04-01T10:00:00Z');
  const won = { dealstage: '12', hs_v2_date_entered_12: '2026-04-01T10:00:00.000Z' };
  portal.edit('deals', '900100200302', won);
  portal.merge('deals', '900100200303', '900100200301');
  portal.archive('deals', '900100200304');
  made(portal, 'deals', '900100200307', {
    dealname: 'Mid',
    pipeline: 'default',
    dealstage: '11',
    amount: '70',
    createdate: '2026-03-15 09:00',
    hs_v2_date_entered_11: '2026-03-16 10:00',
  });
  portal.associate('deals', '900100200307', 'contacts', ['503']);
  portal.edit('contacts', '501', { email: 'ann@elsewhere.example' });
  portal.now = Date.parse(secondTime);
}

function entered(stage: string, label: string): PortalProperty {
  const name = `hs_v2_date_entered_${stage}`;
  return { name, label: `Date entered "${label}"`, type: 'datetime', calculated: true };
}

/** Times on the clock of Berlin are kept as instants. */
function made(portal: Portal, type: string, id: string, values: Readonly<Record<string, string>>): void {
  const kept = Object.entries(values).map(([name, value]) => [name, instantOfBerlin(value) ?? value]);
  portal.create(type, Object.fromEntries(kept), { id, at: portal.now - 3_600_000 });
}

const companies = [
  ['701', 'North', '2026-01-04 09:00'],
  ['702', 'South', '2026-01-05 09:00'],
] as const;

const contacts = [
  ['501', 'Ann', 'ann@north.example', '2026-01-04 09:00', ['701']],
  ['502', 'Bo', 'bo@north.example', '2026-01-06 09:00', ['701', '702']],
  ['503', 'Cy', 'cy@south.example', '2026-02-02 09:00', ['702']],
  ['504', 'Dee', 'dee@ourcompany.example', '2026-02-19 09:00', []],
] as const;

type Dates = Readonly<Record<string, string>>;
const dealRows: readonly (readonly [string, string, string, string, string, Dates, string[], string[]])[] = [
  [
    '900100200301',
    'North',
    '12',
    '1000.50',
    '2026-01-05 09:00',
    { 11: '2026-01-12 10:00', 12: '2026-02-10 12:00' },
    ['501', '502'],
    ['701'],
  ],
  ['900100200302', 'South', '11', '2000', '2026-01-20 09:00', { 11: '2026-02-02 10:00' }, ['502'], ['702']],
  ['900100200303', 'North again', '21', '300', '2026-02-01 09:00', { 21: '2026-02-01 09:30' }, [], []],
  [
    '900100200304',
    'East',
    '12',
    '500',
    '2026-02-03 09:00',
    { 11: '2026-02-04 10:00', 12: '2026-03-02 12:00' },
    ['503', '501'],
    ['702'],
  ],
  ['900100200305', 'Testing', '11', '1', '2026-02-03 09:00', { 11: '2026-02-04 10:00' }, ['501'], ['702']],
  [
    '900100200306',
    'West',
    '12',
    '250.25',
    '2026-02-20 09:00',
    { 11: '2026-03-03 10:00', 12: '2026-03-20 12:00' },
    ['504'],
    ['701'],
  ],
];

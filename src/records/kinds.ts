/** The canonical records that every CRM maps to: kinds, fields and what belongs to what. */
import type { FieldType, MomentType } from '../values/catalogue.ts';

export interface CanonicalField {
  readonly name: string;
  readonly type: FieldType;
  readonly means: string;
}

export interface CanonicalKind {
  readonly name: string;
  readonly plural: string;
  readonly happens: string;
  readonly means: string;
  readonly fields: readonly CanonicalField[];
  /** What belongs to it: kind, and pairs `ours = theirs` of fields (or `key`). */
  readonly related: readonly { readonly kind: string; readonly on: readonly string[] }[];
}

const text = (name: string, means: string): CanonicalField => ({ name, type: { is: 'text' }, means });
const number = (name: string, means: string): CanonicalField => ({ name, type: { is: 'number' }, means });
const money = (name: string, means: string): CanonicalField => ({ name, type: { is: 'money' }, means });
const yesNo = (name: string, means: string): CanonicalField => ({ name, type: { is: 'yes-no' }, means });
const link = (name: string, to: string, means: string): CanonicalField => ({ name, type: { is: 'link', to }, means });
const moment =
  (precision: MomentType['precision'], may: MomentType['may']) =>
  (name: string, means: string): CanonicalField => ({ name, type: { is: 'moment', precision, may }, means });
const instant = moment('instant', 'be a fact');
const day = moment('day', 'be a fact');
const plannedDay = moment('day', 'be a plan');

export const currencyField = text('currency', 'the ISO code of the currency that the amounts are in');

export const canonicalKinds: readonly CanonicalKind[] = [
  {
    name: 'lead',
    plural: 'leads',
    happens: 'created',
    means: 'someone who may become a customer, before a deal',
    fields: [
      instant('created', 'when it was entered into the CRM'),
      text('source', 'where it came from'),
      text('status', 'how far it is, in the words of the CRM'),
      number('score', 'how well it fits, by the scoring of marketing'),
      number('company size', 'how many people work at its company'),
      text('industry', 'what its company does'),
      text('region', 'where its company is'),
      text('job title', 'what the person does there'),
      yesNo('do not contact', 'the person asked not to be contacted'),
      link('owner', 'user', 'who works on it'),
      link('campaign', 'campaign', 'the campaign that it is credited to'),
      link('brought by', 'partner', 'the partner that it came from'),
      link('given to', 'partner', 'the partner that works on it'),
      instant('converted', 'when it was turned into a contact, an account and perhaps a deal'),
      link('contact', 'contact', 'the contact that it was turned into'),
      link('account', 'account', 'the account that it was turned into'),
      link('opportunity', 'opportunity', 'the deal that it led to'),
      text('rejection reason', 'why sales rejected it'),
      text('would be good when', 'what would have to change for it to be a good lead'),
      plannedDay('retry on', 'the day on which to try again'),
    ],
    related: [
      { kind: 'handover', on: ['key = lead'] },
      { kind: 'activity', on: ['key = lead'] },
      { kind: 'campaign member', on: ['key = lead'] },
      { kind: 'field change', on: ['key = lead'] },
    ],
  },
  {
    name: 'handover',
    plural: 'handovers',
    happens: 'qualified',
    means: 'one time that a person was passed from marketing to sales',
    fields: [
      link('lead', 'lead', 'the lead that was handed over'),
      link('contact', 'contact', 'the contact that was handed over, where it was no lead'),
      number('time', 'which time this person was handed over: 1, 2 and so on'),
      instant('qualified', 'when marketing said that it is good enough'),
      instant('assigned', 'when the first person, not a queue or a robot, owned it from then on'),
      instant('accepted', 'when sales accepted it'),
      instant('rejected', 'when sales rejected it'),
      text('rejection reason', 'why sales rejected it'),
      text('would be good when', 'what would have to change for it to be a good lead'),
      plannedDay('retry on', 'the day on which to try again'),
      instant('abandoned', 'when it was given up'),
      link('owner', 'user', 'the first person who owned it'),
      link('partner', 'partner', 'the partner that it was given to'),
    ],
    related: [{ kind: 'activity', on: ['lead = lead', 'contact = contact'] }],
  },
  {
    name: 'field change',
    plural: 'field changes',
    happens: 'at',
    means: "one change of a lead's field, from the history that the CRM keeps",
    fields: [
      link('lead', 'lead', 'the lead that changed'),
      text('field', 'which field changed'),
      text('from', 'its value before'),
      text('to', 'its value after'),
      instant('at', 'when it changed'),
      link('by', 'user', 'who changed it'),
    ],
    related: [],
  },
  {
    name: 'account',
    plural: 'accounts',
    happens: 'customer since',
    means: 'a company that we know',
    fields: [
      text('name', 'its name'),
      text('industry', 'what it does'),
      number('size', 'how many people work there'),
      text('region', 'where it is'),
      text('type', 'what it is to us: a customer, a prospect, a partner'),
      day('customer since', 'the day on which it became a customer'),
    ],
    related: [
      { kind: 'opportunity', on: ['key = account'] },
      { kind: 'contact', on: ['key = account'] },
    ],
  },
  {
    name: 'contact',
    plural: 'contacts',
    happens: 'created',
    means: 'a person at an account',
    fields: [
      link('account', 'account', 'where the person works'),
      text('role', 'what part the person has in buying'),
      instant('created', 'when it was entered into the CRM'),
    ],
    related: [
      { kind: 'activity', on: ['key = contact'] },
      { kind: 'campaign member', on: ['key = contact'] },
      { kind: 'handover', on: ['key = contact'] },
    ],
  },
  {
    name: 'opportunity',
    plural: 'opportunities',
    happens: 'created',
    means: 'a deal that may be won',
    fields: [
      instant('created', 'when it was entered into the CRM'),
      plannedDay('closed', 'the day on which it closed, or is expected to'),
      money('amount', 'what it is worth'),
      money('recurring amount', 'what it is worth each year'),
      currencyField,
      text('stage', 'how far it is'),
      number('probability', 'how likely it is to be won, in percent'),
      text('forecast category', 'how it is forecast'),
      text('type', 'new business, a renewal, an extension'),
      text('record type', 'the kind of process that it goes through'),
      text('source', 'where it came from'),
      link('campaign', 'campaign', 'the campaign that it is credited to'),
      link('brought by', 'partner', 'the partner that it came from'),
      link('given to', 'partner', 'the partner that works on it'),
      link('owner', 'user', 'who works on it'),
      link('account', 'account', 'the company that would buy'),
      text('lost reason', 'why it was lost'),
      text('next step', 'what is to be done next'),
      plannedDay('next step on', 'the day of the next step'),
      yesNo('won', 'the customer signed'),
      yesNo('lost', 'it closed without'),
    ],
    related: [
      { kind: 'lead', on: ['key = opportunity'] },
      { kind: 'stage change', on: ['key = opportunity'] },
      { kind: 'activity', on: ['key = opportunity'] },
    ],
  },
  {
    name: 'stage change',
    plural: 'stage changes',
    happens: 'at',
    means: "one row of a deal's history: its stage and its worth from then on",
    fields: [
      link('opportunity', 'opportunity', 'the deal'),
      text('from', 'its stage before; empty for the first'),
      text('to', 'its stage after'),
      number('entry', 'which time the deal entered this stage: 1, 2 and so on; empty where the stage did not change'),
      money('amount', 'what it was worth then'),
      currencyField,
      number('probability', 'how likely it was to be won, in percent'),
      plannedDay('close date', 'the day on which it was expected to close'),
      text('forecast category', 'how it was forecast'),
      instant('at', 'when it changed'),
    ],
    related: [],
  },
  {
    name: 'campaign',
    plural: 'campaigns',
    happens: 'start',
    means: 'something that marketing did to be found',
    fields: [
      text('name', 'its name'),
      text('type', 'what it is: an event, a mailing, advertising'),
      plannedDay('start', 'its first day'),
      plannedDay('end', 'its last day'),
      money('cost', 'what it cost'),
      money('budget', 'what it may cost'),
      currencyField,
      link('parent', 'campaign', 'the campaign that it is a part of'),
    ],
    related: [
      { kind: 'campaign member', on: ['key = campaign'] },
      { kind: 'lead', on: ['key = campaign'] },
      { kind: 'opportunity', on: ['key = campaign'] },
      { kind: 'spend', on: ['key = campaign'] },
    ],
  },
  {
    name: 'campaign member',
    plural: 'campaign members',
    happens: 'created',
    means: 'a person whom a campaign reached',
    fields: [
      link('campaign', 'campaign', 'the campaign'),
      link('lead', 'lead', 'the lead that it reached'),
      link('contact', 'contact', 'the contact that it reached'),
      text('status', 'what came of it'),
      day('responded', 'the day of the first response'),
      instant('created', 'when the person was added'),
    ],
    related: [],
  },
  {
    name: 'activity',
    plural: 'activities',
    happens: 'completed',
    means: 'a call, an e-mail, a meeting',
    fields: [
      text('kind', 'call, email, meeting or other'),
      text('direction', 'out: from us; in: to us'),
      instant('completed', 'when it was done'),
      instant('logged', 'when it was entered into the CRM'),
      plannedDay('planned for', 'the day that it was planned for'),
      text('status', 'how far it is'),
      yesNo('automated', 'a program did it, not a person'),
      link('lead', 'lead', 'the lead that it was with'),
      link('contact', 'contact', 'the contact that it was with'),
      link('opportunity', 'opportunity', 'the deal that it was about'),
      link('account', 'account', 'the account that it was about'),
      link('owner', 'user', 'who did it'),
      number('duration', 'how long it took, in minutes'),
      text('outcome', 'what came of it'),
    ],
    related: [],
  },
  {
    name: 'user',
    plural: 'users',
    happens: 'created',
    means: 'who may own a record: a person, a queue or a program',
    fields: [
      text('team', 'the team'),
      text('role', 'what they do there'),
      yesNo('active', 'still with us'),
      yesNo('robot', 'a program, not a person'),
      yesNo('queue', 'a queue, not a person'),
      instant('created', 'when the account was made'),
    ],
    related: [
      { kind: 'lead', on: ['key = owner'] },
      { kind: 'opportunity', on: ['key = owner'] },
      { kind: 'activity', on: ['key = owner'] },
    ],
  },
  {
    name: 'partner',
    plural: 'partners',
    happens: 'created',
    means: 'a company that brings us customers or looks after them',
    fields: [
      text('name', 'its name'),
      text('tier', 'how close we work together'),
      yesNo('active', 'still a partner'),
      instant('created', 'when it was entered into the CRM'),
    ],
    related: [{ kind: 'lead', on: ['key = given to'] }],
  },
  {
    name: 'spend',
    plural: 'spend rows',
    happens: 'month',
    means: 'what was spent on a campaign or a source in a month',
    fields: [
      link('campaign', 'campaign', 'what it was spent on'),
      text('source', 'the source of leads that it was spent on'),
      day('month', "the month's first day"),
      money('amount', 'how much'),
      currencyField,
    ],
    related: [],
  },
];

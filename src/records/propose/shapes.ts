import type { FieldSpec } from '../schema/field.ts';

/** What a CRM's columns say beyond their names: a field that several of them tell together, or that needs translating. */
export interface Shape {
  readonly record: string;
  readonly field: string;
  /** All of these columns must be there. */
  readonly columns: readonly string[];
  readonly says: string | FieldSpec;
  readonly why: string;
}

const byPrefix = 'an id says by its first letters what it is of: 00Q is a lead, 003 a contact, 006 a deal';

/** By the CRM, in the order in which they are tried; the first whose columns are all there holds. */
export const shapes: Readonly<Record<string, readonly Shape[]>> = {
  Salesforce: [
    {
      record: 'activity',
      field: 'lead',
      columns: ['WhoId'],
      says: { from: 'WhoId', when: { WhoId: '00Q*' } },
      why: byPrefix,
    },
    {
      record: 'activity',
      field: 'contact',
      columns: ['WhoId'],
      says: { from: 'WhoId', when: { WhoId: '003*' } },
      why: byPrefix,
    },
    {
      record: 'activity',
      field: 'opportunity',
      columns: ['WhatId'],
      says: { from: 'WhatId', when: { WhatId: '006*' } },
      why: byPrefix,
    },
    {
      record: 'activity',
      field: 'kind',
      columns: ['StartDateTime', 'EndDateTime'],
      says: { always: 'meeting' },
      why: 'events are meetings',
    },
    {
      record: 'activity',
      field: 'kind',
      columns: ['TaskSubtype'],
      says: { from: 'TaskSubtype', reads: { Call: 'call', Email: 'email', Cadence: 'email' }, otherwise: 'other' },
      why: 'subtypes of tasks, in our words',
    },
    {
      record: 'activity',
      field: 'completed',
      columns: ['StartDateTime', 'EndDateTime'],
      says: { from: 'EndDateTime', 'ahead is': 'empty' },
      why: 'a meeting is done when it is over; one that is still to come is only planned',
    },
    {
      record: 'activity',
      field: 'planned for',
      columns: ['StartDateTime', 'EndDateTime'],
      says: 'StartDateTime',
      why: 'when a meeting begins',
    },
    {
      record: 'activity',
      field: 'completed',
      columns: ['CompletedDateTime', 'IsClosed'],
      says: { from: 'CompletedDateTime', when: { IsClosed: 'yes' } },
      why: 'a task that was opened again is not done',
    },
    {
      record: 'activity',
      field: 'duration',
      columns: ['CallDurationInSeconds'],
      says: { from: 'CallDurationInSeconds', 'divided by': '60' },
      why: 'seconds, and we count minutes',
    },
    {
      record: 'lead',
      field: 'converted',
      columns: ['ConvertedDate'],
      says: { from: 'ConvertedDate', 'a day is': 'its end' },
      why: 'Salesforce keeps only the day; where the history tells the instant, that holds',
    },
    { record: 'opportunity', field: 'won', columns: ['IsWon'], says: 'IsWon', why: "Salesforce's own flag" },
    {
      record: 'opportunity',
      field: 'lost',
      columns: ['IsClosed', 'IsWon'],
      says: { always: 'yes', when: { IsClosed: 'yes', IsWon: 'no' } },
      why: 'closed, and not won',
    },
    {
      record: 'stage change',
      field: 'forecast category',
      columns: ['ForecastCategory', 'StageName'],
      says: { from: 'ForecastCategory', reads: { BestCase: 'Best Case', Forecast: 'Commit' } },
      why: 'the history has the names of the API, the deal the words that people see',
    },
    {
      record: 'field change',
      field: 'field',
      columns: ['Field', 'OldValue'],
      says: { from: 'Field', reads: { Status: 'status', Owner: 'owner', leadConverted: 'converted' } },
      why: 'as the file of handovers calls them',
    },
    ...(['team', 'active', 'robot', 'queue'] as const).map((field): Shape => ({
      record: 'user',
      field,
      columns: ['DeveloperName', 'Type'],
      says: { always: { team: '', active: 'yes', robot: 'no', queue: 'yes' }[field] },
      why: 'a queue can own a lead as a person can',
    })),
    { record: 'user', field: 'role', columns: ['DeveloperName', 'Name'], says: 'Name', why: 'which queue it is' },
    { record: 'user', field: 'queue', columns: ['Username'], says: { always: 'no' }, why: 'queues stand in Group.csv' },
  ],
  Pipedrive: [
    ...decided('Deal - Status'),
    ...decided('Status'),
    {
      record: 'opportunity',
      field: 'closed',
      columns: ['Deal - Deal closed on', 'Deal - Expected close date'],
      says: { from: 'Deal - Deal closed on', 'or else': 'Deal - Expected close date' },
      why: 'when it was decided; while it is open, when that is expected',
    },
    ...['Activity - Type', 'Type'].map((from): Shape => ({
      record: 'activity',
      field: 'kind',
      columns: [from],
      says: { from, reads: { Call: 'call', Email: 'email', Meeting: 'meeting' } },
      why: "Pipedrive's own types, in our words",
    })),
    ...['Activity - Duration', 'Duration'].map((from): Shape => ({
      record: 'activity',
      field: 'duration',
      columns: [from],
      says: { from, 'lasts in': 'minutes', durations: 'h:mm' },
      why: '01:30 is an hour and a half in Pipedrive',
    })),
  ],
  Dynamics: [
    ...decided('Status'),
    {
      record: 'opportunity',
      field: 'closed',
      columns: ['Actual Close Date', 'Est. Close Date'],
      says: { from: 'Actual Close Date', 'or else': 'Est. Close Date' },
      why: 'when it was decided; while it is open, when that is expected',
    },
    {
      record: 'opportunity',
      field: 'amount',
      columns: ['Actual Revenue', 'Est. Revenue'],
      says: { from: 'Actual Revenue', 'or else': 'Est. Revenue' },
      why: 'what it brought; while it is open, what it is estimated to bring',
    },
  ],
};

/** Won and lost by a column that says which of them a deal is. */
function decided(status: string): readonly Shape[] {
  return (['won', 'lost'] as const).map((field) => ({
    record: 'opportunity',
    field,
    columns: [status],
    says: { from: status, reads: { [field === 'won' ? 'Won' : 'Lost']: 'yes' }, otherwise: 'no' },
    why: 'a deal is open, won or lost, whatever its stage',
  }));
}

/** Rows of a CRM's table that are no records. */
export const rowsLeftOut: Readonly<
  Record<string, readonly (Pick<Shape, 'record' | 'columns' | 'why'> & { says: unknown })[]>
> = {
  Salesforce: [
    {
      record: 'field change',
      columns: ['Field', 'DataType', 'OldValue'],
      says: { Field: 'Owner', DataType: { not: 'EntityId' } },
      why: 'a change of owner stands there twice, by name and by id: the names of people are left out',
    },
    {
      record: 'user',
      columns: ['DeveloperName', 'Type'],
      says: { Type: { not: 'Queue' } },
      why: 'other groups than queues own nothing',
    },
  ],
  Pipedrive: ['Deal - Status', 'Status'].map((status) => ({
    record: 'opportunity',
    columns: [status],
    says: { [status]: 'Deleted' },
    why: 'deals that were deleted stand there for a while',
  })),
};

/** The shape of a field, where the CRM has one and its columns are there. */
export function shapeOf(crm: string | null, record: string, field: string, header: readonly string[]): Shape | null {
  const ofCrm = crm === null ? [] : (shapes[crm] ?? []);
  return (
    ofCrm.find(
      (shape) =>
        shape.record === record && shape.field === field && shape.columns.every((name) => header.includes(name)),
    ) ?? null
  );
}

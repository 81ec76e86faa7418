import { localDayOf, textOfDay, textOfInstant } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import { marketers, robots } from './company.ts';
import type { ExportFiles } from './export-files.ts';
import type { Change, LeadLife, Owner, Status, Touch } from './lead-life.ts';
import type { Person } from './person.ts';
import type { IdKind } from './salesforce-id.ts';

/** What every writer needs: where rows go, the next id of a kind, and the instant after which nothing has happened yet. */
export interface Export {
  readonly files: ExportFiles;
  readonly idOf: (kind: IdKind) => string;
  readonly asOf: number;
}

/** The records that a lead was turned into. */
export interface Conversion {
  readonly account: string;
  readonly contact: string;
  readonly opportunity: string;
}

/** A number of Salesforce's kind "double": with one decimal at least. */
export function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

export const day = (at: number): string => textOfDay(localDayOf(at));

/** A lead as it stands at the export. */
interface LeadNow {
  readonly status: Status;
  readonly owner: Owner;
  readonly touched: number;
}

/** Writes a lead with its history, its campaign and its touches, as far as they lie before the export. */
export function writeLead(out: Export, life: LeadLife, dice: Dice, options: LeadOptions): string {
  const id = options.id ?? out.idOf('lead');
  const now = writeHistory(out, id, life);
  for (const touch of life.touches) writeTouch(out, touch, id, options.conversion, life.converted);
  if (life.campaign) writeMember(out, life, id, options.conversion, dice);
  out.files.write('Lead', leadRow(out, life, id, now, options));
  return id;
}

/** What the lead has become part of; `id` where it was already given out. */
export interface LeadOptions {
  readonly id?: string;
  readonly conversion: Conversion | null;
  readonly mergedInto?: string;
}

function leadRow(
  out: Export,
  life: LeadLife,
  id: string,
  now: LeadNow,
  { conversion, mergedInto }: LeadOptions,
): Parameters<typeof out.files.write<'Lead'>>[1] {
  const { person } = life;
  const rejection = life.rejections.filter((one) => one.at <= out.asOf).at(-1);
  const modified = textOfInstant(now.touched);
  return {
    Id: id,
    IsDeleted: life.deleted || mergedInto !== undefined,
    MasterRecordId: mergedInto ?? '',
    ...leadColumns(person),
    LeadSource: life.source,
    Status: now.status,
    OwnerId: now.owner.id,
    DoNotCall: life.doNotCall,
    IsConverted: conversion !== null,
    ConvertedDate: conversion ? day(life.converted!) : '',
    ConvertedAccountId: conversion?.account ?? '',
    ConvertedContactId: conversion?.contact ?? '',
    ConvertedOpportunityId: conversion?.opportunity ?? '',
    CreatedDate: textOfInstant(life.created),
    CreatedById: life.createdBy,
    LastModifiedDate: modified,
    SystemModstamp: modified,
    LastActivityDate: day(now.touched),
    CurrencyIsoCode: 'EUR',
    Score__c: life.score === null ? '' : decimal(life.score),
    Region__c: person.region,
    Primary_Campaign__c: life.campaign?.id ?? '',
    Brought_By__c: life.broughtBy?.id ?? '',
    Given_To__c: life.givenTo?.id ?? '',
    Rejection_Reason__c: rejection?.reason ?? '',
    Would_Be_Good_When__c: rejection?.wouldBeGoodWhen ?? '',
    Retry_On__c: rejection?.retryOn ? textOfDay(rejection.retryOn) : '',
  };
}

function leadColumns(
  person: Person,
): Record<
  'LastName' | 'FirstName' | 'Title' | 'Company' | 'Country' | 'Email' | 'Phone' | 'Industry' | 'NumberOfEmployees',
  string
> {
  return {
    LastName: person.last,
    FirstName: person.first,
    Title: person.title,
    Company: person.company,
    Country: person.country,
    Email: person.email,
    Phone: person.phone,
    Industry: person.industry,
    NumberOfEmployees: person.size === null ? '' : String(person.size),
  };
}

/** Changes before the export, in order of time; those of one instant stay as they are. */
function changesOf(life: LeadLife, asOf: number): Change[] {
  const all: Change[] = [...life.changes];
  if (life.converted !== null)
    all.push({ at: life.converted, by: life.changes.at(-1)!.by, field: 'Status', to: 'Converted' });
  return all.filter((change) => change.at <= asOf).sort((a, b) => a.at - b.at);
}

/** Writes what became of a lead, one row a change, and says how it stands. An owner's change has two rows, as in Salesforce: names, then ids. */
function writeHistory(out: Export, lead: string, life: LeadLife): LeadNow {
  const row = (at: number, by: string, field: string, type: string, from: string, to: string): void =>
    out.files.write('LeadHistory', {
      Id: out.idOf('fieldChange'),
      IsDeleted: life.deleted,
      LeadId: lead,
      CreatedById: by,
      CreatedDate: textOfInstant(at),
      Field: field,
      DataType: type,
      OldValue: from,
      NewValue: to,
    });
  let now: LeadNow = { status: life.firstStatus, owner: life.firstOwner, touched: life.created };
  row(life.created, life.createdBy, 'created', 'Text', '', '');
  for (const change of changesOf(life, out.asOf)) {
    if (change.field === 'Status') {
      if (change.to === now.status) continue;
      row(change.at, change.by, 'Status', 'DynamicEnum', now.status, change.to);
      if (change.to === 'Converted') row(change.at, change.by, 'leadConverted', 'Text', '', '');
      now = { ...now, status: change.to, touched: change.at };
    } else {
      if (change.to.id === now.owner.id) continue;
      row(change.at, change.by, 'Owner', 'Text', now.owner.name, change.to.name);
      row(change.at, change.by, 'Owner', 'EntityId', now.owner.id, change.to.id);
      now = { ...now, owner: change.to, touched: change.at };
    }
  }
  return now;
}

const subjects = {
  call: 'Call',
  email: 'E-mail',
  meeting: 'Meeting',
  cadence: 'Cadence: first steps',
  'to do': 'Call back',
};

/** Writes a task or an event. Conversion moves what a lead had to the contact and its account. */
function writeTouch(
  out: Export,
  touch: Touch,
  lead: string,
  conversion: Conversion | null,
  converted: number | null,
): void {
  if (touch.logged > out.asOf || (touch.done !== null && touch.done > out.asOf && touch.kind !== 'meeting')) return;
  const who = conversion?.contact ?? lead;
  const what = conversion && touch.done !== null && touch.done > converted! ? conversion.opportunity : '';
  writeActivity(out, touch, { who, what, account: conversion?.account ?? '' });
}

/** Where an activity hangs. */
export interface About {
  readonly who: string;
  readonly what: string;
  readonly account: string;
}

/** Writes one activity that is known to lie before the export. */
export function writeActivity(out: Export, touch: Touch, about: About): void {
  const stamp = textOfInstant(touch.logged);
  if (touch.kind === 'meeting') {
    const from = textOfInstant(touch.done! - 1800);
    out.files.write('Event', {
      Id: out.idOf('event'),
      IsDeleted: false,
      WhoId: about.who,
      WhatId: about.what,
      Subject: subjects.meeting,
      ActivityDateTime: from,
      StartDateTime: from,
      EndDateTime: textOfInstant(touch.done!),
      DurationInMinutes: '30',
      OwnerId: touch.owner,
      AccountId: about.account,
      CreatedDate: stamp,
      LastModifiedDate: stamp,
      SystemModstamp: stamp,
      EventSubtype: 'Event',
    });
    return;
  }
  const call = touch.kind === 'call';
  const done = touch.done !== null;
  out.files.write('Task', {
    Id: out.idOf('task'),
    IsDeleted: false,
    WhoId: about.who,
    WhatId: about.what,
    Subject: subjects[touch.kind],
    ActivityDate: textOfDay(touch.due),
    Status: done ? 'Completed' : 'Not Started',
    IsClosed: done,
    OwnerId: touch.owner,
    AccountId: about.account,
    CreatedDate: stamp,
    CompletedDateTime: done ? textOfInstant(touch.done) : '',
    LastModifiedDate: stamp,
    SystemModstamp: stamp,
    TaskSubtype: call ? 'Call' : touch.kind === 'email' ? 'Email' : touch.kind === 'cadence' ? 'Cadence' : 'Task',
    CallType: call ? (touch.inbound ? 'Inbound' : 'Outbound') : '',
    CallDurationInSeconds: call && done ? String(40 + (touch.logged % 840)) : '',
    CallDisposition: call && done ? (touch.logged % 3 ? 'Connected' : 'Left voicemail') : '',
    Direction__c: touch.inbound ? 'Inbound' : 'Outbound',
    Automated__c: touch.kind === 'cadence',
  });
}

function writeMember(out: Export, life: LeadLife, lead: string, conversion: Conversion | null, dice: Dice): void {
  const responded = dice.chance(0.75);
  const stamp = textOfInstant(life.created);
  out.files.write('CampaignMember', {
    Id: out.idOf('campaignMember'),
    IsDeleted: false,
    CampaignId: life.campaign!.id,
    LeadId: lead,
    ContactId: conversion?.contact ?? '',
    Status: responded ? 'Responded' : 'Sent',
    HasResponded: responded,
    FirstRespondedDate: responded ? day(life.created) : '',
    CreatedDate: stamp,
    LastModifiedDate: stamp,
    SystemModstamp: stamp,
  });
}

/** Whoever is behind a record that nobody in particular made. */
export const systemUser = robots[0].id;
export const operations = marketers[0]!.id;

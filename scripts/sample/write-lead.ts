import { textOfDay, textOfInstant } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import { day, decimal, type Conversion, type Export } from './export-form.ts';
import type { Change, LeadLife, Owner, Status, Touch } from './lead-life.ts';
import type { Person } from './person.ts';
import { writeActivity } from './write-activity.ts';

/** A lead as it stands at the export. */
interface LeadNow {
  readonly status: Status;
  readonly owner: Owner;
  readonly touched: number;
}

/** Writes a lead with its history, its campaign and its touches, as far as they lie before the export. */
export function writeLead(out: Export, life: LeadLife, dice: Dice, options: LeadOptions): string {
  const id = out.idOf('lead');
  const now = writeHistory(out, id, life);
  for (const touch of life.touches) writeTouch(out, touch, id, options.conversion, life.converted);
  if (life.campaign) writeMember(out, life, id, options.conversion, dice);
  out.files.write('Lead', leadRow(out, life, id, now, options));
  return id;
}

/** What the lead has become part of. */
export interface LeadOptions {
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
    Referred_By__c: life.referredBy,
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
  if (life.firstStatus === 'Converted') return now;
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

/** Writes a task or an event. Conversion moves what a lead had to the contact and its account. */
function writeTouch(
  out: Export,
  touch: Touch,
  lead: string,
  conversion: Conversion | null,
  converted: number | null,
): void {
  if (touch.logged > out.asOf) return;
  const who = conversion?.contact ?? lead;
  const what = conversion && touch.done !== null && touch.done > converted! ? conversion.opportunity : '';
  writeActivity(out, touch, { who, what, account: conversion?.account ?? '' });
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

import { textOfDay, textOfInstant } from './berlin-time.ts';
import type { Export } from './export-form.ts';
import type { Touch } from './lead-life.ts';

const subjects = {
  call: 'Call',
  email: 'E-mail',
  meeting: 'Meeting',
  cadence: 'Cadence: first steps',
  'to do': 'Call back',
};

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
      Outcome__c: touch.done! <= out.asOf ? (touch.outcome ?? '') : '',
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

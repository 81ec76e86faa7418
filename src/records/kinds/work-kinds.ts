/** Who works here and with us, and what they did. */
import { instant, link, number, plannedDay, text, yesNo } from '../canonical-kind.ts';
import type { CanonicalKind } from '../canonical-kind.ts';

export const workKinds: readonly CanonicalKind[] = [
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
    onlyLookedUp: true,
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
    onlyLookedUp: true,
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
];

/** What marketing did to be found, whom it reached, and what it cost. */
import { currencyField, day, instant, link, money, plannedDay, text } from '../canonical-kind.ts';
import type { CanonicalKind } from '../canonical-kind.ts';

export const campaignKinds: readonly CanonicalKind[] = [
  {
    name: 'campaign',
    plural: 'campaigns',
    onlyLookedUp: true,
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
      { kind: 'campaign touch', on: ['key = campaign'] },
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
    name: 'campaign touch',
    plural: 'campaign touches',
    happens: 'at',
    means: "a campaign reached someone who has a part in a deal: the deal's lead, or one of its contacts",
    fields: [
      link('opportunity', 'opportunity', 'the deal'),
      link('campaign', 'campaign', 'the campaign'),
      link('campaign member', 'campaign member', 'whom it reached'),
      instant('at', 'when the person responded; without a response, when the person was added'),
    ],
    related: [{ kind: 'campaign touch', on: ['opportunity = opportunity'] }],
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

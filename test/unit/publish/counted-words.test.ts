import { expect, test } from 'vitest';
import { clockWords } from '../../../src/publish/clock-words.ts';
import {
  creditWords,
  cutWords,
  heldSentences,
  measureWords,
  needsSentences,
  otherCredit,
  periodSentences,
} from '../../../src/publish/counted-words.ts';
import type { Measure, Metric } from '../../../src/values/agreement.ts';
import type { Breakdown, Credit } from '../../../src/values/breakdown.ts';
import type { FieldPath } from '../../../src/values/tree.ts';
import { agreement, metric } from './small-edition.ts';

const path = (field: string, links: readonly string[] = [], figure = false): FieldPath => ({
  from: 'handover', links, field, type: { is: 'number' }, figure,
}); // prettier-ignore
const spoken = { agreement: agreement([metric('won'), metric('spent')]), catalogue: { kinds: [] } };
const counted = (measure: Measure) => measureWords(metric('a', {}, { measure }).wordings[0], spoken);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each<[Measure, string]>([
  [{ measure: 'count' }, 'The number of qualified leads.'],
  [{ measure: 'sum', of: path('amount') }, 'The total of amount, over qualified leads.'],
  [{ measure: 'median', of: path('response time', [], true) }, 'The median of response time, over qualified leads.'],
  [
    { measure: 'largest', of: path('company size', ['lead']) },
    'The largest lead’s company size, over qualified leads.',
  ],
  [
    { measure: 'percentile', of: path('response time'), percent: 90 },
    'The response time that 90% of qualified leads do not go beyond.',
  ],
  [{ measure: 'count different', of: path('account') }, 'How many different accounts there are, over qualified leads.'],
  [{ measure: 'share', countedIn: null }, 'The share of qualified leads that meet the rules below.'],
  [
    { measure: 'share', countedIn: path('amount') },
    'The share of qualified leads that meet the rules below, counted in amount.',
  ],
  [
    { measure: 'conversion', within: { amount: 90, unit: 'days' }, countedIn: null },
    'The share of qualified leads that come to meet the rules below within 90 days.',
  ],
  [{ measure: 'ratio', of: 'won', per: 'spent', perIs: 'value' }, 'Title of won, divided by title of spent.'],
  [
    { measure: 'ratio', of: 'won', per: 'spent', perIs: 'remaining' },
    'Title of won, divided by what is still to come of the target of title of spent.',
  ],
  [{ measure: 'difference', of: 'won', less: 'spent' }, 'Title of won, less title of spent.'],
])('each measure is a sentence', (measure, words) => {
  expect(plain(counted(measure))).toBe(words);
});

test('what no history tells of is said, where a metric counts as it stood', () => {
  expect(heldSentences({ todays: [] })).toEqual([]);
  expect(heldSentences({ todays: ["opportunity's owner"] })).toEqual([
    'No history tells what opportunity’s owner was on an earlier day. Today’s value stands for every day.',
  ]);
  expect(heldSentences({ todays: ["deal's type", "lead's score"] })[0]).toContain('deal’s type and lead’s score were');
});

test('which period a number belongs to', () => {
  const sentences = (changes: Partial<Metric>) => periodSentences(metric('a', changes), spoken).map(plain);
  expect(sentences({})).toEqual(['Each belongs to the period of its ‘qualified’: qualified.']);
  expect(sentences({ by: null, asOf: 'period end' })).toEqual([
    'Counted as it stood at the end of each period: what came later has not happened yet.',
  ]);
  expect(sentences({ by: null, asOf: 'period start' })).toEqual([
    'Counted as it stood when the period began: what came later has not happened yet.',
    'Whether the rules are met is judged at the period’s end.',
  ]);
  expect(sentences({ by: null, asOf: { day: '2026-01-31' } })[0]).toContain('as it stood on 31 January 2026');
  expect(sentences({ by: null })).toEqual(['All records count, whenever they were made, with or without a date.']);
  expect(sentences({ running: 'year' })[1]).toBe('Each number takes in the year so far, up to its own end.');
});

test('what records should have, and what becomes of those that lack it', () => {
  expect(needsSentences({ needs: [] })).toEqual([]);
  expect(needsSentences({ needs: [path('source', ['lead']), path('region')] })).toEqual([
    'Each should have its lead’s source and region.',
    'One that does not is counted as the rules say, and how far it could shift the number is shown.',
  ]);
});

const by = (cut: Breakdown['cut'], credit: Credit | null = null): Breakdown => ({
  dimension: 'campaign',
  cut,
  credit,
  clauseOf: null,
});
const credit = (agreed: Credit['agreed']): Credit => ({
  agreed,
  touches: { kind: 'campaign member', term: null, when: null, where: [] },
  path: path('name'),
  beside: [{ model: 'first touch' }, { model: 'recorded' }],
});

test('bands say which end they hold; credit says who gets it, by the agreed policy', () => {
  const bands = [
    { name: 'below 20', from: null, to: { at: 20, inside: false } },
    { name: 'at least 20', from: { at: 20, inside: true }, to: null },
  ];
  expect(cutWords(by({ cut: 'bands', path: path('company size'), bands }), spoken.agreement)).toBe(
    'By campaign: company size below 20; at least 20.',
  );
  expect(cutWords(by({ cut: 'value', path: path('way out', [], true) }), spoken.agreement)).toBe(
    'Grouped by ‘way out’, as the vocabulary says.',
  );
  const even = by({ cut: 'value', path: path('campaign') }, credit({ model: 'even' }));
  expect(cutWords(even, spoken.agreement)).toBe('Credit goes in even parts to all campaign members.');
  expect(otherCredit(even)).toEqual([
    { dimension: 'campaign, by first touch', name: 'By first touch' },
    { dimension: 'campaign, as recorded', name: 'As recorded' },
  ]);
  expect(creditWords(credit({ model: 'by position', first: 40, last: 40, between: 20 }), spoken.agreement)).toBe(
    'the first of the campaign members gets 40% of the credit, the last 40%, those between 20%',
  );
});

test('a clock runs in the hours of its calendar', () => {
  const openings = [1, 2, 3, 4].map((weekday) => ({ weekday, opens: 540, closes: 1020 }));
  const calendars = [
    { slug: 'office', openings: [...openings, { weekday: 5, opens: 540, closes: 900 }], holidays: [{ day: '2026-12-25', name: 'Christmas' }] },
  ]; // prettier-ignore
  expect(clockWords({ calendar: 'office' }, { calendars })).toBe(
    'Business time runs by the calendar ‘office’: Monday to Thursday, 09:00 to 17:00; Friday, 09:00 to 15:00, but not on its holiday.',
  );
  expect(clockWords({ calendar: 'other' }, { calendars })).toBe('');
});

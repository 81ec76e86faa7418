import { describe, expect, test } from 'vitest';
import { phrase } from '../../../src/agreement/phrase.ts';
import { readTest } from '../../../src/agreement/read-sentence.ts';
import { sayCondition } from '../../../src/agreement/words.ts';
import { sentence } from './fixtures.ts';

/** What a sentence is understood as, said in the words of the tree; or its first problem. */
function understood(of: string, text: string): string {
  const { value, problems } = readTest(sentence(of, text));
  if (value) return sayCondition(value);
  return problems.map((problem) => `${problem.offset}: ${problem.says}; ${problem.fix}`).join('\n');
}

describe('what people write in more than one way', () => {
  test.each([
    ['lead', 'SCORE IS AT LEAST 60', 'score is at least 60'],
    ['lead', 'its score is at least 60', 'score is at least 60'],
    ['lead', 'is an good lead', 'is a good lead'],
    ['lead', 'has an touches', 'has a touch'],
    ['lead', 'has at least 1 touch', 'has a touch'],
    ['lead', 'has no touch', 'has no touches'],
    ['lead', 'has exactly 0 touches', 'has no touches'],
    ['lead', 'has exactly 1 touches', 'has exactly 1 touch'],
    ['lead', 'has a comeback', 'has a returning lead'],
    [
      'lead',
      'source is one of Website, Event or Content download',
      'source is one of Website, Event, Content download',
    ],
    ['lead', 'source is one of Website, Event, or Referral', 'source is one of Website, Event, Referral'],
    ['lead', 'source is "Website"', 'source is Website'],
    ['lead', '"company size" is 1,000', 'company size is 1,000'],
    ['lead', 'its lead’s score is known', `0`],
    ['handover', 'its lead’s score is known', "its lead's score is known"],
    ['handover', 'accepted is within a week of assigned', 'accepted within 1 week of assigned'],
    ['handover', 'accepted within 2 days after assigned', 'accepted within 2 days of assigned'],
    ['opportunity', 'amount is at least recurring amount', 'amount is at least its recurring amount'],
    ['opportunity', 'amount is 1,234.50 EUR', 'amount is 1,234.50 EUR'],
    ['opportunity', 'amount is more than -5 EUR', 'amount is more than -5 EUR'],
  ])('%s: %s', (of, text, said) => {
    if (said === '0') expect(understood(of, text)).toMatch(/I don't know "lead"|I don't know what "lead"/);
    else expect(understood(of, text)).toBe(said);
  });
});

describe('a name and a value of one word', () => {
  test('what can only be a text is one, though a field is called like it', () => {
    expect(understood('lead', 'status is Converted')).toBe('status is Converted');
    expect(readTest(sentence('lead', 'status is Converted')).problems).toEqual([]);
  });
  test('a text that is called like a text field is a text, with a warning', () => {
    expect(readTest(sentence('lead', 'source is region'))).toMatchObject({
      value: { phrase: 'is', slots: { other: { value: 'literal' } } },
      problems: [{ level: 'warning', offset: 10, says: '"source is region": "region" is read as a text' }],
    });
  });
  test('with "its" it is the field, in quotes the text, both without a warning', () => {
    expect(readTest(sentence('lead', 'source is its region'))).toMatchObject({
      value: { slots: { other: { value: 'field' } } },
      problems: [],
    });
    expect(readTest(sentence('lead', 'source is "region"'))).toMatchObject({
      value: { slots: { other: { value: 'literal' } } },
      problems: [],
    });
  });
  test('a number field needs no "its"', () => {
    expect(readTest(sentence('lead', 'score is at least company size'))).toMatchObject({
      value: { slots: { least: { value: 'field', path: { field: 'company size' } } } },
      problems: [],
    });
  });
});

describe('what is not understood points at the word and names what was meant', () => {
  test.each([
    ['lead', 'score is atleast 60', 6, `I don't know "is atleast"`, 'did you mean "is at least"?'],
    ['lead', 'score is at leats 60', 6, `I don't know "is at leats"`, 'did you mean "is at least"?'],
    ['lead', 'scroe is at least 60', 0, `I don't know "scroe"`, 'did you mean "score"?'],
    ['lead', 'company siez is 5', 0, `I don't know "company siez"`, 'did you mean "company size"?'],
    ['lead', 'source is oneof Website', 7, `I don't know "is oneof"`, 'did you mean "is one of"?'],
    ['lead', 'its ownr is a robot', 4, `I don't know "ownr"`, 'did you mean "owner"?'],
    ['lead', 'its owner is a robto', 15, `I don't know "robto"`, 'did you mean "robot"?'],
    ['lead', 'has a tuch', 6, `I don't know "tuch"`, 'did you mean "touch"?'],
    ['lead', 'converted has happend', 10, `I don't know "has happend"`, 'did you mean "has happened"?'],
    ['lead', 'converted is befor created', 13, `I don't know "befor"`, 'did you mean "before"?'],
    [
      'lead',
      'has a touch within 1 busines day of created',
      21,
      `I don't know "busines day"`,
      'did you mean "business day"?',
    ],
    [
      'lead',
      'status is Not interested',
      10,
      `I don't know what "Not" means here`,
      'write a value like this in quotes: "Not interested"',
    ],
    [
      'lead',
      'status is On hold',
      13,
      `I don't know what "hold" means here`,
      'write a value like this in quotes: "On hold"',
    ],
    [
      'lead',
      'source is Website or Event',
      18,
      `I don't know what "or" means here`,
      'for one of several values say "is one of"; for one of several conditions use "any of:"',
    ],
    [
      'lead',
      'source is Website and score is 5',
      18,
      `I don't know what "and" means here`,
      'write each condition on a line of its own',
    ],
    ['lead', 'has a touch of kindness', 12, `I don't know what "of" means here`, 'expected the end of the sentence'],
    [
      'lead',
      'score is',
      8,
      'the sentence stops too early',
      'expected "its", a field of a lead, another value, "not", "at least" or "at most"',
    ],
  ])('%s: %s', (of, text, offset, says, fix) => {
    expect(readTest(sentence(of, text))).toEqual({
      value: null,
      problems: [{ level: 'fault', offset, says: `"${text}": ${says}`, fix }],
    });
  });
});

describe('what is well formed and makes no sense', () => {
  test.each([
    ['lead', 'source is 60', 10, '"source" is a text and 60 is a number', 'write a text in quotes: "60"'],
    ['lead', 'score is Website', 9, '"score" is a number and "Website" is a text', 'write a number like 60 or 1,200'],
    [
      'lead',
      'score is one of 1, many',
      16,
      '"score" is a number and "many" is a text',
      'write a number like 60 or 1,200',
    ],
    [
      'lead',
      'source is at least 60',
      19,
      '"source" is a text, which is neither more nor less',
      'say "is", "is one of", or "comes before" of choices that have an order',
    ],
    [
      'lead',
      'do not contact is Website',
      18,
      '"do not contact" is a yes or no and "Website" is a text',
      'say "is yes" or "is no"',
    ],
    ['lead', 'score contains 6', 0, '"score" is a number, not a text', ''],
    ['lead', 'converted is 2026-01-31', 13, '"converted" is a moment', 'say "is on", "is before" or "is after"'],
    ['lead', 'converted is at least 5', 22, '"converted" is a moment', 'say "is before" or "is after"'],
    ['lead', 'converted is before 2026-02-30', 20, 'there is no day 2026-02-30', ''],
    ['lead', 'score has happened', 0, '"score" is a number, not a moment', ''],
    ['lead', 'converted within 5 days of score', 10, '"score" is a number, not a moment', ''],
    [
      'lead',
      'converted within 0 days of created',
      17,
      'a stretch of time is a whole number above 0',
      'take a smaller unit',
    ],
    [
      'opportunity',
      'closed within 4 business hours of created',
      7,
      'a day has no hours to count business hours from or to',
      'count in days, weeks, months or business days',
    ],
    [
      'opportunity',
      'amount is at least 60',
      19,
      '"amount" is money and 60 is a number',
      'say which currency: "180,000 EUR"',
    ],
    ['opportunity', 'amount is at least 60 CHF', 22, 'there is no rate for CHF', 'add it to currencies.yml'],
    [
      'lead',
      'has a stage change',
      6,
      'a lead has no stage changes',
      'it has handovers, activities, campaign members, field changes, ownerships',
    ],
    ['lead', 'is a touch', 5, 'a touch is an activity and this is a lead', ''],
    ['handover', 'its lead is a robot', 14, 'a robot is a user and "its lead" is a lead', ''],
    ['lead', 'has at least 1.5 touches', 13, 'records are counted in whole numbers', ''],
  ])('%s: %s', (of, text, offset, says, fix) => {
    expect(readTest(sentence(of, text))).toEqual({
      value: null,
      problems: [{ level: 'fault', offset, says: `"${text}": ${says}`, fix }],
    });
  });
});

test('a sentence that two phrases read differently is refused, with both', () => {
  const one = phrase({
    patterns: ['{value:value} is fine'],
    query: (m, { value }) => m.known(value),
    plain: (r, { value }) => r.known(value),
    example: { of: 'lead', says: 'score is fine' },
  });
  const other = phrase({
    ...one,
    patterns: ['{field:value} is fine'],
    words: () => '{field:value} is fine',
    query: (m) => m.all([]),
    fits: () => null,
  });
  expect(readTest(sentence('lead', 'score is fine'), { fine: one, 'also fine': other }).problems).toEqual([
    {
      level: 'fault',
      offset: 0,
      says: '"score is fine": it can be read in two ways: as "fine" and as "also fine"',
      fix: 'say it in other words, put a name or value in quotes, or give a part a name in vocabulary.yml',
    },
  ]);
});

test('a list of related records keeps who is asked: its window is of the asking record, its conditions of the other', () => {
  const { value } = readTest(
    sentence(
      'handover',
      'has at least 2 touches within 1 business day of assigned where kind is call and direction is out',
    ),
  );
  expect(value?.slots).toMatchObject({
    counted: {
      how: { count: 'at least', number: 2 },
      records: {
        kind: 'activity',
        term: 'touch',
        when: {
          when: 'window',
          window: {
            duration: { amount: 1, unit: 'business days' },
            side: 'after',
            anchor: { moment: 'told', told: { path: { from: 'handover', field: 'assigned' } } },
          },
        },
        where: [
          { phrase: 'is', slots: { value: { path: { from: 'activity', field: 'kind' } } } },
          { phrase: 'is', slots: { value: { path: { from: 'activity', field: 'direction' } } } },
        ],
      },
    },
  });
});

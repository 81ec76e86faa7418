import { expect, test } from 'vitest';
import { profileOf } from '../../../../src/records/propose/profile.ts';

test.each<[string, string[], string]>([
  ['Anything', ['', ' '], 'empty'],
  ['Id', ['00Q5g00000AbCdEEAV', '00Q5g00000AbCdFEAV'], 'Salesforce id'],
  ['Record ID', ['5.805E+18', '5.806E+18'], 'damaged id'],
  ['Record ID', ['5805000000000123456', '5805000000000123457'], 'id'],
  ['Contact', ['ann@example.com', 'bob@example.com'], 'e-mail'],
  ['Direct line', ['+49 30 1234567', '+1 (555) 010-9999'], 'phone'],
  ['Mailing Street', ['1 High Street'], 'address'],
  ['Deal owner', ['Ann Smith', 'Bob Jones'], 'person'],
  ['Name', ['Ann Smith', 'Bob Jones'], 'person'],
  ['Description', ['called, wants a price'], 'free text'],
  ['Website', ['https://example.com', 'www.example.org'], 'link'],
  ['Close Date', ['2026-01-05', '2026-02-06'], 'day'],
  ['CreatedDate', ['2026-01-05T10:00:00Z', '2026-02-06T11:00:00Z'], 'instant'],
  ['Probability', ['10', '50'], 'number'],
  ['Amount', ['1000.50', '2000'], 'money'],
  ['Fee', ['€1.000,50', '€2.000,00'], 'money'],
  ['Call duration', ['1:30', '2:05'], 'duration'],
  ['IsWon', ['true', 'false'], 'yes-no'],
  ['IsUnreadByOwner', ['0', '0'], 'yes-no'],
  ['Stage', ['New', 'New', 'Won', 'Won', 'Won', 'Won'], 'choice'],
  ['Products', ['A;B', 'B', 'A'], 'list'],
])('%s of %j', (column, values, looks) => {
  expect(profileOf(column, values).looks).toBe(looks);
});

test('values are counted, the most frequent first, without those that stand for none', () => {
  expect(profileOf('Tier', ['Gold', 'Silver', 'Gold', '-', 'Select', ''])).toMatchObject({
    filled: 3,
    of: 6,
    distinct: 2,
    examples: ['Gold', 'Silver'],
    counts: [
      { value: 'Gold', count: 2 },
      { value: 'Silver', count: 1 },
    ],
    emptyWords: ['-', 'Select'],
  });
});

test('a 0 is no id, and a number', () => {
  expect(profileOf('AccountId', ['0', '12345']).emptyWords).toEqual(['0']);
  expect(profileOf('Amount', ['0', '12345']).emptyWords).toEqual([]);
});

test.each([
  ['Email', 'ann@example.com'],
  ['Phone', '+49 30 1234567'],
  ['First Name', 'Ann'],
  ['Lead Owner', 'Ann Smith'],
  ['City', 'Berlin'],
  ['Notes', 'met at the fair'],
])("no value of %s is shown: it is a person's", (column, value) => {
  expect(profileOf(column, [value, value, value])).toMatchObject({ examples: [], counts: [] });
});

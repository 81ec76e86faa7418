import { describe, expect, test } from 'vitest';
import type { Names } from '../../../src/agreement/names.ts';
import { readTest, readWhole } from '../../../src/agreement/read-sentence.ts';
import { value } from '../../../src/agreement/slots/values.ts';
import { typeOfValue } from '../../../src/agreement/value-type.ts';
import { sayCondition, sayValue } from '../../../src/agreement/words.ts';
import { catalogue, names as plain } from './fixtures.ts';

/** The canonical records, with a deal's history whatever its mapping, and two figures. */
const names: Names = {
  ...plain,
  catalogue: {
    kinds: catalogue.kinds.map((kind) =>
      kind.name === 'opportunity'
        ? { ...kind, history: { kind: 'stage change', field: 'stage', from: 'from', to: 'to', holds: {} } }
        : { ...kind, history: null },
    ),
  },
  figures: [
    {
      name: 'response time',
      kind: 'handover',
      type: () => ({ is: 'duration', unit: 'business hours' }),
      is: () => null,
    },
    {
      name: 'paid',
      kind: 'opportunity',
      type: () => ({ is: 'moment', precision: 'day', may: 'be a fact' }),
      is: () => null,
    },
  ],
};

function saying(of: string, text: string) {
  const kind = names.catalogue.kinds.find((known) => known.name === of);
  if (!kind) throw new Error(`No record is called "${of}"`);
  return { text, of: kind, names, at: { file: 'vocabulary.yml', line: 1, column: 1 } };
}

describe('every form of a value is read, and said the same again', () => {
  test.each([
    ['lead', 'score', 'field', 'number'],
    ['handover', "its lead's owner's team", 'field', 'text'],
    ['handover', 'response time', 'field', 'duration'],
    ['activity', "its lead's score", 'field', 'number'],
    ['handover', "its first touch's completed", 'picked', 'moment'],
    ['handover', "its last activity's owner's team", 'picked', 'text'],
    ['opportunity', 'the amount of its last stage change where to is Proposal', 'picked', 'money'],
    ['opportunity', 'the at of its first stage change by entry', 'picked', 'moment'],
    ['opportunity', 'the at of its last stage change after created where to is Proposal by entry', 'picked', 'moment'],
    ['handover', "the owner's team of its last touch after assigned where kind is call", 'picked', 'text'],
    ['stage change', "its previous stage change's amount", 'picked', 'money'],
    ['stage change', "its next stage change's amount", 'picked', 'money'],
    ['opportunity', 'the end of the quarter of closed', 'edge', 'moment'],
    ['opportunity', "the period's start", 'edge', 'moment'],
    ['opportunity', 'the start of the week of closed plus 3 days', 'calculated', 'moment'],
    ['opportunity', 'entered Proposal', 'entered', 'moment'],
    ['opportunity', 'last entered Closed Won', 'entered', 'moment'],
    ['lead', 'the number of touches within 5 days of created where kind is call', 'number of', 'number'],
    ['opportunity', 'the total amount of stage changes where to is Proposal', 'gathered', 'money'],
    ['opportunity', 'the average probability of stage changes', 'gathered', 'number'],
    ['lead', "business hours from created to its first touch's completed", 'distance', 'duration'],
    ['opportunity', 'days from entered Proposal to closed', 'distance', 'duration'],
    ['lead', 'months from 2026-01-31 to now', 'distance', 'duration'],
    ['opportunity', 'the result of deals-won', 'result', 'number'],
    ['opportunity', 'amount minus the result of average-sale', 'calculated', 'money'],
    ['lead', 'the weekday of created', 'part of', 'text'],
    ['lead', 'the hour of created', 'part of', 'number'],
    ['opportunity', 'amount minus its recurring amount', 'calculated', 'money'],
    ['opportunity', 'amount divided by its recurring amount', 'calculated', 'number'],
    ['opportunity', '100 minus its probability', 'calculated', 'number'],
    ['handover', 'response time divided by 2 business hours', 'calculated', 'number'],
    ['handover', 'assigned plus 5 business days', 'calculated', 'moment'],
    ['opportunity', 'recurring amount, or else its amount', 'or else', 'money'],
    ['lead', 'region, or else Elsewhere', 'or else', 'text'],
  ])('%s: %s', (of, text, form, type) => {
    const read = readWhole(saying(of, text), value.read);
    expect(read.problems).toEqual([]);
    expect(read.value?.value).toBe(form);
    expect(read.value && typeOfValue(read.value).is).toBe(type);
    expect(read.value && sayValue(read.value)).toBe(text);
  });

  test('the start of the period is the period that is counted', () => {
    const said = readWhole(saying('opportunity', 'the start of the period'), value.read).value;
    expect(said && sayValue(said)).toBe("the period's start");
  });
});

describe('what compares with a stretch of time', () => {
  test.each([
    ['handover', 'response time is at most 4'],
    ['handover', 'response time is at most 4 business hours'],
    ['handover', 'response time is at most 90 business minutes'],
    ['lead', "weeks from created to its first touch's completed is less than 10 days"],
    ['opportunity', 'days from created to closed is between 5 and 2 weeks'],
  ])('%s: %s', (of, text) => {
    const { value: read, problems } = readTest(saying(of, text));
    expect(problems).toEqual([]);
    expect(read && sayCondition(read)).toBe(text);
  });
});

describe('what people write in more than one way', () => {
  test.each([
    ['lead', 'the score is at least 60', 'score is at least 60'],
    ['lead', 'source is The Economist', 'source is The Economist'],
    ['lead', 'MONTH FROM CREATED TO NOW IS AT LEAST 5', 'months from created to now is at least 5'],
    ['lead', 'created is on Saturdays or sunday', 'created is on Saturday, Sunday'],
    ['opportunity', 'recurring amount or else amount is known', 'recurring amount, or else its amount is known'],
    ['opportunity', 'the at of its last stage changes is known', "its last stage change's at is known"],
    ['opportunity', 'last entered "Closed Won" has happened', 'last entered Closed Won has happened'],
    ['lead', 'the   year of created is 2,026', 'the year of created is 2026'],
  ])('%s: %s', (of, text, said) => {
    const { value: read, problems } = readTest(saying(of, text));
    expect(problems).toEqual([]);
    expect(read && sayCondition(read)).toBe(said);
  });
});

describe('what does not fit says how to mend it', () => {
  test.each([
    [
      'handover',
      'response time is at most 4 hours',
      25,
      '"response time" is a number of business hours and 4 hours is a number of hours',
      'count both in one unit',
    ],
    [
      'opportunity',
      'hours from created to closed is at least 5',
      0,
      'a day has no hours to count hours from or to',
      'count in days, weeks, months or business days',
    ],
    [
      'lead',
      'days from created to now is one of 3, 2 weeks',
      35,
      '"days from created to now" is a number of days and 2 weeks is a number of weeks',
      'count both in one unit',
    ],
    ['opportunity', 'the hour of closed is 3', 12, 'a day has no hour', 'take a moment that is more than a day'],
    [
      'opportunity',
      'amount plus 5 is at least 5 EUR',
      12,
      '"amount" is money and 5 is a number, which cannot be added',
      'say which currency: "180,000 EUR"',
    ],
    [
      'opportunity',
      'amount times amount is at least 5 EUR',
      13,
      '"amount" is money and "amount" is money, which cannot be multiplied',
      'calculate with numbers, amounts and stretches of time',
    ],
    [
      'opportunity',
      'closed minus created is 5',
      13,
      '"closed" is a moment and "created" is a moment, which cannot be subtracted',
      'say "days from ... to ..."',
    ],
    [
      'opportunity',
      'closed plus 5 is known',
      12,
      '"closed" is a moment and 5 is a number, which cannot be added',
      'say how long: "created plus 5 business days"',
    ],
    [
      'opportunity',
      'closed plus 5 hours is known',
      12,
      'a day has no hours to count hours from or to',
      'count in days, weeks, months or business days',
    ],
    [
      'handover',
      'accepted plus response time is known',
      14,
      '"response time" is not the same for every record',
      'write the stretch of time out: "5 business days"',
    ],
    [
      'lead',
      'score, or else region is known',
      15,
      '"score" is a number and "region" is a text',
      'both must be of one kind',
    ],
    [
      'opportunity',
      'amount times 2 plus 5 EUR is at least 100 EUR',
      15,
      'a value takes one step',
      'name what comes first in vocabulary.yml, with "is the:", and go on with its name',
    ],
    [
      'opportunity',
      'has an activity where duration is at least 5 plus 1',
      45,
      'the conditions behind "where" take no steps',
      'name the value in vocabulary.yml, with "is the:", and say its name here',
    ],
    [
      'opportunity',
      'paid, or else closed is before now',
      4,
      'a moment that is made of two has no name yet',
      'name it in vocabulary.yml, with "is the:", and say the name here',
    ],
    [
      'lead',
      'the total kind of activities is 5',
      10,
      '"kind" is a text, of which there is no total',
      'it is taken of numbers, amounts and stretches of time',
    ],
    [
      'lead',
      'the completed of its last activity by kind is before now',
      35,
      '"kind" puts records in no order',
      'take a moment, a number or an amount',
    ],
    [
      'lead',
      "its previous activity's completed is before now",
      13,
      'the previous of activities is not known to a lead',
      'only among its own kind there is a previous one; say "its last" with what it is before',
    ],
    [
      'lead',
      "its next activity's completed is before now",
      9,
      'the next of activities is not known to a lead',
      'only among its own kind there is a next one; say "its first" with what it is after',
    ],
    ['opportunity', 'the start of the month of amount is before now', 26, '"amount" is money, not a moment', ''],
    ['opportunity', 'closed is between amount and now', 18, '"amount" is money, not a moment', ''],
    [
      'opportunity',
      'closed is before the start of the month of created plus 3 days',
      51,
      'a moment that is made of two has no name yet',
      'name it in vocabulary.yml, with "is the:", and say the name here',
    ],
    ['lead', 'entered New has happened', 8, 'a lead has no history of what it entered', ''],
    ['opportunity', 'entered Propsal has happened', 8, 'no stage is called "Propsal"', 'did you mean "Proposal"?'],
    ['lead', 'the month of created is Febuary', 24, 'there is no month "Febuary"', 'did you mean "February"?'],
    ['lead', 'the weekday of created is monday', 26, 'there is no weekday "monday"', 'did you mean "Monday"?'],
    [
      'opportunity',
      'stage comes before Propsal',
      19,
      '"Propsal" is not in the order "sales stage"',
      'did you mean "Proposal"?',
    ],
    [
      'opportunity',
      'source comes before Proposal',
      20,
      '"source" is in no order that the vocabulary declares',
      'declare one in vocabulary.yml with "orders:" and "in order:"',
    ],
    [
      'opportunity',
      'stage comes before its source',
      19,
      '"source" is not in the order "sales stage"',
      'compare with one of Discovery, Proposal, Negotiation, Closed Won',
    ],
    [
      'lead',
      'do not contact is at least yes',
      27,
      '"do not contact" is a yes or no, which is neither more nor less',
      'say "is"',
    ],
  ])('%s: %s', (of, text, offset, says, fix) => {
    const { value: read, problems } = readTest(saying(of, text));
    expect(read).toBeNull();
    expect(problems).toEqual([{ level: 'fault', offset, says: `"${text}": ${says}`, fix }]);
  });
});

describe('what could be read in two ways', () => {
  test('is refused with both, in brackets', () => {
    const text = 'has a touch within 5 days of the completed of its first touch where kind is call';
    const { value: read, problems } = readTest(saying('handover', text));
    expect(read).toBeNull();
    expect(problems.map(({ says }) => says)).toEqual([
      `"${text}": it can be read in two ways: ` +
        `as "has a touch within 5 days of (its first touch)'s completed where kind is call" ` +
        `and as "has a touch within 5 days of (the completed of its first touch where kind is call)"`,
    ]);
  });
  test('is one thing when the short form ends the part', () => {
    const text = "has a touch within 5 days of its first touch's completed where kind is call";
    expect(readTest(saying('handover', text)).value?.slots).toMatchObject({
      counted: { records: { where: [{ phrase: 'is' }] } },
    });
  });
  test('belongs to the whole where a condition takes no steps', () => {
    const text = 'the number of activities where duration is at least 5 plus 1 is at least 3';
    expect(readTest(saying('lead', text)).value?.slots).toMatchObject({
      value: { value: 'calculated', how: 'plus', left: { value: 'number of' } },
    });
  });
  test('with more said of a picked record, its value comes first', () => {
    const { problems } = readTest(saying('handover', "its first touch where kind is call's completed is before now"));
    expect(problems.map(({ fix }) => fix)).toEqual([
      'with more said of the record, its value comes first: "the completed of its first touch where kind is call"',
    ]);
  });
});
